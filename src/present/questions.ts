import type { Carried } from '../core/review/carry/adoptMarks.ts';
import { isSamePerson } from '../core/review/others/joinOthers.ts';
import type { Said } from '../core/review/others/saidBelow.ts';
import type { ExitKind, Mark, Review } from '../core/review/review.ts';

/**
 * Where a question is: `answered` if this version of the series, or somebody, seems to answer it, so that it is the reviewer's turn;
 * `open` while it waits for the author; `closed` when the reviewer has ended it.
 */
export type QuestionState = 'open' | 'answered' | 'closed';

/** The states in the order in which a reviewer wants to see them. */
export const QUESTION_STATES: readonly QuestionState[] = ['answered', 'open', 'closed'];

/** A question of the reviewer. */
export interface Question {
  readonly mark: Mark;
  readonly state: QuestionState;
  /** How the tool proposes to end it, if it seems answered. */
  readonly proposal: Exclude<ExitKind, 'withdrawn'> | null;
}

/** All questions of a review, in the order in which they were asked. */
export function questionsOf(
  review: Review,
  carried?: Carried,
  said: ReadonlyMap<string, readonly Said[]> = new Map(),
): readonly Question[] {
  return review.marks.filter(isQuestion).map((mark) => {
    const proposal = mark.exit ? null : (carried?.marks.get(mark.id)?.proposal?.kind ?? null);
    const last = said.get(mark.id)?.at(-1);
    const isAnswered = proposal !== null || (last && !isSamePerson(last.author, review.reviewer));
    return { mark, proposal, state: mark.exit ? 'closed' : isAnswered ? 'answered' : 'open' };
  });
}

function isQuestion({ state }: Mark): boolean {
  return state === 'needs-explanation';
}
