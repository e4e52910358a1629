import type { Analysis } from '../core/analysis.ts';
import type { Annotation } from '../core/annotate/annotation.ts';
import type { Attention } from '../core/catalog/pattern.ts';
import type { FileChange, Patch, Side } from '../core/patch/series.ts';
import { answersIn } from '../core/review/answersIn.ts';
import type { Mark, MarkState, Review } from '../core/review/review.ts';
import { pathOn } from '../core/review/targetText.ts';

/** How lines stand: what was said about them, else how urgently they ask for a look. */
export type Standing = MarkState | Attention;

/** One side of a file change in a series; indices 0-based. */
export interface FileSide {
  readonly patch: number;
  readonly file: number;
  readonly side: Side;
}

/** Lines (1-based, inclusive) of a file that an editor points out. */
export interface FileMark {
  readonly line: number;
  readonly endLine: number;
  readonly standing: Standing;
  /** What was found there; null for lines that the reviewer marked by themselves. */
  readonly annotation: Annotation | null;
}

/** What an editor points out on one side of a file: annotations as they stand, and marks that name none. */
export function fileMarks(analysis: Analysis, review: Review, shown: FileSide): readonly FileMark[] {
  const patch = analysis.series.patches[shown.patch];
  const change = patch?.files[shown.file];
  if (!patch || !change) return [];
  const marks = review.marks.filter(({ target }) => target.kind === 'lines' && target.patch === patch.id);
  const answer = answersIn(marks);
  const annotations = annotationsOf(analysis, shown).map((annotation): FileMark => {
    const { line, endLine, attention } = annotation;
    return { line, endLine, standing: answer(change, annotation) ?? attention, annotation };
  });
  const own = marks
    .filter((mark) => mark.annotation === null && standsOn(mark, patch, change, shown.side))
    .map((mark): FileMark => {
      const { line, endLine } = mark.target;
      return { line, endLine, standing: mark.exit ? 'understood' : mark.state, annotation: null };
    });
  return [...annotations, ...own];
}

/** The annotations of one side of a file. */
export function annotationsOf({ patches }: Analysis, { patch, file, side }: FileSide): readonly Annotation[] {
  const found = patches[patch]?.files[file]?.annotations ?? [];
  return found.filter((annotation) => annotation.side === side);
}

/** True for a mark on lines of this side of the file. */
export function standsOn({ target }: Mark, patch: Patch, change: FileChange, side: Side): boolean {
  return (
    target.kind === 'lines' &&
    target.patch === patch.id &&
    target.side === side &&
    target.path === pathOn(change, side)
  );
}
