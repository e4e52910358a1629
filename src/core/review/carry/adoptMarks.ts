import type { Analysis } from '../../analysis.ts';
import { makeAnchor } from '../makeAnchor.ts';
import { lastTouched } from '../mergeReviews.ts';
import type { Mark, MarkTarget, Review } from '../review.ts';
import { samePlace } from '../setMark.ts';
import { pathOn } from '../targetText.ts';
import type { CarriedMark } from './carryReview.ts';

/** What the marks of an earlier version came to in a later one, by their id. */
export interface Carried {
  /** Version of the series that the marks were made on. */
  readonly fromVersion: number;
  readonly marks: ReadonlyMap<string, CarriedMark>;
}

/**
 * Brings the marks of the earlier version into the review of a later one, where their lines are now. Open questions all
 * come along, those whose lines are gone with the target they had. What was understood, and a question that has ended,
 * stay only where the lines are the same; what was left to someone, where the lines still are. A mark that is here already
 * is only replaced by a later state of it; what the reviewer has taken away here, or marked anew, stays so.
 */
export function adoptMarks(begun: Review, analysis: Analysis, { marks }: Carried): Review {
  const now = new Map(begun.marks.map((mark) => [mark.id, mark]));
  for (const carried of marks.values()) {
    const { id } = carried.mark;
    if (!staysIn(carried) || begun.dismissed?.includes(id)) continue;
    const adopted = adoptedMark(analysis, carried);
    const present = now.get(id);
    const isOlder = present && lastTouched(adopted) <= lastTouched(present);
    if (!isOlder && (present || !isTaken(begun, adopted))) now.set(id, adopted);
  }
  return { ...begun, marks: [...now.values()] };
}

/**
 * The marks of the earlier version that were settled there and ask again here, because their lines were edited: nothing in
 * this review says anything about them yet. Those whose lines are gone ask nothing.
 */
export function askingAgain(review: Review, analysis: Analysis, { marks }: Carried): readonly AskedAgain[] {
  return [...marks.values()].flatMap((carried) => {
    const { mark, fate } = carried;
    const isSettled = mark.state === 'understood' || mark.exit !== null;
    if (!isSettled || fate !== 'edited' || carried.target === null) return [];
    if (review.dismissed?.includes(mark.id) || review.marks.some(({ id }) => id === mark.id)) return [];
    const now = adoptedMark(analysis, carried);
    return isTaken(review, now) ? [] : [{ carried, now }];
  });
}

/** A mark that asks again: what became of it, and the mark as it would stand here. */
export interface AskedAgain {
  readonly carried: CarriedMark;
  readonly now: Mark;
}

function isTaken({ marks }: Review, mark: Mark): boolean {
  return marks.some((other) => samePlace(other, mark));
}

function adoptedMark(analysis: Analysis, { mark, target }: CarriedMark): Mark {
  if (target === null) return mark;
  const annotation = annotationOf(analysis, mark, target);
  return { ...mark, target, anchor: makeAnchor(analysis, target), annotation };
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
