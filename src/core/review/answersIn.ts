import type { Annotation } from '../annotate/annotation.ts';
import type { FileChange } from '../patch/series.ts';
import type { Mark, MarkState } from './review.ts';
import { pathOn } from './targetText.ts';

/** What the reviewer said about an annotation of a file; undefined when nobody looked. */
export type Answer = (file: FileChange, annotation: Annotation) => MarkState | undefined;

const LOUDEST_FIRST: readonly MarkState[] = ['needs-explanation', 'deferred', 'understood'];

/**
 * Answers to the annotations of a patch, given the marks on it: the mark that names an annotation, else those that name
 * none and cover its lines, of which one open question outweighs the rest.
 */
export function answersIn(marks: readonly Mark[]): Answer {
  const named = new Map<string, Mark[]>();
  const unnamed: Mark[] = [];
  for (const mark of marks) {
    const here = mark.annotation === null ? unnamed : named.get(mark.annotation);
    if (here) here.push(mark);
    else if (mark.annotation !== null) named.set(mark.annotation, [mark]);
  }
  return (file, annotation) => {
    const answers = named.get(annotation.id) ?? unnamed.filter((mark) => covers(mark, file, annotation));
    const states = answers.map(stateNow);
    return LOUDEST_FIRST.find((state) => states.includes(state));
  };
}

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
