import {
  commands,
  l10n,
  Location,
  Position,
  ProgressLocation,
  Uri,
  window,
  type QuickPickItem,
  type TextDocument,
} from 'vscode';
import type { Counterpart } from '../../core/counterpart/counterpart.ts';
import { visibleText } from '../../core/output/visibleText.ts';
import { sourceTitle } from '../../present/counterpartLink.ts';
import { pairingWords } from '../../present/pairingWords.ts';
import type { AskedPlace, ChangeProblems } from '../authoring/changeProblems.ts';
import { uriOf } from '../authoring/workTrees.ts';
import { showAt } from '../documents/showAt.ts';
import { counterpartUri } from './counterpartUri.ts';
import { lookUp, type LookedUp, type LookUpServices } from './lookUp.ts';

/** What these commands work on. */
export interface CounterpartCommandServices extends LookUpServices {
  readonly problems: ChangeProblems;
}

type Handler = (...args: readonly unknown[]) => Promise<void>;

/** Commands that lead from a place in Rust or C to its other side in the other language. */
export function counterpartCommands(services: CounterpartCommandServices): Readonly<Record<string, Handler>> {
  return {
    'interopReview.goToCounterpart': async (argument) => {
      const asked = askedPlace(argument, services.problems);
      const found = asked ? ofAsked(asked) : await foundAtCursor(services);
      const target = found && (await choose(found));
      if (target) await showAt(target.uri, lineOf(target.counterpart));
    },
    'interopReview.peekCounterpart': async () => {
      const found = await foundAtCursor(services);
      if (!found) return;
      const locations = found.targets.map(
        ({ uri, counterpart }) => new Location(uri, new Position(lineOf(counterpart) - 1, 0)),
      );
      const { uri, position } = found.from;
      await commands.executeCommand('editor.action.peekLocations', uri, position, locations, 'peek');
    },
  };
}

interface Target {
  readonly counterpart: Counterpart;
  readonly uri: Uri;
}

/** Places to go to; at least one. */
interface Found {
  readonly from: { readonly uri: Uri; readonly position: Position };
  readonly sought: string;
  readonly isAmbiguous: boolean;
  readonly targets: readonly Target[];
}

/** What the other side of the cursor is; when there is none to go to, says why. */
async function foundAtCursor(services: LookUpServices): Promise<Found | undefined> {
  const editor = window.activeTextEditor;
  const looked = editor && (await looking(editor.document, editor.selection.active, services));
  if (!looked) {
    say(l10n.t('Put the cursor into a Rust or C file first.'));
    return undefined;
  }
  const { document, selection } = editor;
  const { result } = looked;
  const targets: Target[] = [];
  for (const counterpart of result.counterparts) {
    const uri = await counterpartUri(counterpart, looked, document.uri);
    if (uri) targets.push({ counterpart, uri });
  }
  if (targets.length === 0) {
    say(missing(looked));
    return undefined;
  }
  return {
    from: { uri: document.uri, position: selection.active },
    sought: result.sought[0] ?? '',
    isAmbiguous: result.status === 'ambiguous',
    targets,
  };
}

function looking(
  document: TextDocument,
  position: Position,
  services: LookUpServices,
): Thenable<LookedUp | undefined> {
  const title = l10n.t('Looking for the other side');
  return window.withProgress({ location: ProgressLocation.Window, title }, () =>
    lookUp(document, position, services),
  );
}

function missing({ result: { status, sought }, tree }: LookedUp): string {
  if (status === 'not-applicable') return l10n.t('Nothing here is known to cross to the other language.');
  const name = visibleText(sought[0] ?? '');
  return tree
    ? l10n.t('The other side of {0} was not found in {1}.', name, tree.name)
    : l10n.t(
        'The other side of {0} was not found in this file, which is of no open folder or repository.',
        name,
      );
}

/** The one place there is, or the one that is picked of several. */
async function choose({ targets, sought, isAmbiguous }: Found): Promise<Target | undefined> {
  const [only, ...more] = targets;
  if (more.length === 0) return only;
  const name = visibleText(sought);
  const title = isAmbiguous
    ? l10n.t('Several places could be the other side of {0}', name)
    : l10n.t('The other side of {0}', name);
  const items = targets.map((target): QuickPickItem & { readonly target: Target } => {
    const { counterpart } = target;
    const [first = ''] = counterpart.text.split('\n').filter((line) => !/^\s*#\[/.test(line));
    return {
      label: visibleText(sourceTitle(counterpart)),
      description: visibleText(`${counterpart.path}:${lineOf(counterpart)}`),
      detail: visibleText(`${pairingWords(counterpart)} · ${first.trim()}`),
      target,
    };
  });
  const picked = await window.showQuickPick(items, { title, matchOnDescription: true, matchOnDetail: true });
  return picked?.target;
}

/** What a quick fix of a changed line found before. */
function ofAsked({ counterparts, repository, diagnostic }: AskedPlace): Found | undefined {
  const targets = counterparts.map((counterpart) => ({
    counterpart,
    uri: uriOf(repository, counterpart.path),
  }));
  if (targets.length === 0) {
    say(l10n.t('No counterpart in the other language was found for this line.'));
    return undefined;
  }
  const { start: position } = diagnostic.range;
  return {
    from: { uri: uriOf(repository, ''), position },
    sought: targets[0]?.counterpart.symbol ?? '',
    isAmbiguous: false,
    targets,
  };
}

function askedPlace(argument: unknown, problems: ChangeProblems): AskedPlace | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { uri, annotation: id } = argument as Readonly<Record<string, unknown>>;
  return uri instanceof Uri && typeof id === 'string'
    ? problems.askedIn(uri).find(({ annotation }) => annotation.id === id)
    : undefined;
}

function lineOf({ focus, line }: Counterpart): number {
  return focus ?? line;
}

function say(message: string): void {
  void window.showInformationMessage(message);
}
