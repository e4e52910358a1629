import { bareAddress } from '../../patch/message/addresses.ts';
import { lastTouched } from '../mergeReviews.ts';
import type { Mark, MarkRemark, Review } from '../review.ts';
import type { OtherReview } from './otherReview.ts';

/**
 * Puts together what one person said about one series in several places, such as in the thread and in a file: each mark
 * comes once, as it was touched last. Reviews by different people stay apart, and so do those by nobody known.
 */
export function joinOthers(others: readonly OtherReview[]): readonly OtherReview[] {
  const joined = new Map<string, OtherReview>();
  for (const [index, other] of others.entries()) {
    const { reviewer, series } = other.review;
    const who = reviewer === '' ? `nobody ${index}` : bareAddress(reviewer);
    const key = JSON.stringify([who, series.id]);
    const known = joined.get(key);
    joined.set(key, known ? { ...known, review: unionOf(known.review, other.review) } : other);
  }
  return [...joined.values()];
}

/** All marks and answers of two states of one person's review, by their ids. */
export function unionOf(a: Review, b: Review): Review {
  const marks = new Map(a.marks.map((mark) => [mark.id, mark]));
  for (const mark of b.marks) marks.set(mark.id, laterOf(marks.get(mark.id), mark));
  const answers = new Map((a.answers ?? []).map((answer) => [answer.question, answer]));
  for (const answer of b.answers ?? []) answers.set(answer.question, answer);
  return {
    ...a,
    reviewer: a.reviewer === '' ? b.reviewer : a.reviewer,
    marks: [...marks.values()],
    ...(answers.size > 0 && { answers: [...answers.values()] }),
  };
}

/**
 * The marks of `other` that are not one's own. A question that is word for word an own one on the same patch is that
 * question, sent by mail and read back.
 */
export function withoutOwn(other: Review, own: Review): readonly Mark[] {
  if (!isSamePerson(other.reviewer, own.reviewer)) return other.marks;
  const asked = new Set(own.marks.map(wordsAt));
  return other.marks.filter((mark) => !asked.has(wordsAt(mark)));
}

/** What a mark says and on which patch, with blanks squeezed as mailers do. */
export function wordsAt({ question, target }: Mark): string {
  const place = target.kind === 'cover' ? 'cover' : target.patch;
  return JSON.stringify([place, question.replace(/\s+/g, ' ').trim()]);
}

/** True for two addresses, perhaps with names, of one person; nobody known is never the same. */
export function isSamePerson(a: string, b: string): boolean {
  return a !== '' && bareAddress(a) === bareAddress(b);
}

function laterOf(known: Mark | undefined, mark: Mark): Mark {
  if (!known) return mark;
  const later = lastTouched(mark) > lastTouched(known) ? mark : known;
  const said = new Map<string, MarkRemark>();
  for (const remark of [...(known.remarks ?? []), ...(mark.remarks ?? [])])
    said.set(JSON.stringify([bareAddress(remark.author), remark.text]), remark);
  return said.size === 0 ? later : { ...later, remarks: [...said.values()] };
}
