import { FileType, l10n, Uri, window, workspace } from 'vscode';
import { writeB4Review, type B4File } from '../../core/review/replies/writeB4Review.ts';
import { writeGithubComments } from '../../core/review/replies/writeGithubComments.ts';
import { openText } from '../commands/exportReview.ts';
import type { OpenReview } from '../reviews/openReview.ts';
import { openOthers, type OtherServices } from './otherCommands.ts';

/** Where b4 looks for reviews, in the git directory. */
const B4_DIRECTORY = 'b4-review';

/** Opens the open questions as GitHub review comments, an unsaved document; what has no place there is told. */
export async function exportGithub(review: OpenReview, { failures }: OtherServices): Promise<void> {
  const { value, problems } = writeGithubComments(review.review);
  failures.tell(problems);
  await openText(value, 'json');
}

/** Writes the open questions where b4 takes them in: a directory of the commit that is checked out, else one that is chosen. */
export async function exportB4(review: OpenReview, services: OtherServices, given: unknown): Promise<void> {
  const directory = given instanceof Uri ? given : ((await checkedOut(review)) ?? (await chooseDirectory()));
  if (!directory) return;
  const { value: files, problems } = writeB4Review(review.analysis, review.review);
  services.failures.tell(problems);
  await workspace.fs.createDirectory(directory);
  if (!(await mayWrite(directory, files))) {
    const message = l10n.t('The review of somebody else is kept there; nothing was written.');
    services.failures.tell([{ code: 'review-conflict', message, at: workspace.asRelativePath(directory) }]);
    return;
  }
  for (const name of await namesIn(directory)) await removeStale(directory, name, files);
  for (const { name, text } of files)
    await workspace.fs.writeFile(Uri.joinPath(directory, name), new TextEncoder().encode(text));
  void window.showInformationMessage(
    l10n.t('{0} files for b4 are in {1}.', files.length, workspace.asRelativePath(directory)),
  );
}

/** Reads a review that b4 keeps: the directory given, else one of those in the git directory, else one that is chosen. */
export async function importB4(review: OpenReview, services: OtherServices, given: unknown): Promise<void> {
  const directory = given instanceof Uri ? given : await pickB4(review);
  if (directory) await openOthers(review, services, directory);
}

/** `.git/b4-review/` with the commit that is checked out; undefined without a work tree. */
async function checkedOut({ repository }: OpenReview): Promise<Uri | undefined> {
  if (!repository || repository.isBare) return undefined;
  const head = await repository.head();
  return head === undefined ? undefined : Uri.joinPath(Uri.file(repository.root), '.git', B4_DIRECTORY, head);
}

async function pickB4({ repository }: OpenReview): Promise<Uri | undefined> {
  const kept = repository && Uri.joinPath(Uri.file(repository.root), '.git', B4_DIRECTORY);
  const names = kept ? await namesIn(kept, FileType.Directory) : [];
  if (!kept || names.length === 0) return chooseDirectory();
  const other = l10n.t('Another directory…');
  const picked = await window.showQuickPick([...names, other], { title: l10n.t("Which of b4's reviews?") });
  if (picked === other) return chooseDirectory();
  return picked === undefined ? undefined : Uri.joinPath(kept, picked);
}

async function chooseDirectory(): Promise<Uri | undefined> {
  const picked = await window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    title: l10n.t("The directory of b4's review files"),
  });
  return picked?.[0];
}

/** Nothing of anybody else is overwritten. */
async function mayWrite(directory: Uri, files: readonly B4File[]): Promise<boolean> {
  const names = await namesIn(directory);
  if (names.length === 0) return true;
  if (!names.includes('identity.txt')) return false;
  const identity = await workspace.fs.readFile(Uri.joinPath(directory, 'identity.txt'));
  const own = files.find(({ name }) => name === 'identity.txt')?.text.trim();
  return new TextDecoder().decode(identity).trim() === own;
}

/** A patch without open questions has no file any more. */
async function removeStale(directory: Uri, name: string, files: readonly B4File[]): Promise<void> {
  const isOurs = /^(\d{4}|series)\.txt$/.test(name);
  if (isOurs && !files.some((file) => file.name === name))
    await workspace.fs.delete(Uri.joinPath(directory, name));
}

async function namesIn(directory: Uri, type: FileType = FileType.File): Promise<readonly string[]> {
  try {
    const entries = await workspace.fs.readDirectory(directory);
    return entries.filter(([, kind]) => (kind & type) !== 0).map(([name]) => name);
  } catch {
    return [];
  }
}
