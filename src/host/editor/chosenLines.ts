import { l10n, Uri, window, workspace, type TextDocument } from 'vscode';
import { visibleText } from '../../core/output/visibleText.ts';
import type { Annotation } from '../../core/annotate/annotation.ts';
import { annotationsOf } from '../../present/fileMarks.ts';
import type { LineRange } from '../../present/linesPlace.ts';
import { isSeriesNode } from '../tree/seriesNode.ts';
import type { OpenReviews } from '../reviews/openReviews.ts';
import type { EditorFile, EditorFiles, ShownFile } from './editorFiles.ts';

/** What a command of the editor is about. */
export interface ChosenLines extends LineRange {
  readonly file: EditorFile;
  /** The annotation meant, or all that begin on these lines. */
  readonly annotations: readonly Annotation[];
  /** True if lines were selected, rather than the cursor put on one. */
  readonly selected: boolean;
}

/** How a link or another extension names an annotation. */
export interface AnnotationReference {
  /** Key of the open review. */
  readonly review: string;
  readonly annotation: string;
}

/**
 * The lines that a command is called for: of the annotation it names, of the line number clicked on, else of the selection
 * in the active editor. Asks which review is meant if several are of this file. Undefined if no review is.
 */
export async function chosenLines(
  argument: unknown,
  reviews: OpenReviews,
  files: EditorFiles,
): Promise<ChosenLines | undefined> {
  if (isSeriesNode(argument)) {
    if (argument.kind !== 'annotation') return undefined;
    const { review, annotation, patch, file } = argument;
    return ofAnnotation({ review, patch, file, side: annotation.side }, annotation);
  }
  const reference = annotationReference(argument);
  if (reference) return named(reference, reviews);
  const place = await placeOf(argument);
  return place && chosenIn(place, files);
}

/** What lines of a document are about. */
export async function chosenIn(place: DocumentLines, files: EditorFiles): Promise<ChosenLines | undefined> {
  const file = await oneOf(await files.of(place.document));
  const range = file?.lines.toImage(place);
  if (!file || !range) return undefined;
  const { line, endLine } = range;
  const { selected } = place;
  const annotations = annotationsOf(file.review.analysis, file).filter((annotation) =>
    selected
      ? line <= annotation.line && annotation.line <= endLine
      : annotation.line <= line && line <= annotation.endLine,
  );
  return { file, line, endLine, selected, annotations: selected ? annotations : innermost(annotations) };
}

/** Reads the argument of a link to an annotation. */
function annotationReference(argument: unknown): AnnotationReference | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { review, annotation } = argument as Readonly<Record<string, unknown>>;
  return typeof review === 'string' && typeof annotation === 'string' ? { review, annotation } : undefined;
}

function named(
  { review: key, annotation: id }: AnnotationReference,
  reviews: OpenReviews,
): ChosenLines | undefined {
  const review = reviews.get(key);
  for (const [patch, { files }] of review?.analysis.patches.entries() ?? [])
    for (const [file, { annotations }] of files.entries()) {
      const annotation = annotations.find((candidate) => candidate.id === id);
      if (review && annotation)
        return ofAnnotation({ review, patch, file, side: annotation.side }, annotation);
    }
  return undefined;
}

function ofAnnotation(file: EditorFile, annotation: Annotation): ChosenLines {
  const { line, endLine } = annotation;
  return { file, line, endLine, annotations: [annotation], selected: false };
}

/** Lines of a document, 1-based. */
export interface DocumentLines extends LineRange {
  readonly document: TextDocument;
  readonly selected: boolean;
}

async function placeOf(argument: unknown): Promise<DocumentLines | undefined> {
  const clicked = lineNumberIn(argument);
  const editor = window.activeTextEditor;
  if (clicked) {
    const { line } = clicked;
    const selection =
      editor?.document.uri.toString() === clicked.uri.toString() ? editor.selection : undefined;
    if (
      editor &&
      selection &&
      !selection.isEmpty &&
      selection.start.line < line &&
      line <= selection.end.line + 1
    )
      return selectedLines(editor.document, selection.start.line, selection.end);
    const document = await workspace.openTextDocument(clicked.uri);
    return { document, line, endLine: line, selected: false };
  }
  if (!editor) return undefined;
  const { document, selection } = editor;
  const line = selection.active.line + 1;
  return selection.isEmpty
    ? { document, line, endLine: line, selected: false }
    : selectedLines(document, selection.start.line, selection.end);
}

/** A selection that ends at the start of a line does not take that line in. */
function selectedLines(
  document: TextDocument,
  first: number,
  end: { readonly line: number; readonly character: number },
): DocumentLines {
  const last = end.character === 0 && end.line > first ? end.line - 1 : end.line;
  return { document, line: first + 1, endLine: last + 1, selected: true };
}

/** What the menu of the gutter passes on. */
function lineNumberIn(argument: unknown): { readonly uri: Uri; readonly line: number } | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { uri, lineNumber } = argument as Readonly<Record<string, unknown>>;
  return uri instanceof Uri && typeof lineNumber === 'number' ? { uri, line: lineNumber } : undefined;
}

/** Of annotations around a line those that begin last: an `unsafe` block rather than the function around it. */
function innermost(annotations: readonly Annotation[]): readonly Annotation[] {
  const last = Math.max(...annotations.map(({ line }) => line));
  return annotations.filter(({ line }) => line === last);
}

async function oneOf(files: readonly ShownFile[]): Promise<ShownFile | undefined> {
  const [only, ...more] = files;
  if (!only || more.length === 0) return only;
  const items = files.map((file) => {
    const { subject, version } = file.review.analysis.series;
    return { label: visibleText(subject), description: `v${version}`, file };
  });
  return (await window.showQuickPick(items, { title: l10n.t('Which review?') }))?.file;
}
