import type { Mark, MarkTarget, Review } from './review.ts';

/**
 * Puts a mark. It takes the place of the one with the same id, or of the one on the same lines for the same annotation:
 * two annotations of one line are answered apart. Else it comes last.
 */
export function setMark(review: Review, mark: Mark): Review {
  const replaced = (other: Mark): boolean => other.id === mark.id || samePlace(other, mark);
  const place = review.marks.findIndex(replaced);
  if (place < 0) return { ...review, marks: [...review.marks, mark] };
  const before = review.marks.slice(0, place);
  const after = review.marks.slice(place + 1).filter((other) => !replaced(other));
  return { ...review, marks: [...before, mark, ...after] };
}

/** Takes the mark with this id away; a review without it is returned as it is. */
export function removeMark(review: Review, id: string): Review {
  return review.marks.some((mark) => mark.id === id)
    ? { ...review, marks: review.marks.filter((mark) => mark.id !== id) }
    : review;
}

/** True for marks on the same lines for the same annotation: only one of them can stand. */
export function samePlace(a: Mark, b: Mark): boolean {
  return a.annotation === b.annotation && sameTarget(a.target, b.target);
}

function sameTarget(a: MarkTarget, b: MarkTarget): boolean {
  if (a.kind !== b.kind || a.line !== b.line || a.endLine !== b.endLine) return false;
  if (a.kind === 'cover' || b.kind === 'cover') return true;
  if (a.patch !== b.patch) return false;
  if (a.kind === 'message' || b.kind === 'message') return true;
  return a.path === b.path && a.side === b.side;
}
