import type { Series } from '../core/patch/series.ts';
import type { CarriedMark } from '../core/review/carry/carryReview.ts';
import type { Proposal } from '../core/review/carry/proposal.ts';
import { isSamePerson } from '../core/review/others/joinOthers.ts';
import type { OtherMark } from '../core/review/others/otherReview.ts';
import type { Said } from '../core/review/others/saidBelow.ts';
import type { Answer, Review } from '../core/review/review.ts';

/** What other reviewers said about a series, as far as it is known now. */
export interface OthersView {
  readonly marks: readonly OtherMark[];
  /** By id of a mark, own ones included. */
  readonly said: ReadonlyMap<string, readonly Said[]>;
  /** What became of their lines in the work tree, by id of the mark; empty where there is none. */
  readonly inTree: ReadonlyMap<string, CarriedMark>;
}

/** Before anything is known of others. */
export const NO_OTHERS: OthersView = { marks: [], said: new Map(), inTree: new Map() };

/** Whose turn a question is: `you` means whoever looks. */
export type Turn = 'you' | 'author' | 'reviewer';

/** A question of another reviewer. */
export interface OtherQuestion {
  readonly at: OtherMark;
  /** `answered`: somebody answered it, or the lines were documented or rewritten since; `closed`: its reviewer ended it. */
  readonly state: 'open' | 'answered' | 'closed';
  /** Null when it is closed. */
  readonly turn: Turn | null;
  readonly said: readonly Said[];
  /** One's own answer to it. */
  readonly answer: Answer | null;
  /** What seems to have ended it: in the work tree, else in this version. */
  readonly proposal: Proposal | null;
  readonly isInTree: boolean;
}

/** The questions of other reviewers, in the order in which they came. */
export function otherQuestions(series: Series, own: Review, others: OthersView): readonly OtherQuestion[] {
  const isMine = isAuthor(series, own.reviewer);
  return others.marks
    .filter(({ mark }) => mark.state === 'needs-explanation')
    .map((at): OtherQuestion => {
      const { mark, reviewer, carried } = at;
      const said = others.said.get(mark.id) ?? [];
      const tree = others.inTree.get(mark.id)?.proposal ?? null;
      const proposal = mark.exit ? null : (tree ?? carried?.proposal ?? null);
      const last = said.at(-1);
      const isAnswered = proposal !== null || (last !== undefined && !isSamePerson(last.author, reviewer));
      const state = mark.exit ? 'closed' : isAnswered ? 'answered' : 'open';
      const turn = state === 'closed' ? null : state === 'answered' ? 'reviewer' : isMine ? 'you' : 'author';
      const answer = own.answers?.find(({ question }) => question === mark.id) ?? null;
      return { at, state, turn, said, answer, proposal, isInTree: proposal !== null && proposal === tree };
    });
}

/** True if this person wrote a patch of the series; changes that nobody committed are one's own. */
function isAuthor({ patches }: Series, person: string): boolean {
  return patches.some(({ author, envelope }) =>
    [author, envelope?.from ?? author].some((each) => each === '' || isSamePerson(each, person)),
  );
}
