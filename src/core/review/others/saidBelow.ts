import type { Review } from '../review.ts';
import { isSamePerson, wordsAt } from './joinOthers.ts';
import type { OtherReview } from './otherReview.ts';

/** Something that was said below a question. */
export interface Said {
  /** `Name <address>`, or empty if not known. */
  readonly author: string;
  readonly text: string;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
}

/**
 * What was said below each question, by the id of its mark and oldest first: answers in the thread and in anybody's review
 * file, also below one's own questions, of which the thread has a copy. What one noted there for oneself is not among it.
 */
export function saidBelow(own: Review, others: readonly OtherReview[]): ReadonlyMap<string, readonly Said[]> {
  const said = new Map<string, Said[]>();
  const add = (id: string, one: Said): void => {
    const here = said.get(id) ?? [];
    if (here.some((other) => isSamePerson(other.author, one.author) && other.text === one.text)) return;
    said.set(id, [...here, one]);
  };
  const ownByWords = new Map(own.marks.map((mark) => [wordsAt(mark), mark.id]));
  for (const { review } of others) {
    const isOwn = isSamePerson(review.reviewer, own.reviewer);
    for (const mark of review.marks) {
      const copyOf = isOwn ? ownByWords.get(wordsAt(mark)) : undefined;
      for (const remark of mark.remarks ?? []) add(copyOf ?? mark.id, remark);
    }
    for (const answer of review.answers ?? [])
      add(answer.question, { author: review.reviewer, text: answer.text, madeAt: answer.madeAt });
  }
  for (const { question, text, madeAt } of own.answers ?? [])
    add(question, { author: own.reviewer, text, madeAt });
  for (const here of said.values()) here.sort((a, b) => Date.parse(a.madeAt) - Date.parse(b.madeAt));
  return said;
}
