import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { readGitLog, readWorkingTree } from '../core/patch/gitSource.ts';
import type { Input } from '../core/patch/readSeries.ts';
import type { Series } from '../core/patch/series.ts';
import type { Problem, WithProblems } from '../core/problem.ts';
import type { Repository } from '../node/git.ts';
import type { Source } from './options.ts';

/** Bytes read from a source, ready to be made a series of. */
export interface RawSource {
  readonly size: number;
  /** The series, or undefined with problems that say why there is none. */
  readonly read: () => Promise<WithProblems<Series | undefined>>;
}

/** Fetches the bytes of a source. `repository` is needed by all sources but files. */
export async function readSource(source: Source, repository: Repository | undefined): Promise<RawSource> {
  if (source.kind === 'files') return readFiles(source.paths);
  if (!repository) return nothing([]);
  if (source.kind === 'range') {
    const log = await repository.log(source.range);
    return log.value
      ? gitSource(log.value, (bytes) => readGitLog(bytes, source.range))
      : nothing(log.problems);
  }
  const title = source.kind === 'staged' ? 'Staged changes' : 'Unstaged changes';
  const diff = await repository.diff(source.kind);
  return diff.value
    ? gitSource(diff.value, (bytes) => readWorkingTree(bytes, title))
    : nothing(diff.problems);
}

function nothing(problems: readonly Problem[]): RawSource {
  return { size: 0, read: () => Promise.resolve({ value: undefined, problems }) };
}

function gitSource(
  bytes: Uint8Array,
  read: (bytes: Uint8Array) => WithProblems<Series | undefined>,
): RawSource {
  return { size: bytes.length, read: () => Promise.resolve(read(bytes)) };
}

async function readFiles(paths: readonly string[]): Promise<RawSource> {
  const inputs: Input[] = [];
  const problems: Problem[] = [];
  for (const path of paths) {
    const name = path === '-' ? 'standard input' : path;
    try {
      const bytes = path === '-' ? await buffer(process.stdin) : await readFile(path);
      inputs.push({ name, bytes });
    } catch (error) {
      problems.push({ code: 'unreadable-input', message: reasonOf(error), at: name });
    }
  }
  const size = inputs.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return {
    size,
    read: async () => {
      if (inputs.length === 0) return { value: undefined, problems };
      // Mail decoding is the largest part of the program that git sources do not need.
      const { readSeries } = await import('../core/patch/readSeries.ts');
      const found = await readSeries(inputs);
      return { value: found.value.at(-1), problems: [...problems, ...found.problems] };
    },
  };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EACCES: 'The file may not be read.',
  EISDIR: 'This is a directory; name the files in it.',
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return (
    REASONS[code] ?? `The file could not be read: ${error instanceof Error ? error.message : String(error)}`
  );
}
