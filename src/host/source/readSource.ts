import { FileSystemError, l10n, Uri, workspace } from 'vscode';
import { readGitLog, readWorkingTree } from '../../core/patch/gitSource.ts';
import { readSeries, type Input } from '../../core/patch/readSeries.ts';
import type { Series } from '../../core/patch/series.ts';
import type { Problem, WithProblems } from '../../core/problem.ts';
import { isEarlier } from '../../core/review/others/relatedSeries.ts';
import type { Repository } from '../../node/git.ts';
import type { Repositories } from './repositories.ts';
import type { ReviewSource } from './reviewSource.ts';
import { changesTitle } from './sourceTitle.ts';

/** A series, and the repository whose blobs make its images whole. */
export interface SourceContent {
  readonly series: Series;
  /** Earlier versions of it that came along, oldest first. */
  readonly earlier: readonly Series[];
  readonly repository: Repository | undefined;
}

/** Reads the series of a source; undefined with problems that say why there is none. */
export async function readSource(
  source: ReviewSource,
  repositories: Repositories,
): Promise<WithProblems<SourceContent | undefined>> {
  if (source.kind === 'files') return readFiles(source.uris, repositories);
  const { value: repository, problems } = await repositories.open(source.directory);
  if (!repository) return { value: undefined, problems };
  if (source.kind === 'range') {
    const log = await repository.log(source.range);
    if (!log.value) return { value: undefined, problems: log.problems };
    return withRepository(readGitLog(log.value, source.range), repository);
  }
  const diff = await repository.diff(source.changes);
  if (!diff.value) return { value: undefined, problems: diff.problems };
  return withRepository(readWorkingTree(diff.value, changesTitle(source.changes)), repository);
}

async function readFiles(
  uris: readonly string[],
  repositories: Repositories,
): Promise<WithProblems<SourceContent | undefined>> {
  const inputs: Input[] = [];
  const problems: Problem[] = [];
  for (const text of uris) {
    const uri = Uri.parse(text);
    const name = workspace.asRelativePath(uri);
    try {
      inputs.push({ name, bytes: await contentOf(uri) });
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      problems.push({ code: 'unreadable-input', message: reasonOf(error), at: name });
    }
  }
  if (inputs.length === 0) return { value: undefined, problems };
  const read = await readSeries(inputs);
  const series = read.value.at(-1);
  const all = [...problems, ...read.problems];
  const repository = series && (await repositories.holding(series));
  const earlier = series
    ? read.value.filter((other) => isEarlier({ ...other, changeId: other.changeId ?? null }, series))
    : [];
  return withRepository({ value: series, problems: all }, repository, earlier);
}

/** What an editor shows wins over the file: the reviewer may have pasted or trimmed a patch there. */
async function contentOf(uri: Uri): Promise<Uint8Array> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open && (open.isDirty || open.isUntitled)) return new TextEncoder().encode(open.getText());
  return workspace.fs.readFile(uri);
}

function withRepository(
  { value, problems }: WithProblems<Series | undefined>,
  repository: Repository | undefined,
  earlier: readonly Series[] = [],
): WithProblems<SourceContent | undefined> {
  return { value: value && { series: value, earlier, repository }, problems };
}

function reasonOf(error: Error): string {
  if (error instanceof FileSystemError) {
    if (error.code === 'FileNotFound') return l10n.t('There is no such file.');
    if (error.code === 'FileIsADirectory') return l10n.t('This is a directory; choose the files in it.');
    if (error.code === 'NoPermissions') return l10n.t('The file may not be read.');
  }
  return l10n.t('The file could not be read: {0}', error.message);
}
