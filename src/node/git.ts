import { GIT_DIFF_ARGUMENTS, GIT_LOG_ARGUMENTS } from '../core/patch/gitSource.ts';
import type { BlobStore, SourceTree } from '../core/ports.ts';
import type { Problem, WithProblems } from '../core/problem.ts';
import { CatFile } from './catFile.ts';
import { commitTree } from './commitTree.ts';
import { runGit } from './runGit.ts';

/** Which uncommitted changes: index against HEAD, work tree against index, or work tree against HEAD. */
export type DiffKind = 'staged' | 'unstaged' | 'all';

/** A git repository, only ever read from. Problems are 'git-missing' and 'git-failed'. */
export interface Repository extends BlobStore {
  /** Top of the work tree, or the git directory of a bare repository. */
  readonly root: string;
  readonly isBare: boolean;
  /** Commits of a range with their diffs, for `readGitLog`. */
  log(range: string): Promise<WithProblems<Uint8Array | undefined>>;
  /** Uncommitted changes, for `readWorkingTree`. */
  diff(kind: DiffKind): Promise<WithProblems<Uint8Array | undefined>>;
  /** Id of the commit that HEAD names; undefined before the first one. */
  head(): Promise<string | undefined>;
  /** The files of a commit. `commit` is a full or abbreviated id. */
  tree(commit: string): Promise<WithProblems<SourceTree | undefined>>;
  /** Ends the git process that serves blobs. */
  dispose(): void;
}

const DIFF_AGAINST: Record<DiffKind, readonly string[]> = {
  staged: ['--cached'],
  unstaged: [],
  all: ['HEAD'],
};

/** Opens the repository that `directory` (a work tree, a directory in one, or a bare one) belongs to. */
export async function openRepository(directory: string): Promise<WithProblems<Repository | undefined>> {
  const answer = await runGit(directory, ['rev-parse', '--is-inside-work-tree', '--absolute-git-dir']);
  if (!answer.value) return { value: undefined, problems: answer.problems };
  const [inWorkTree, gitDirectory = directory] = text(answer.value).split('\n');
  if (inWorkTree !== 'true') return { value: createRepository(gitDirectory, true), problems: [] };
  const top = await runGit(directory, ['rev-parse', '--show-toplevel']);
  if (!top.value) return { value: undefined, problems: top.problems };
  return { value: createRepository(text(top.value).replace(/\n$/, ''), false), problems: [] };
}

function createRepository(root: string, isBare: boolean): Repository {
  const objects = new CatFile(root);
  return {
    root,
    isBare,
    blob: (oid) => (isObjectId(oid) ? objects.read(`${oid}^{blob}`) : Promise.resolve(undefined)),
    file: (commit, path) =>
      isObjectId(commit) && isTreePath(path) ? objects.read(`${commit}:${path}`) : Promise.resolve(undefined),
    log: async (range) => {
      const refused = refusedRange(range);
      if (refused) return { value: undefined, problems: [refused] };
      return runGit(root, [...GIT_LOG_ARGUMENTS, '--end-of-options', range, '--']);
    },
    head: async () => {
      const answer = await runGit(root, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
      return answer.value && text(answer.value).trim();
    },
    tree: async (commit) => {
      if (!isObjectId(commit)) return { value: undefined, problems: [refusedCommit(commit)] };
      return commitTree(root, commit, (oid) => objects.read(oid));
    },
    diff: (kind) => runGit(root, [...GIT_DIFF_ARGUMENTS, ...DIFF_AGAINST[kind], '--']),
    dispose: () => {
      objects.dispose();
    },
  };
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}

function isObjectId(oid: string): boolean {
  return /^[0-9a-f]{7,64}$/i.test(oid);
}

function refusedCommit(commit: string): Problem {
  return { code: 'git-failed', message: 'This is no commit id.', at: JSON.stringify(commit) };
}

/** Repository-relative; git would resolve `./` and `../` against the directory it runs in. */
function isTreePath(path: string): boolean {
  return path !== '' && !path.split('/').some((part) => part === '' || part === '.' || part === '..');
}

/** A range must not be taken for an option, and must end somewhere: a lone commit would name its whole history. */
function refusedRange(range: string): Problem | undefined {
  const refuse = (message: string): Problem => ({ code: 'git-failed', message, at: JSON.stringify(range) });
  if (range.startsWith('-')) return refuse('A git range cannot begin with "-".');
  if (/\p{Cc}/u.test(range)) return refuse('A git range cannot hold control characters.');
  if (!/\.\.|\^[!-]/.test(range))
    return refuse('This is no range of commits: write A..B, or COMMIT^! for a single one.');
  return undefined;
}
