import type { FileChange, Series } from '../../patch/series.ts';
import { matchPatches } from './matchPatches.ts';
import { squeezed } from './similarity.ts';

/** A file of a patch, by 0-based indices. */
export interface FilePlace {
  readonly patch: number;
  readonly file: number;
}

/** The same file in two versions; null where a version does not touch it. */
export interface FilePair {
  readonly from: FilePlace | null;
  readonly to: FilePlace | null;
}

/**
 * The files that the author treats differently in the later version, in its order, then those that it no longer touches. A
 * file whose added and removed lines are the same is left out, wherever a rebase has moved them.
 */
export function versionPairs(from: Series, to: Series): readonly FilePair[] {
  const matches = matchPatches(from, to);
  const left = new Map<string, FilePlace>();
  for (const [patch, { files }] of from.patches.entries())
    for (const [file, change] of files.entries()) left.set(key({ patch, file }, change), { patch, file });
  const pairs: FilePair[] = [];
  for (const [patch, { files }] of to.patches.entries())
    for (const [file, change] of files.entries()) {
      const earlier = [...left].find(
        ([, place]) =>
          matches[place.patch]?.some((match) => match.to === patch) === true &&
          sameFile(from.patches[place.patch]?.files[place.file], change),
      );
      if (earlier) left.delete(earlier[0]);
      const before = earlier && from.patches[earlier[1].patch]?.files[earlier[1].file];
      if (before && changes(before) === changes(change)) continue;
      pairs.push({ from: earlier?.[1] ?? null, to: { patch, file } });
    }
  return [...pairs, ...[...left.values()].map((place) => ({ from: place, to: null }))];
}

function key({ patch, file }: FilePlace, change: FileChange): string {
  return `${patch} ${file} ${change.newPath ?? ''}`;
}

function sameFile(before: FileChange | undefined, after: FileChange): boolean {
  if (!before) return false;
  return (before.newPath ?? before.oldPath) === (after.newPath ?? after.oldPath);
}

/** What a file change adds and removes, blanks and places aside. */
function changes({ kind, hunks }: FileChange): string {
  const lines = hunks.flatMap((hunk) => hunk.lines.filter((line) => line.kind !== 'context'));
  return [kind, ...lines.map((line) => `${line.kind} ${squeezed(line.text)}`)].join('\n');
}
