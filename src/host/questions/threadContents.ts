import { CommentThreadState, l10n, type Comment } from 'vscode';
import { visibleText } from '../../core/output/visibleText.ts';
import type { OtherMark } from '../../core/review/others/otherReview.ts';
import type { OtherQuestion } from '../../present/otherQuestions.ts';
import { personName } from '../../present/panelRemarks.ts';
import { questionsOf } from '../../present/questions.ts';
import type { OpenReview } from '../reviews/openReview.ts';
import { saidComments, threadComments, threadLabel } from './threadComments.ts';
import { turnWords } from './turnWords.ts';
import type { ThreadSubject } from './threadPlaces.ts';

/** A thread as it is to be shown. */
export interface ThreadContent extends ThreadSubject {
  /** Id of the mark. */
  readonly id: string;
  readonly comments: Comment[];
  readonly label: string;
  readonly state: CommentThreadState;
  /** For menus: a question of one's own that is open or has ended, or what another reviewer said. */
  readonly context: 'open' | 'ended' | 'other' | 'otherEnded';
  readonly canReply: boolean;
}

/** The threads of a review: its questions, and what other reviewers said in words. */
export function threadContents(review: OpenReview): readonly ThreadContent[] {
  const own = questionsOf(review.review, review.carried, review.others.said).map(
    (question): ThreadContent => {
      const { mark } = question;
      const ended = mark.exit !== null;
      const { reviewer } = review.review;
      return {
        ...{ id: mark.id, target: mark.target, anchor: mark.anchor },
        comments: threadComments(question, reviewer, review.others.said.get(mark.id)),
        label: threadLabel(question),
        state: ended ? CommentThreadState.Resolved : CommentThreadState.Unresolved,
        context: ended ? 'ended' : 'open',
        canReply: !ended,
      };
    },
  );
  const questions = new Map(review.otherQuestions.map((question) => [question.at, question]));
  const others = review.others.marks.flatMap((at): ThreadContent[] => {
    const { target, mark } = at;
    if (target === null || mark.question === '') return [];
    return [otherContent({ ...at, target }, questions.get(at))];
  });
  return [...own, ...others];
}

function otherContent(
  { mark, target, reviewer }: OtherMark & { readonly target: NonNullable<OtherMark['target']> },
  question: OtherQuestion | undefined,
): ThreadContent {
  const isOpen = question !== undefined && question.state !== 'closed';
  const name = personName(reviewer);
  const turn = question ? turnWords(question) : '';
  return {
    ...{ id: mark.id, target, anchor: mark.anchor },
    comments: saidComments(mark, reviewer, question),
    label: visibleText(turn === '' ? name : l10n.t('{0}: {1}', name, turn)),
    state: isOpen ? CommentThreadState.Unresolved : CommentThreadState.Resolved,
    context: isOpen ? 'other' : 'otherEnded',
    canReply: isOpen,
  };
}
