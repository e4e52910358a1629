import { l10n, window, type CommentReply, type CommentThread } from 'vscode';
import { answerMails } from '../../core/output/answerMails.ts';
import { visibleText } from '../../core/output/visibleText.ts';
import { personName } from '../../present/panelRemarks.ts';
import { chooseMails } from '../commands/exportReview.ts';
import type { QuestionReference, QuestionThreads } from '../questions/questionThreads.ts';
import { turnWords } from '../questions/turnWords.ts';
import type { OpenReview } from '../reviews/openReview.ts';
import type { OpenReviews } from '../reviews/openReviews.ts';

/** What answering other reviewers works on. */
export interface AnswerServices {
  readonly reviews: OpenReviews;
  readonly threads: QuestionThreads;
}

/**
 * Answers another reviewer's question: that of a thread in which the answer was written, of a node of the tree, or one that
 * the user picks. A text may follow the node; else it is asked for.
 */
export async function answerQuestion(
  argument: unknown,
  given: unknown,
  services: AnswerServices,
): Promise<void> {
  const written = writtenIn(argument);
  const asked = await chosen(argument, services);
  if (!asked) return;
  const text = written ?? (typeof given === 'string' ? given : await askAnswer(asked));
  if (text !== undefined) asked.review.answer(asked.id, text);
}

/** Opens the mails with one's answers as unsaved documents. Nothing is sent. */
export async function exportAnswers(review: OpenReview): Promise<void> {
  const { answers = [], reviewer } = review.review;
  const mails = answerMails(review.analysis.series, answers, review.others.marks, reviewer);
  if (mails.length === 0) {
    void window.showInformationMessage(
      l10n.t('You have answered no question of another reviewer yet. Answer one in the panel or its thread.'),
    );
    return;
  }
  await chooseMails(mails.map((mail) => ({ ...mail, subject: `${mail.subject} → ${personName(mail.to)}` })));
}

function writtenIn(argument: unknown): string | undefined {
  return isReply(argument) ? argument.text : undefined;
}

async function chosen(
  argument: unknown,
  { reviews, threads }: AnswerServices,
): Promise<QuestionReference | undefined> {
  if (isReply(argument)) return threads.questionOf(argument.thread);
  if (isThread(argument)) return threads.questionOf(argument);
  const named = namedIn(argument, reviews);
  if (named) return named;
  const items = reviews.all.flatMap((review) =>
    review.otherQuestions
      .filter(({ state }) => state !== 'closed')
      .map((question) => ({
        label: visibleText(question.at.mark.question),
        description: personName(question.at.reviewer),
        detail: turnWords(question),
        question: { review, id: question.at.mark.id },
      })),
  );
  if (items.length === 0) {
    void window.showInformationMessage(l10n.t('No other reviewer has asked anything in the open reviews.'));
    return undefined;
  }
  return (await window.showQuickPick(items, { title: l10n.t('Answer which question?') }))?.question;
}

async function askAnswer({ review, id }: QuestionReference): Promise<string | undefined> {
  const question = review.otherQuestions.find(({ at }) => at.mark.id === id);
  return window.showInputBox({
    title: visibleText(question?.at.mark.question ?? ''),
    prompt: l10n.t('Your answer; empty takes it back. It goes into a mail to the reviewer.'),
    value: question?.answer?.text ?? '',
    ignoreFocusOut: true,
  });
}

function namedIn(argument: unknown, reviews: OpenReviews): QuestionReference | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { review: key, mark } = argument as Readonly<Record<string, unknown>>;
  const review = reviews.all.find((open) => open === key || open.key === key);
  const id = typeof mark === 'object' && mark !== null && 'id' in mark ? mark.id : undefined;
  return review && typeof id === 'string' ? { review, id } : undefined;
}

function isReply(value: unknown): value is CommentReply {
  return typeof value === 'object' && value !== null && 'thread' in value && 'text' in value;
}

function isThread(value: unknown): value is CommentThread {
  return typeof value === 'object' && value !== null && 'comments' in value && 'uri' in value;
}
