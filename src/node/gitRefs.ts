import type { WithProblems } from '../core/problem.ts';
import { runGit } from './runGit.ts';

/** A branch or tag, as a person chooses one. */
export interface GitRef {
  /** `main`, `origin/main`, `v9.1`. */
  readonly name: string;
  /** `3 days ago`. */
  readonly when: string;
  readonly subject: string;
  /** It is what the current branch is meant to be merged into. */
  readonly upstream: boolean;
}

const MAX_REFS = 50;
const FIELDS = ['refname', 'refname:short', 'creatordate:relative', 'subject', 'symref'];

/** Branches and tags, those with the latest work first, the current branch's upstream before all. */
export async function readGitRefs(directory: string): Promise<WithProblems<readonly GitRef[]>> {
  const format = FIELDS.map((field) => `%(${field})`).join('%00');
  const listed = await runGit(directory, [
    'for-each-ref',
    `--format=${format}`,
    '--sort=-creatordate',
    `--count=${MAX_REFS}`,
    ...['refs/heads', 'refs/remotes', 'refs/tags'],
  ]);
  if (!listed.value) return { value: [], problems: listed.problems };
  const [current, upstream] = await Promise.all([
    symbolic(directory, 'HEAD'),
    symbolic(directory, '@{upstream}'),
  ]);
  const refs = text(listed.value)
    .split('\n')
    .flatMap((line): readonly GitRef[] => {
      const [full = '', name = '', when = '', subject = '', symref = ''] = line.split('\0');
      if (full === '' || full === current || symref !== '') return [];
      return [{ name, when, subject, upstream: full === upstream }];
    });
  return { value: [...refs].sort((a, b) => Number(b.upstream) - Number(a.upstream)), problems: [] };
}

/** Full name of what a revision stands for, or undefined. */
async function symbolic(directory: string, revision: string): Promise<string | undefined> {
  const answer = await runGit(directory, ['rev-parse', '--symbolic-full-name', revision]);
  return answer.value && text(answer.value).trim();
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}
