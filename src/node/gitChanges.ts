import type { WithProblems } from '../core/problem.ts';
import { runGit } from './runGit.ts';

/**
 * The commit that work in the tree at `root` is compared with: where HEAD left `revision`, else where it left the branch's
 * upstream, else HEAD itself. Undefined with a problem if `revision` is given and git does not know it.
 */
export async function changeBase(root: string, revision: string): Promise<WithProblems<string | undefined>> {
  if (revision !== '') {
    if (revision.startsWith('-') || /\p{Cc}/u.test(revision)) return refused(revision);
    return commitOf(root, ['merge-base', 'HEAD', revision]);
  }
  const upstream = await commitOf(root, ['merge-base', 'HEAD', '@{upstream}']);
  return upstream.value === undefined ? commitOf(root, ['rev-parse', '--verify', 'HEAD']) : upstream;
}

/** Files of the work tree that differ from a commit, and new ones that git does not ignore; relative to `root`. */
export async function changedPaths(root: string, commit: string): Promise<WithProblems<readonly string[]>> {
  const changed = await runGit(root, [
    'diff',
    '--name-only',
    '-z',
    '--no-renames',
    '--diff-filter=d',
    '--ignore-submodules=all',
    commit,
    '--',
  ]);
  const added = await runGit(root, ['ls-files', '-z', '--others', '--exclude-standard']);
  const value = [changed, added].flatMap((answer) => (answer.value ? namesIn(answer.value) : []));
  return { value: [...new Set(value)], problems: [...changed.problems, ...added.problems] };
}

async function commitOf(root: string, command: readonly string[]): Promise<WithProblems<string | undefined>> {
  const { value, problems } = await runGit(root, command);
  return { value: value && Buffer.from(value).toString('utf8').trim(), problems };
}

function namesIn(bytes: Uint8Array): readonly string[] {
  return Buffer.from(bytes)
    .toString('utf8')
    .split('\0')
    .filter((name) => name !== '');
}

function refused(revision: string): WithProblems<undefined> {
  const message =
    'This cannot be the base of changes: a revision neither begins with "-" nor holds control characters.';
  return { value: undefined, problems: [{ code: 'git-failed', message, at: JSON.stringify(revision) }] };
}
