import type { Analysis } from '../analysis.ts';
import type { Annotation } from '../annotate/annotation.ts';
import type { Anchor, MarkTarget } from './review.ts';
import { pathOn, targetText, type TextLine } from './targetText.ts';

const CONTEXT_LINES = 3;

/**
 * Writes down what the lines of a target are, so that they are found again in another version. Lines that the series
 * does not show are left out; a target that it shows nothing of gives an anchor with empty `text`.
 */
export function makeAnchor(analysis: Analysis, target: MarkTarget): Anchor {
  const lines = targetText(analysis.series, target);
  const first = lines.findIndex(({ line }) => line >= target.line && line <= target.endLine);
  if (first < 0) return { text: [], before: [], after: [], item: itemOf(analysis, target), ordinal: 0 };
  let last = first;
  while ((lines[last + 1]?.line ?? Infinity) <= target.endLine) last++;
  const text = lines.slice(first, last + 1).map((line) => line.text);
  return {
    text,
    before: context(lines, first, -1).reverse(),
    after: context(lines, last, 1),
    item: itemOf(analysis, target),
    ordinal: placesBefore(lines, first, text),
  };
}

/** Up to three lines next to `from` in one direction, nearest first; a gap between hunks ends them. */
function context(lines: readonly TextLine[], from: number, step: 1 | -1): string[] {
  const found: string[] = [];
  for (let at = from; found.length < CONTEXT_LINES; at += step) {
    const here = lines[at];
    const next = lines[at + step];
    if (!here || next?.line !== here.line + step) break;
    found.push(next.text);
  }
  return found;
}

/** How many places above `first` have the same text. */
function placesBefore(lines: readonly TextLine[], first: number, text: readonly string[]): number {
  let count = 0;
  for (let at = 0; at < first; at++)
    if (text.every((expected, offset) => lines[at + offset]?.text === expected)) count++;
  return count;
}

/** The item an annotation on these lines names, else the one git's hunk header names. Null outside code. */
function itemOf(analysis: Analysis, target: MarkTarget): string | null {
  if (target.kind !== 'lines') return null;
  const patch = analysis.series.patches.findIndex((candidate) => candidate.id === target.patch);
  for (const [index, file] of (analysis.series.patches[patch]?.files ?? []).entries()) {
    if (pathOn(file, target.side) !== target.path) continue;
    const annotations = analysis.patches[patch]?.files[index]?.annotations ?? [];
    const named = annotations.find((annotation) => annotation.item !== null && touches(annotation, target));
    if (named) return named.item;
    const hunk = file.hunks.find(({ lines }) =>
      lines.some((line) => (target.side === 'old' ? line.oldLine : line.newLine) === target.line),
    );
    if (hunk && hunk.section !== '') return hunk.section;
  }
  return null;
}

function touches(annotation: Annotation, target: MarkTarget & { readonly kind: 'lines' }): boolean {
  return (
    annotation.side === target.side && annotation.line <= target.endLine && annotation.endLine >= target.line
  );
}
