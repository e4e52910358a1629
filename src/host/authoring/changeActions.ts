import {
  CodeAction,
  CodeActionKind,
  l10n,
  languages,
  Position,
  WorkspaceEdit,
  type Disposable,
  type TextDocument,
} from 'vscode';
import type { Catalog } from '../../core/catalog/catalog.ts';
import type { Owes } from '../../core/catalog/pattern.ts';
import { counterpartTitle } from '../../present/counterpartLink.ts';
import { safetySection, safetySkeleton } from '../../present/safetySkeleton.ts';
import type { Core } from '../lazyCore.ts';
import type { AskedPlace, ChangeProblems } from './changeProblems.ts';

/** Offers what can be done about each thing that is asked about changed lines. */
export function registerChangeActions(problems: ChangeProblems, core: () => Promise<Core>): Disposable {
  return languages.registerCodeActionsProvider(
    { scheme: 'file' },
    {
      provideCodeActions: async (document, range) => {
        const places = problems
          .askedIn(document.uri)
          .filter(
            ({ diagnostic }) =>
              diagnostic.range.start.line <= range.end.line && range.start.line <= diagnostic.range.end.line,
          );
        if (places.length === 0) return [];
        const { catalog } = await core();
        return places.flatMap((place) => actionsFor(document, place, catalog));
      },
    },
    { providedCodeActionKinds: [CodeActionKind.QuickFix] },
  );
}

function actionsFor(document: TextDocument, place: AskedPlace, catalog: Catalog): readonly CodeAction[] {
  const { annotation, counterparts } = place;
  const pattern = catalog.patterns.find(({ id }) => id === annotation.pattern);
  const [counterpart] = counterparts;
  return [
    ...insertions(document, place, pattern?.owes ?? 'nothing'),
    ...(counterpart
      ? [
          action(place, l10n.t('Go to {0}', counterpartTitle(counterpart)), 'interopReview.goToCounterpart', {
            uri: document.uri,
            annotation: annotation.id,
          }),
        ]
      : []),
    action(
      place,
      l10n.t('About this pattern: {0}', annotation.title),
      'interopReview.openPattern',
      annotation.pattern,
    ),
    action(
      place,
      l10n.t('Show examples in this tree: {0}', annotation.title),
      'interopReview.showExamples',
      annotation.pattern,
    ),
    action(place, l10n.t('Do not ask here again: {0}…', annotation.title), 'interopReview.doNotAsk', {
      uri: document.uri,
      annotation: annotation.id,
    }),
  ];
}

/** What writes the beginning of an explanation; marked as unfinished, so that it is no explanation yet. */
function insertions(document: TextDocument, place: AskedPlace, owes: Owes): readonly CodeAction[] {
  const { annotation } = place;
  if (annotation.facets.explainedBy !== 'none') return [];
  const lines = document.getText().split(/\r?\n/);
  const row = annotation.line - 1;
  if (owes === 'safety-comment')
    return [
      insertion(
        document,
        place,
        l10n.t('Insert a SAFETY comment to fill in'),
        row,
        safetySkeleton(lines, annotation, place.counterparts),
      ),
    ];
  if (owes !== 'safety-doc') return [];
  const section = safetySection(lines, row);
  return [
    insertion(document, place, l10n.t('Insert a # Safety section to fill in'), section.row, section.lines),
  ];
}

function insertion(
  document: TextDocument,
  { diagnostic }: AskedPlace,
  title: string,
  row: number,
  lines: readonly string[],
): CodeAction {
  const made = new CodeAction(title, CodeActionKind.QuickFix);
  made.edit = new WorkspaceEdit();
  made.edit.insert(document.uri, new Position(row, 0), lines.map((line) => `${line}\n`).join(''));
  made.diagnostics = [diagnostic];
  made.isPreferred = true;
  return made;
}

function action({ diagnostic }: AskedPlace, title: string, command: string, argument: unknown): CodeAction {
  const made = new CodeAction(title, CodeActionKind.QuickFix);
  made.command = { command, title, arguments: [argument] };
  made.diagnostics = [diagnostic];
  return made;
}
