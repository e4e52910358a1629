import { commands, l10n, ProgressLocation, Uri, window } from 'vscode';
import { visibleText } from '../../core/output/visibleText.ts';
import { chooseDirectory } from '../commands/chooseDirectory.ts';
import type { Failures } from '../failures.ts';
import type { Repositories } from '../source/repositories.ts';
import type { AskedPlace, ChangeProblems } from './changeProblems.ts';
import type { QuietPlaces } from './quietPlaces.ts';
import { uriOf, type WorkTrees } from './workTrees.ts';

/** What commands about changes work on. */
export interface ChangeCommandServices {
  readonly repositories: Repositories;
  readonly trees: WorkTrees;
  readonly problems: ChangeProblems;
  readonly quiet: QuietPlaces;
  readonly failures: Failures;
}

type Handler = (...args: readonly unknown[]) => Promise<void>;

/** Commands for who writes changes, before anybody reviews them. */
export function changeCommands(services: ChangeCommandServices): Readonly<Record<string, Handler>> {
  const { problems } = services;
  return {
    'interopReview.checkChanges': (argument) => checkChanges(argument, services),
    'interopReview.doNotAsk': async (argument, given) => {
      const place = await choosePlace(argument, problems);
      const reason = place && (typeof given === 'string' ? given : await askReason());
      if (!place || reason === undefined) return;
      const { repository, path, analysis, annotation } = place;
      await services.quiet.add(repository.root, path, analysis, annotation, reason.trim());
      problems.refresh(uriOf(repository, path));
    },
    'interopReview.askAgain': (argument) => askAgain(argument, services),
  };
}

async function checkChanges(argument: unknown, services: ChangeCommandServices): Promise<void> {
  const { repositories, trees, problems, failures } = services;
  const directory = await chooseDirectory(argument, failures);
  if (directory === undefined) return;
  const { value: repository, problems: opening } = await repositories.open(directory);
  if (!repository) {
    failures.tell(opening);
    return;
  }
  const title = l10n.t('Checking changes');
  const { places, files, looked } = await window.withProgress(
    { location: ProgressLocation.Window, title },
    async () => {
      const changes = await trees.changes(repository, Uri.file(directory));
      failures.tell(changes.problems);
      const found = await problems.check(repository, changes.value, { cancelled: false });
      return { ...found, looked: changes.value.length };
    },
  );
  if (places > 0) await commands.executeCommand('workbench.actions.view.problems');
  const message =
    looked === 0
      ? l10n.t('No Rust or C file is changed.')
      : places === 0
        ? l10n.t('{0} changed files were looked at. Nothing is asked that is not explained.', looked)
        : l10n.t('A reviewer will ask about {0} places in {1} of {2} changed files.', places, files, looked);
  void window.showInformationMessage(message);
}

/** Lets places be asked about again that were said not to be. */
async function askAgain(
  argument: unknown,
  { repositories, quiet, problems, failures }: ChangeCommandServices,
): Promise<void> {
  const directory = await chooseDirectory(argument, failures);
  const repository = directory === undefined ? undefined : (await repositories.open(directory)).value;
  if (!repository) return;
  const items = (await quiet.marks(repository.root)).map(({ id, target, question, pattern }) => ({
    label: visibleText(target.kind === 'lines' ? `${target.path}:${target.line}` : ''),
    description: pattern ?? '',
    detail: visibleText(question),
    id,
    path: target.kind === 'lines' ? target.path : '',
  }));
  const picked = await window.showQuickPick(items, { canPickMany: true, title: l10n.t('Ask again where?') });
  for (const { id, path } of picked ?? []) {
    await quiet.remove(repository.root, id);
    problems.refresh(uriOf(repository, path));
  }
}

/** The place that an action names, else one on the line of the cursor. */
async function choosePlace(argument: unknown, problems: ChangeProblems): Promise<AskedPlace | undefined> {
  const { uri, annotation: id } = (
    typeof argument === 'object' && argument !== null ? argument : {}
  ) as Readonly<Record<string, unknown>>;
  if (uri instanceof Uri && typeof id === 'string')
    return problems.askedIn(uri).find(({ annotation }) => annotation.id === id);
  const editor = window.activeTextEditor;
  const line = editor?.selection.active.line;
  const here = editor
    ? problems.askedIn(editor.document.uri).filter(({ annotation }) => annotation.line - 1 === line)
    : [];
  const [only, ...more] = here;
  if (!only) void window.showInformationMessage(l10n.t('Nothing is asked about this line.'));
  if (more.length === 0) return only;
  const items = here.map((place) => ({ label: visibleText(place.annotation.title), place }));
  return (await window.showQuickPick(items))?.place;
}

async function askReason(): Promise<string | undefined> {
  return window.showInputBox({
    title: l10n.t('Why should this not be asked here?'),
    prompt: l10n.t('The reason is kept with your reviews, not in the source.'),
    validateInput: (value) => (value.trim() === '' ? l10n.t('Write a reason.') : undefined),
    ignoreFocusOut: true,
  });
}
