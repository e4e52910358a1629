import type { Analysis } from '../analysis.ts';
import { answersIn } from './answersIn.ts';
import { asksForLook } from './asksForLook.ts';
import type { Coverage, Mark, Review } from './review.ts';

/** Sums what was looked at, over the whole series or over the patch with this 0-based index. */
export function coverageOf(analysis: Analysis, review: Review, patchIndex?: number): Coverage {
  const marks = marksByPatch(review);
  const patches = patchIndex === undefined ? [...analysis.series.patches.keys()] : [patchIndex];
  return sumOf(patches.map((index) => patchCoverage(analysis, marks, index)));
}

/** Sums what was looked at in each patch; parallel to the patches of the series. */
export function coverageByPatch(analysis: Analysis, review: Review): readonly Coverage[] {
  const marks = marksByPatch(review);
  return analysis.series.patches.map((_, index) => patchCoverage(analysis, marks, index));
}

export function sumOf(parts: readonly Coverage[]): Coverage {
  const sum = (key: keyof Coverage): number => parts.reduce((total, part) => total + part[key], 0);
  return {
    total: sum('total'),
    understood: sum('understood'),
    needsExplanation: sum('needsExplanation'),
    deferred: sum('deferred'),
    notLookedAt: sum('notLookedAt'),
  };
}

function patchCoverage(
  { series, patches }: Analysis,
  marks: ReadonlyMap<string, readonly Mark[]>,
  index: number,
): Coverage {
  const patch = series.patches[index];
  const answer = answersIn(marks.get(patch?.id ?? '') ?? []);
  let [total, understood, needsExplanation, deferred] = [0, 0, 0, 0];
  for (const [fileIndex, file] of (patch?.files ?? []).entries())
    for (const annotation of patches[index]?.files[fileIndex]?.annotations ?? []) {
      if (!asksForLook(annotation)) continue;
      total++;
      const state = answer(file, annotation);
      if (state === 'understood') understood++;
      else if (state === 'deferred') deferred++;
      else if (state === 'needs-explanation') needsExplanation++;
    }
  const notLookedAt = total - understood - needsExplanation - deferred;
  return { total, understood, needsExplanation, deferred, notLookedAt };
}

function marksByPatch({ marks }: Review): ReadonlyMap<string, readonly Mark[]> {
  const byPatch = new Map<string, Mark[]>();
  for (const mark of marks) {
    if (mark.target.kind !== 'lines') continue;
    const here = byPatch.get(mark.target.patch);
    if (here) here.push(mark);
    else byPatch.set(mark.target.patch, [mark]);
  }
  return byPatch;
}
