import { CommentMode, l10n, type Comment } from 'vscode';
import { visibleText } from '../../core/output/visibleText.ts';
import type { Said } from '../../core/review/others/saidBelow.ts';
import type { Exit, Mark } from '../../core/review/review.ts';
import type { OtherQuestion } from '../../present/otherQuestions.ts';
import { NO_TIME } from '../../present/panelRemarks.ts';
import type { Question } from '../../present/questions.ts';

/** What stands in the thread of a question: the question, what was said below it, and how it ended. */
export function threadComments(
  { mark, proposal }: Question,
  reviewer: string,
  answers: readonly Said[] = [],
): Comment[] {
  const said = [
    comment(mark.question, reviewer, mark.madeAt, l10n.t('question')),
    ...[...(mark.remarks ?? []), ...answers].map(({ author, text, madeAt }) => comment(text, author, madeAt)),
  ];
  if (mark.exit) said.push(comment(exitWords(mark.exit), reviewer, mark.exit.confirmedAt, l10n.t('ended')));
  if (proposal)
    said.push(comment(proposalWords(proposal), l10n.t('Interop Review'), undefined, l10n.t('proposal')));
  return said;
}

/** What stands in the thread of another reviewer: what was said, what was answered, and what became of the lines. */
export function saidComments(mark: Mark, reviewer: string, question: OtherQuestion | undefined): Comment[] {
  const said = [
    comment(mark.question, reviewer, mark.madeAt, question && l10n.t('question')),
    ...(question?.said ?? []).map(({ author, text, madeAt }) => comment(text, author, madeAt)),
  ];
  if (mark.exit) said.push(comment(exitWords(mark.exit), reviewer, mark.exit.confirmedAt, l10n.t('ended')));
  if (question?.proposal) {
    const { kind, evidence } = question.proposal;
    const words = [otherProposalWords(kind, question.isInTree), evidence].filter((part) => part !== '');
    said.push(comment(words.join('\n'), l10n.t('Interop Review'), undefined, l10n.t('proposal')));
  }
  return said;
}

function otherProposalWords(kind: 'documented' | 'rewritten', isInTree: boolean): string {
  if (isInTree)
    return kind === 'documented'
      ? l10n.t('Your tree documents the lines. Whether that answers the question is for its reviewer to say.')
      : l10n.t(
          'Your tree has rewritten the lines. Whether that answers the question is for its reviewer to say.',
        );
  return kind === 'documented'
    ? l10n.t(
        'This version documents the lines. Whether that answers the question is for its reviewer to say.',
      )
    : l10n.t(
        'This version has rewritten the lines. Whether that answers the question is for its reviewer to say.',
      );
}

/** What the head of the thread says. */
export function threadLabel({ mark, state }: Question): string {
  if (mark.exit) return exitTitle(mark.exit);
  return state === 'answered' ? l10n.t('Seems answered: confirm how it ends') : l10n.t('Needs explanation');
}

/** How a question ended, in a few words. */
export function exitTitle({ kind, version }: Exit): string {
  switch (kind) {
    case 'documented':
      return l10n.t('Ended: documented in v{0}', version);
    case 'rewritten':
      return l10n.t('Ended: rewritten in v{0}', version);
    case 'withdrawn':
      return l10n.t('Ended: withdrawn in v{0}', version);
  }
}

function exitWords(exit: Exit): string {
  return [exitTitle(exit), exit.reason, exit.evidence].filter((part) => part !== '').join('\n');
}

function proposalWords(kind: 'documented' | 'rewritten'): string {
  return kind === 'documented'
    ? l10n.t('This version documents the lines. It is for you to say whether that answers the question.')
    : l10n.t('This version has rewritten the lines. It is for you to say whether that answers the question.');
}

/** Plain text: what a person wrote is never Markdown here. */
function comment(body: string, author: string, madeAt: string | undefined, label?: string): Comment {
  return {
    body: body === '' ? l10n.t('(no text)') : visibleLines(body),
    mode: CommentMode.Preview,
    author: { name: author === '' ? l10n.t('You') : visibleText(author.replace(/\s*<[^>]*>\s*$/, '')) },
    ...(madeAt !== undefined && madeAt !== NO_TIME && { timestamp: new Date(madeAt) }),
    ...(label !== undefined && { label }),
  };
}

function visibleLines(text: string): string {
  return text.split('\n').map(visibleText).join('\n');
}
