import type { Analysis } from '../../analysis.ts';
import { makeAnchor } from '../makeAnchor.ts';
import type { Mark, MarkTarget, Review } from '../review.ts';
import { pathOn } from '../targetText.ts';
import type { CarriedMark } from './carryReview.ts';

/** What the marks of an earlier version came to in a later one, by their id. */
export interface Carried {
  /** Version of the series that the marks were made on. */
  readonly fromVersion: number;
  readonly marks: ReadonlyMap<string, CarriedMark>;
}

/**
 * Begins the review of a later version with the marks of the earlier one, where their lines are now. Open questions all
 * come along, those whose lines are gone with the target they had. What was understood, and a question that has ended,
 * stay only where the lines are the same; what was left to someone, where the lines still are.
 */
export function adoptMarks(begun: Review, analysis: Analysis, { marks }: Carried): Review {
  const adopted = [...marks.values()].filter(staysIn).map(({ mark, target }): Mark => {
    if (target === null) return mark;
    const annotation = annotationOf(analysis, mark, target);
    return { ...mark, target, anchor: makeAnchor(analysis, target), annotation };
  });
  return { ...begun, marks: [...begun.marks, ...adopted] };
}

function staysIn({ mark, fate, target }: CarriedMark): boolean {
  if (mark.state === 'needs-explanation' && mark.exit === null) return true;
  if (mark.state === 'deferred') return target !== null;
  return target !== null && (fate === 'exact' || fate === 'moved');
}

/** The annotation that the mark answers now: the same, else one of its pattern on its lines, else none. */
function annotationOf(analysis: Analysis, mark: Mark, target: MarkTarget): string | null {
  if (mark.annotation === null || target.kind !== 'lines') return null;
  const patch = analysis.series.patches.findIndex(({ id }) => id === target.patch);
  const files = analysis.series.patches[patch]?.files ?? [];
  const found = files.flatMap((file, index) =>
    pathOn(file, target.side) === target.path
      ? (analysis.patches[patch]?.files[index]?.annotations ?? [])
      : [],
  );
  const same = found.find(({ id }) => id === mark.annotation);
  const alike = found.find(
    ({ pattern, side, line }) =>
      pattern === mark.pattern && side === target.side && target.line <= line && line <= target.endLine,
  );
  return (same ?? alike)?.id ?? null;
}
