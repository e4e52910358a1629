import { lineSimilarity, squeezed } from './similarity.ts';

/** Two lines at least as alike as this are taken for one line, edited. */
const ALIKE = 0.5;
/** Beyond this many comparisons a block is a rewrite in which no line is followed. */
const MOST_COMPARISONS = 40_000;

/**
 * Follows the lines of a run that was replaced by another run: for each index of `before` the index of `after` that it was
 * edited into, or -1. Order is kept, and the sum of likeness is the greatest there is.
 */
export function pairBlock(before: readonly string[], after: readonly string[]): readonly number[] {
  const unpaired = before.map(() => -1);
  if (before.length * after.length > MOST_COMPARISONS) return unpaired;
  const width = after.length + 1;
  const best = new Float64Array((before.length + 1) * width);
  const alike = new Float64Array(before.length * after.length);
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--) {
      const likeness = likenessOf(before[i] ?? '', after[j] ?? '');
      alike[i * after.length + j] = likeness;
      const paired = likeness < ALIKE ? 0 : likeness + (best[(i + 1) * width + j + 1] ?? 0);
      best[i * width + j] = Math.max(paired, best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
    }
  let j = 0;
  return unpaired.map((_, i) => {
    while (j < after.length) {
      const here = best[i * width + j] ?? 0;
      const likeness = alike[i * after.length + j] ?? 0;
      if (likeness >= ALIKE && here === likeness + (best[(i + 1) * width + j + 1] ?? 0)) return j++;
      if (here === (best[(i + 1) * width + j] ?? 0)) return -1;
      j++;
    }
    return -1;
  });
}

/** Blank lines are never followed; equal but for white space beats all else. */
function likenessOf(before: string, after: string): number {
  const [a, b] = [squeezed(before), squeezed(after)];
  if (a === '' || b === '') return 0;
  return a === b ? 2 : lineSimilarity(before, after);
}
