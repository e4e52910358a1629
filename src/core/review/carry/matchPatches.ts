import type { Patch, Series } from '../../patch/series.ts';
import { pathOn } from '../targetText.ts';
import { isThin, squeezed } from './similarity.ts';

/** A patch of the later version and how much of an earlier patch it took over. Indices are into `patches`. */
export interface PatchMatch {
  readonly to: number;
  /** Share of the earlier patch's changed lines that this one makes too, 0 to 1. */
  readonly share: number;
}

/** For each patch of the earlier version the patches that it became, best first; none if it was dropped. */
export type PatchMatches = readonly (readonly PatchMatch[])[];

/** A patch that takes over less than this of another has nothing to do with it, unless the subjects say so. */
const LEAST_SHARE = 0.2;
const SAME_SUBJECT = 0.3;

/**
 * Matches the patches of two versions of a series: by subject and by the lines that they change, so that renamed, reordered,
 * split, squashed and dropped patches are all seen. A split patch has several matches; two that were squashed share one.
 */
export function matchPatches(from: Series, to: Series): PatchMatches {
  const later = to.patches.map(changedLines);
  return from.patches.map((patch) => {
    const lines = changedLines(patch);
    const matches = to.patches.map((candidate, index): PatchMatch & { readonly score: number } => {
      const share = overlap(lines, later[index] ?? new Map());
      const subject = subjectOf(patch) === subjectOf(candidate) ? SAME_SUBJECT : 0;
      return { to: index, share, score: share + subject };
    });
    return matches
      .filter(({ score }) => score >= LEAST_SHARE)
      .sort((a, b) => b.score - a.score)
      .map(({ to: index, share }) => ({ to: index, share }));
  });
}

function subjectOf(patch: Patch): string {
  return patch.message.subject.trim().toLowerCase();
}

/** Changed lines that say something, with their file and direction, and how often each occurs. */
function changedLines(patch: Patch): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const file of patch.files)
    for (const { lines } of file.hunks)
      for (const line of lines) {
        if (line.kind === 'context' || isThin(line.text)) continue;
        const text = squeezed(line.text);
        const path = pathOn(file, line.kind === 'removed' ? 'old' : 'new') ?? '';
        const key = `${line.kind} ${path.slice(path.lastIndexOf('/') + 1)} ${text}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
  return counts;
}

function overlap(from: ReadonlyMap<string, number>, to: ReadonlyMap<string, number>): number {
  let all = 0;
  let both = 0;
  for (const [key, count] of from) {
    all += count;
    both += Math.min(count, to.get(key) ?? 0);
  }
  return all === 0 ? 0 : both / all;
}
