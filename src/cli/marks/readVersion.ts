import { existsSync } from 'node:fs';
import { versionOf } from '../../core/review/carry/versionOf.ts';
import type { Version } from '../../core/review/carry/version.ts';
import type { WithProblems } from '../../core/problem.ts';
import type { Repository } from '../../node/git.ts';
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
  return { value: value && (await versionOf(value, repository)), problems };
}
