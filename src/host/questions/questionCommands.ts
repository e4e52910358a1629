import { l10n, window, workspace, type CommentReply, type CommentThread } from 'vscode';
import { visibleText } from '../../core/output/visibleText.ts';
import type { ExitKind, MarkTarget } from '../../core/review/review.ts';
import { pathOn } from '../../core/review/targetText.ts';
import { questionsOf } from '../../present/questions.ts';
import { markPlaces } from '../../present/panelMarks.ts';
import type { NativeDiffs } from '../documents/nativeDiff.ts';
import type { ReviewPanels } from '../panel/reviewPanels.ts';
import type { OpenReview } from '../reviews/openReview.ts';
import { chosenIn } from '../editor/chosenLines.ts';
import type { EditorFiles } from '../editor/editorFiles.ts';
import { markChosen, tellNotShown, tellNowhere } from '../editor/markCommands.ts';
import type { OpenReviews } from '../reviews/openReviews.ts';
import type { QuestionReference, QuestionThreads } from './questionThreads.ts';

/** What commands about questions work on. */
export interface QuestionServices {
  readonly reviews: OpenReviews;
  readonly files: EditorFiles;
  readonly threads: QuestionThreads;
  readonly panels: ReviewPanels;
  readonly diffs: NativeDiffs;
}

type Handler = (...args: readonly unknown[]) => unknown;

/**
 * Commands about questions. They are called on a thread, on a question of the tree, or on one that the user picks; a reason
 * may follow, and is asked for when it is not given.
 */
export function questionCommands(services: QuestionServices): Readonly<Record<string, Handler>> {
  const forQuestion =
    (run: (question: QuestionReference, given: unknown) => unknown): Handler =>
    async (argument, given) => {
      const question = await chooseQuestion(argument, services);
      if (question) await run(question, given);
    };
  return {
    'interopReview.ask': async (reply) => {
      if (isReply(reply)) await ask(reply, services);
    },
    'interopReview.reply': (reply) => {
      const question = isReply(reply) ? services.threads.questionOf(reply.thread) : undefined;
      if (!question || !isReply(reply)) return;
      const { review, id } = question;
      if (!review.remark(id, reply.text.trim())) review.answer(id, reply.text);
    },
    'interopReview.openQuestion': forQuestion(async ({ review, id }) => {
      const target = targetOf(review, id);
      await services.panels.show(review, target && markPlaces(review.analysis.series)(target));
    }),
    'interopReview.openQuestionDiff': forQuestion(({ review, id }) =>
      openQuestionDiff(review, id, services.diffs),
    ),
    'interopReview.questionUnderstood': forQuestion(({ review, id }) => review.understand(id)),
    'interopReview.questionDocumented': forQuestion((question, given) => end(question, 'documented', given)),
    'interopReview.questionRewritten': forQuestion((question, given) => end(question, 'rewritten', given)),
    'interopReview.questionWithdrawn': forQuestion((question, given) => end(question, 'withdrawn', given)),
    'interopReview.questionReopened': forQuestion(({ review, id }) => review.reopen(id)),
    'interopReview.questionDeleted': forQuestion(({ review, id }) => {
      review.unmark(id);
    }),
  };
}

/** Where a question stands in the series, one's own or another reviewer's. */
function targetOf({ review, others }: OpenReview, id: string): MarkTarget | undefined {
  const own = review.marks.find((mark) => mark.id === id)?.target;
  return own ?? others.marks.find(({ mark }) => mark.id === id)?.target ?? undefined;
}

/** Opens the native diff at the lines of a question; of a message or cover letter there is none. */
async function openQuestionDiff(review: OpenReview, id: string, diffs: NativeDiffs): Promise<void> {
  const target = targetOf(review, id);
  if (target?.kind !== 'lines') {
    void window.showInformationMessage(
      l10n.t('This question is about a message, which no diff shows. See it in the panel.'),
    );
    return;
  }
  const { side, line, path, patch: patchId } = target;
  for (const [index, patch] of review.analysis.series.patches.entries()) {
    if (patch.id !== patchId) continue;
    const file = patch.files.findIndex((change) => pathOn(change, side) === path);
    if (file >= 0) await diffs.openFile(review, index, file, side === 'new' ? line : undefined);
  }
}

/** Puts the question that was written into a new thread; the thread makes way for that of the mark. */
async function ask({ thread, text }: CommentReply, { files }: QuestionServices): Promise<void> {
  if (text.trim() === '') return;
  const document = await workspace.openTextDocument(thread.uri);
  const [line, endLine] = [(thread.range?.start.line ?? 0) + 1, (thread.range?.end.line ?? 0) + 1];
  const chosen = await chosenIn({ document, line, endLine, selected: endLine > line }, files);
  if (!chosen) {
    tellNowhere();
    return;
  }
  const { annotations } = chosen;
  const about = annotations.length === 1 ? annotations : [];
  if (!markChosen({ ...chosen, annotations: about }, 'needs-explanation', text.trim())) tellNotShown();
  thread.dispose();
}

async function end({ review, id }: QuestionReference, kind: ExitKind, given: unknown): Promise<void> {
  const reason = typeof given === 'string' ? given : await askReason(kind);
  if (reason !== undefined) review.endQuestion(id, kind, reason.trim());
}

async function askReason(kind: ExitKind): Promise<string | undefined> {
  const must = kind === 'withdrawn';
  return window.showInputBox({
    title: must ? l10n.t('Why is the question withdrawn?') : l10n.t('How does the question end?'),
    prompt: must
      ? l10n.t('The reason is kept with the question.')
      : l10n.t('What you want to add, kept with the question; may stay empty.'),
    validateInput: (value) => (must && value.trim() === '' ? l10n.t('Write a reason.') : undefined),
    ignoreFocusOut: true,
  });
}

async function chooseQuestion(
  argument: unknown,
  { reviews, threads }: QuestionServices,
): Promise<QuestionReference | undefined> {
  if (isThread(argument)) return threads.questionOf(argument);
  const named = questionIn(argument, reviews);
  if (named) return named;
  const items = reviews.all.flatMap((review) =>
    questionsOf(review.review, review.carried).map(({ mark }) => ({
      label: visibleText(mark.question),
      description: visibleText(review.analysis.series.subject),
      question: { review, id: mark.id },
    })),
  );
  return (await window.showQuickPick(items, { title: l10n.t('Which question?') }))?.question;
}

/** The question that a node of a tree names. */
function questionIn(argument: unknown, reviews: OpenReviews): QuestionReference | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { review: key, mark } = argument as Readonly<Record<string, unknown>>;
  const review = reviews.all.find((open) => open === key || open.key === key);
  const id = typeof mark === 'object' && mark !== null && 'id' in mark ? mark.id : undefined;
  return review && typeof id === 'string' ? { review, id } : undefined;
}

function isThread(value: unknown): value is CommentThread {
  return typeof value === 'object' && value !== null && 'comments' in value && 'uri' in value;
}

function isReply(value: unknown): value is CommentReply {
  return typeof value === 'object' && value !== null && 'thread' in value && 'text' in value;
}
