import type { Annotation } from '../../../src/core/annotate/annotation.ts';
import type { DiffLine, Hunk } from '../../../src/core/patch/series.ts';

/** Lines between a remark and what it may be about. */
const REACH = 3;

/** Indexes of the lines of a hunk that are within three lines of one for which `isMarked` holds. */
export function nearMarked(hunk: Hunk, isMarked: (line: DiffLine) => boolean): ReadonlySet<number> {
  const near = new Set<number>();
  hunk.lines.forEach((line, index) => {
    if (isMarked(line)) for (let at = index - REACH; at <= index + REACH; at++) near.add(at);
  });
  return near;
}

/** A test for the lines on which one of these annotations begins. */
export function annotated(annotations: readonly Annotation[]): (line: DiffLine) => boolean {
  const places = new Set(annotations.map(({ side, line }) => `${side} ${line}`));
  return ({ oldLine, newLine, kind }) =>
    (kind !== 'removed' && places.has(`new ${newLine ?? 0}`)) ||
    (kind === 'removed' && places.has(`old ${oldLine ?? 0}`));
}

/** What a search for the usual words would stop at. */
export function hasToken({ text }: DiffLine): boolean {
  return /\bunsafe\b|\bextern "C"|\berrp\b|\bg_[a-z]\w*/.test(text);
}
