import type { Answer, Review } from './review.ts';

/** Puts an answer in place of the one to the same question, or last; one without text takes that away. */
export function setAnswer({ answers = [], ...review }: Review, answer: Answer): Review {
  const others = answers.filter(({ question }) => question !== answer.question);
  const changed = answer.text === '' ? others : [...others, answer];
  return changed.length === 0 ? review : { ...review, answers: changed };
}
