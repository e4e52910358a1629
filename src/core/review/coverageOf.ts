import type { Analysis } from '../analysis.ts';
import type { Annotation } from '../annotate/annotation.ts';
import type { FileChange } from '../patch/series.ts';
import { asksForLook } from './asksForLook.ts';
import type { Coverage, Mark, MarkState, Review } from './review.ts';
import { pathOn } from './targetText.ts';

/** Sums what was looked at, over the whole series or over the patch with this 0-based index. */
export function coverageOf(analysis: Analysis, review: Review, patchIndex?: number): Coverage {
  let understood = 0;
  let needsExplanation = 0;
  let deferred = 0;
  let notLookedAt = 0;
  for (const [index, patch] of analysis.series.patches.entries()) {
    if (patchIndex !== undefined && patchIndex !== index) continue;
    const marks = review.marks.filter(
      (mark) => mark.target.kind === 'lines' && mark.target.patch === patch.id,
    );
    for (const [fileIndex, file] of patch.files.entries())
      for (const annotation of analysis.patches[index]?.files[fileIndex]?.annotations ?? []) {
        if (!asksForLook(annotation)) continue;
        const state = lookedAt(marks, file, annotation);
        if (state === undefined) notLookedAt++;
        else if (state === 'understood') understood++;
        else if (state === 'deferred') deferred++;
        else needsExplanation++;
      }
  }
  const total = understood + needsExplanation + deferred + notLookedAt;
  return { total, understood, needsExplanation, deferred, notLookedAt };
}

/**
 * What the reviewer said about an annotation, given the marks on its patch: the mark that names it, else those that name
 * none and cover its lines, of which one open question outweighs the rest. Undefined when nobody looked.
 */
export function lookedAt(
  marks: readonly Mark[],
  file: FileChange,
  annotation: Annotation,
): MarkState | undefined {
  const named = marks.filter((mark) => mark.annotation === annotation.id);
  const answers =
    named.length > 0
      ? named
      : marks.filter((mark) => mark.annotation === null && covers(mark, file, annotation));
  const states = answers.map(stateNow);
  return LOUDEST_FIRST.find((state) => states.includes(state));
}

const LOUDEST_FIRST: readonly MarkState[] = ['needs-explanation', 'deferred', 'understood'];

/** A question that has ended is understood. */
function stateNow(mark: Mark): MarkState {
  return mark.exit === null ? mark.state : 'understood';
}

function covers(mark: Mark, file: FileChange, annotation: Annotation): boolean {
  const { target } = mark;
  if (target.kind !== 'lines' || target.side !== annotation.side) return false;
  if (target.path !== pathOn(file, annotation.side) || target.line > annotation.line) return false;
  return target.endLine >= Math.min(annotation.endLine, lastShown(file, annotation));
}

/** Last line of the hunk that shows the annotation: what lies beyond it cannot be marked. */
function lastShown(file: FileChange, { side, line }: Annotation): number {
  for (const hunk of file.hunks) {
    const start = side === 'old' ? hunk.oldStart : hunk.newStart;
    const end = start + (side === 'old' ? hunk.oldLines : hunk.newLines) - 1;
    if (start <= line && line <= end) return end;
  }
  return line;
}
