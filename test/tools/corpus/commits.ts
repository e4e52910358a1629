import { languageOf } from '../../../src/core/patch/language.ts';
import { runGit } from '../../../src/node/runGit.ts';

/** Which commits to take: all, or `limit` of them chosen by `seed`. */
export interface Choice {
  readonly limit: number | undefined;
  readonly seed: number;
}

/**
 * Ids of the commits (no merges) that touch Rust and C, or Rust with `unsafe` or `extern` on a changed line; newest first.
 * Throws with git's words when the directory cannot be read.
 */
export async function commitsWithCrossings(directory: string, choice: Choice): Promise<readonly string[]> {
  const log = ['log', '--no-merges', '--no-ext-diff', '--no-textconv', '--no-renames'];
  const both = (await gitText(directory, [...log, '--name-only', '-z', '--format=%x01%H', '--', ...SOURCES]))
    .split('\u0001')
    .flatMap((entry) => {
      const [commit, ...paths] = entry.split(/[\0\n]/).filter((part) => part !== '');
      const languages = new Set(paths.map(languageOf));
      return commit !== undefined && languages.has('rust') && languages.has('c') ? [commit] : [];
    });
  const marked = (await gitText(directory, [...log, '-G(unsafe|extern)', '--format=%H', '--', ...RUST]))
    .split('\n')
    .filter((commit) => commit !== '');
  const all = [...new Set([...marked, ...both])];
  return choice.limit === undefined ? all : sample(all, choice.limit, choice.seed);
}

const RUST = ['*.rs', '*.rs.inc'];
const SOURCES = [...RUST, '*.c', '*.h', '*.c.inc', '*.h.inc'];

async function gitText(directory: string, command: readonly string[]): Promise<string> {
  const { value, problems } = await runGit(directory, command);
  if (!value) throw new Error(problems.map(({ message }) => message).join(' '));
  return Buffer.from(value).toString('latin1');
}

/** `limit` items in their order, the same for the same seed (a linear congruential generator draws them). */
function sample(items: readonly string[], limit: number, seed: number): readonly string[] {
  let state = seed >>> 0;
  const keyed = items.map((item, index) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return { item, index, key: state };
  });
  return keyed
    .sort((a, b) => a.key - b.key)
    .slice(0, limit)
    .sort((a, b) => a.index - b.index)
    .map(({ item }) => item);
}
