import { l10n, window } from 'vscode';
import type { Annotation } from '../../core/annotate/annotation.ts';
import { visibleText } from '../../core/output/visibleText.ts';
import type { MarkState } from '../../core/review/review.ts';
import { standsOn } from '../../present/fileMarks.ts';
import { linesPlace } from '../../present/linesPlace.ts';
import type { OpenReviews } from '../reviews/openReviews.ts';
import { chosenLines, type ChosenLines } from './chosenLines.ts';
import type { EditorFiles } from './editorFiles.ts';

/** What commands of the editor work on. */
export interface MarkServices {
  readonly reviews: OpenReviews;
  readonly files: EditorFiles;
}

type Handler = (...args: readonly unknown[]) => Promise<void>;

/**
 * Commands that mark lines wherever they are shown. The first argument may name an annotation or a line; the second one is
 * the question, or who it is left to, and is asked for when it is not given.
 */
export function markCommands(services: MarkServices): Readonly<Record<string, Handler>> {
  return {
    'interopReview.markUnderstood': (argument) => markLines(services, argument, 'understood', () => ''),
    'interopReview.markNeedsExplanation': (argument, given) =>
      markLines(services, argument, 'needs-explanation', (chosen) => textIn(given) ?? askQuestion(chosen)),
    'interopReview.markDeferred': (argument, given) =>
      markLines(services, argument, 'deferred', () => textIn(given) ?? askWho()),
    'interopReview.removeMarks': (argument) => removeMarks(services, argument),
  };
}

async function markLines(
  { reviews, files }: MarkServices,
  argument: unknown,
  state: MarkState,
  ask: (chosen: ChosenLines) => string | Promise<string | undefined>,
): Promise<void> {
  const found = await chosenLines(argument, reviews, files);
  if (!found) {
    tellNowhere();
    return;
  }
  const chosen = state === 'needs-explanation' ? await oneAnnotation(found) : found;
  if (!chosen) return;
  const text = await ask(chosen);
  if (text !== undefined && !markChosen(chosen, state, text.trim())) tellNotShown();
}

/**
 * Puts a mark on the annotations that are chosen, or on the lines themselves if they were selected or carry none. False if
 * the patch does not show the lines.
 */
export function markChosen(
  { file, line, endLine, annotations, selected }: ChosenLines,
  state: MarkState,
  text: string,
): boolean {
  const { review, side } = file;
  const { series } = review.analysis;
  const targets: readonly (Annotation | null)[] = selected || annotations.length === 0 ? [null] : annotations;
  const marked = targets.map((annotation) => {
    const place = linesPlace(series, file, annotation ?? { line, endLine });
    const question = state === 'needs-explanation' ? text : '';
    const deferredTo = state === 'deferred' && text !== '' ? text : null;
    return (
      place !== undefined &&
      review.mark({ place, side, state, question, annotation: annotation?.id ?? null, deferredTo })
    );
  });
  return marked.some(Boolean);
}

async function removeMarks({ reviews, files }: MarkServices, argument: unknown): Promise<void> {
  const chosen = await chosenLines(argument, reviews, files);
  if (!chosen) {
    tellNowhere();
    return;
  }
  const { review, patch: patchIndex, file, side } = chosen.file;
  const patch = review.analysis.series.patches[patchIndex];
  const change = patch?.files[file];
  if (!patch || !change) return;
  const named = new Set(chosen.annotations.map(({ id }) => id));
  for (const { id, annotation, target } of review.review.marks.filter((mark) =>
    standsOn(mark, patch, change, side),
  ))
    if (
      annotation === null
        ? target.line <= chosen.endLine && chosen.line <= target.endLine
        : named.has(annotation)
    )
      review.unmark(id);
}

/** A question is about one thing: which, if several annotations are on one line. */
async function oneAnnotation(chosen: ChosenLines): Promise<ChosenLines | undefined> {
  const { annotations, selected } = chosen;
  if (selected || annotations.length < 2) return chosen;
  const items = annotations.map((annotation) => ({
    label: visibleText(annotation.title),
    detail: visibleText(annotation.question),
    annotation,
  }));
  const picked = await window.showQuickPick(items, { title: l10n.t('What needs explanation?') });
  return picked && { ...chosen, annotations: [picked.annotation] };
}

async function askQuestion({ annotations, selected }: ChosenLines): Promise<string | undefined> {
  return window.showInputBox({
    title: l10n.t('What needs explanation?'),
    prompt: l10n.t('The question goes into the reply, below these lines.'),
    value: selected ? '' : (annotations[0]?.question ?? ''),
    validateInput: (value) => (value.trim() === '' ? l10n.t('Write a question.') : undefined),
    ignoreFocusOut: true,
  });
}

async function askWho(): Promise<string | undefined> {
  return window.showInputBox({
    title: l10n.t('Leave these lines to whom?'),
    prompt: l10n.t('A name or an address; may stay empty.'),
    ignoreFocusOut: true,
  });
}

function textIn(given: unknown): string | undefined {
  return typeof given === 'string' ? given : undefined;
}

/** Says that the command has nothing to be about. */
export function tellNowhere(): void {
  void window.showInformationMessage(
    l10n.t(
      'No open review is of these lines. Open the native diff of a review, or a file as the patch leaves it.',
    ),
  );
}

/** Says that lines under review cannot be marked. */
export function tellNotShown(): void {
  void window.showInformationMessage(
    l10n.t('The patch does not show these lines, so they cannot be marked in its review.'),
  );
}
