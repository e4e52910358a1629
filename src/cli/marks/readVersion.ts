import { existsSync } from 'node:fs';
import { versionAt, versionOf } from '../../core/review/carry/versionOf.ts';
import type { Version } from '../../core/review/carry/version.ts';
import type { WithProblems } from '../../core/problem.ts';
import type { Repository } from '../../node/git.ts';
import { tipOfGitLog } from '../../core/patch/gitSource.ts';
import { readSource } from '../readSource.ts';

/** Reads a version of a series: the file of that name, else the git range. Undefined with problems if it is neither. */
export async function readVersion(
  name: string,
  repository: Repository | undefined,
): Promise<WithProblems<Version | undefined>> {
  const isFile = name === '-' || existsSync(name);
  if (!isFile && !name.includes('..') && !name.includes('^'))
    return {
      value: undefined,
      problems: [
        {
          code: 'unreadable-input',
          message: 'There is no such file, and it is no git range (A..B).',
          at: name,
        },
      ],
    };
  const source = await readSource(
    isFile ? { kind: 'files', paths: [name] } : { kind: 'range', range: name },
    repository,
  );
  const { value, problems } = await source.read();
  if (value) return { value: await versionOf(value, repository), problems };
  const tip = isFile ? undefined : await tipOf(name, repository);
  return tip && repository
    ? { value: await versionAt(tip, repository), problems: [] }
    : { value: undefined, problems };
}

/** The commit that a range ends in which holds nothing but merges without changes of their own. */
async function tipOf(range: string, repository: Repository | undefined): Promise<string | undefined> {
  const log = await repository?.log(range);
  return log?.value && tipOfGitLog(log.value);
}
