import { languageOf } from '../../../src/core/patch/language.ts';
import { gitText } from './gitText.ts';
import type { Random } from './random.ts';
import type { Expected, Truth } from './truth.ts';

/** A commit, its parent, and lines of the parent with what the commit did to them. */
export interface Step {
  readonly parent: string;
  readonly commit: string;
  readonly marks: readonly Expected[];
}

/** Marks on each commit: as many on any lines of the changed files as on lines that the commit did not keep. */
export const MARKS = 20;
/** Commits that touch more files than this are imports and mass changes. */
const MOST_FILES = 30;

/** Ids of commits (no merges, no roots) that change files of Rust or C: `limit` of them, drawn by `random`. */
export async function commitsToFollow(
  directory: string,
  limit: number,
  random: Random,
): Promise<readonly string[]> {
  const log = ['log', '--no-merges', '--min-parents=1', '--diff-filter=MRD', '--format=%H'];
  const all = await gitText(directory, [...log, '--', '*.rs', '*.c', '*.h']);
  return random.draw(
    all.split('\n').filter((line) => line !== ''),
    limit,
  );
}

/** Draws marks on the parent of a commit. Undefined if the commit changes no Rust or C, or nearly everything. */
export async function stepOf(directory: string, commit: string, random: Random): Promise<Step | undefined> {
  const parent = (await gitText(directory, ['rev-parse', `${commit}^`])).trim();
  const files = await changedFiles(directory, parent, commit);
  if (files.length === 0 || files.length > MOST_FILES) return undefined;
  const lines: Expected[] = [];
  for (const file of files) lines.push(...(await truthOf(directory, parent, commit, file)));
  const said = lines.filter(({ text }) => text.trim() !== '');
  const changed = random.draw(
    said.filter(({ truth }) => truth.kind !== 'kept'),
    MARKS,
  );
  return { parent, commit, marks: [...random.draw(said, MARKS), ...changed] };
}

/** Some files of Rust and C of the newest commit, of 60 to 2,000 lines. */
export async function sourceFiles(
  directory: string,
  limit: number,
  random: Random,
): Promise<readonly { readonly path: string; readonly lines: readonly string[] }[]> {
  const names = await gitText(directory, ['ls-tree', '-r', '-z', '--name-only', 'HEAD']);
  const paths = names.split('\0').filter((path) => languageOf(path) !== undefined);
  const files = [];
  for (const path of random.draw(paths, limit)) {
    const lines = (await gitText(directory, ['cat-file', 'blob', `HEAD:${path}`])).split('\n').slice(0, -1);
    if (lines.length >= 60 && lines.length <= 2000) files.push({ path, lines });
  }
  return files;
}

interface ChangedFile {
  readonly from: string;
  /** Null if the commit takes the file away. */
  readonly to: string | null;
}

async function changedFiles(
  directory: string,
  parent: string,
  commit: string,
): Promise<readonly ChangedFile[]> {
  const raw = await gitText(directory, ['diff', '-M', '-z', '--name-status', parent, commit]);
  const fields = raw.split('\0');
  const files: ChangedFile[] = [];
  for (let at = 0; at < fields.length - 1;) {
    const status = fields[at] ?? '';
    const paths = fields.slice(at + 1, at + (/^[RC]/.test(status) ? 3 : 2));
    at += paths.length + 1;
    const [from = '', to = from] = paths;
    if (languageOf(from) === undefined || !/^[MRD]/.test(status)) continue;
    files.push({ from, to: status === 'D' ? null : to });
  }
  return files;
}

/** What became of every line of a file of the parent. */
async function truthOf(
  directory: string,
  parent: string,
  commit: string,
  { from, to }: ChangedFile,
): Promise<readonly Expected[]> {
  const text = await gitText(directory, ['cat-file', 'blob', `${parent}:${from}`]);
  const lines = text.split('\n').slice(0, text.endsWith('\n') ? -1 : undefined);
  if (to === null)
    return lines.map((line, index) => ({
      path: from,
      line: index + 1,
      text: line,
      truth: { kind: 'gone' },
    }));
  const [kept, replaced] = await Promise.all([
    keptLines(directory, parent, commit, from, to),
    replacedLines(directory, parent, commit, from, to),
  ]);
  return lines.map((line, index): Expected => {
    const at = kept.get(index + 1);
    const changed: Truth = { kind: replaced.has(index + 1) ? 'edited' : 'gone' };
    return {
      path: from,
      line: index + 1,
      text: line,
      truth: at === undefined ? changed : { kind: 'kept', path: to, line: at },
    };
  });
}

/** Line of the parent → line of the commit, as `git blame --reverse` has it. */
async function keptLines(
  directory: string,
  parent: string,
  commit: string,
  from: string,
  to: string,
): Promise<ReadonlyMap<number, number>> {
  const range = `${parent}..${commit}`;
  const blame = await gitText(directory, ['blame', '--reverse', '--porcelain', range, '--', from]);
  const kept = new Map<number, number>();
  for (const [, id, there, here] of blame.matchAll(/^([0-9a-f]{40}) (\d+) (\d+)/gm))
    if (id === commit) kept.set(Number(here), Number(there));
  return kept.size === 0 && from !== to ? unchangedLines(directory, parent, commit, from, to) : kept;
}

/** The same of a renamed file, of which `git blame --reverse` does not know the new name. */
async function unchangedLines(
  directory: string,
  parent: string,
  commit: string,
  from: string,
  to: string,
): Promise<ReadonlyMap<number, number>> {
  const kept = new Map<number, number>();
  const length = (await gitText(directory, ['cat-file', 'blob', `${parent}:${from}`])).split('\n').length;
  let [here, there] = [1, 1];
  for (const hunk of await hunksOf(directory, parent, commit, from, to)) {
    for (; here < hunk.oldStart; here++, there++) kept.set(here, there);
    here += hunk.oldLines;
    there += hunk.newLines;
  }
  for (; here <= length; here++, there++) kept.set(here, there);
  return kept;
}

/** Lines of the parent in whose place the commit puts others: `git log -L` follows those into the lines that stand there. */
async function replacedLines(
  directory: string,
  parent: string,
  commit: string,
  from: string,
  to: string,
): Promise<ReadonlySet<number>> {
  const replaced = new Set<number>();
  for (const { oldStart, oldLines, newLines } of await hunksOf(directory, parent, commit, from, to))
    if (newLines > 0) for (let at = 0; at < oldLines; at++) replaced.add(oldStart + at);
  return replaced;
}

interface Hunk {
  /** First line of the parent that is not kept or stands below what was added. */
  readonly oldStart: number;
  readonly oldLines: number;
  readonly newLines: number;
}

async function hunksOf(
  directory: string,
  parent: string,
  commit: string,
  from: string,
  to: string,
): Promise<readonly Hunk[]> {
  const diff = ['diff', '-M', '-U0', '--no-ext-diff', '--no-textconv', parent, commit, '--', from];
  const text = await gitText(directory, from === to ? diff : [...diff, to]);
  return [...text.matchAll(/^@@ -(\d+)(?:,(\d+))? \+\d+(?:,(\d+))? @@/gm)].map(
    ([, start, removed, added]) => {
      const oldLines = Number(removed ?? 1);
      return {
        oldStart: Number(start) + (oldLines === 0 ? 1 : 0),
        oldLines,
        newLines: Number(added ?? 1),
      };
    },
  );
}
