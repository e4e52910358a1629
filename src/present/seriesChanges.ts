import type { Analysis } from '../core/analysis.ts';

/** One file change of a series; indices 0-based. */
export interface ChangePlace {
  readonly patch: number;
  readonly file: number;
}

/** What a series does to a file: from the old side of its first change to the new side of its last. */
export interface SeriesChange {
  readonly first: ChangePlace;
  readonly last: ChangePlace;
}

/**
 * The files of a series, each once, in the order in which they are first changed; renames are followed. A file of which
 * only hunks are known comes once for each patch, for its sides do not show the same lines.
 */
export function seriesChanges({ series, patches }: Analysis): readonly SeriesChange[] {
  const found: SeriesChange[] = [];
  /** Index in `found` of the change that left a path behind, whole. */
  const whole = new Map<string, number>();
  for (const [patch, { files }] of series.patches.entries())
    for (const [file, { oldPath, newPath }] of files.entries()) {
      const isWhole = patches[patch]?.files[file]?.image === 'whole';
      const before = oldPath !== null && isWhole ? whole.get(oldPath) : undefined;
      const place = { patch, file };
      const at = before ?? found.length;
      found[at] = { first: found[at]?.first ?? place, last: place };
      if (oldPath !== null) whole.delete(oldPath);
      if (newPath !== null && isWhole) whole.set(newPath, at);
    }
  return found;
}
