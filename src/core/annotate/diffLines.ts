import type { FileChange, Side } from '../patch/series.ts';
import type { LineRange } from './lineRange.ts';

/** What a file change touches and shows on one side. Lines are 1-based in that side's file. */
export interface SideLines {
  /** Added lines (new side) or removed lines (old side). */
  readonly changed: ReadonlySet<number>;
  /** Lines that the hunks show, by hunk. Hunks that show nothing of this side are left out. */
  readonly hunks: readonly LineRange[];
  /** Text of every shown line. */
  readonly text: ReadonlyMap<number, string>;
  /** What the other side has directly before a line of this one, and this side has not; by that line. */
  readonly before: ReadonlyMap<number, readonly string[]>;
}

/** Collects the changed and shown lines of one side of a file change. */
export function diffLines(file: FileChange, side: Side): SideLines {
  const changed = new Set<number>();
  const text = new Map<number, string>();
  const before = new Map<number, string[]>();
  const hunks: LineRange[] = [];
  for (const hunk of file.hunks) {
    let first = 0;
    let last = 0;
    let gone: string[] = [];
    const start = side === 'new' ? hunk.newStart : hunk.oldStart;
    for (const line of hunk.lines) {
      const number = side === 'new' ? line.newLine : line.oldLine;
      if (number === undefined) {
        gone.push(line.text);
        continue;
      }
      if (gone.length > 0) before.set(number, gone);
      gone = [];
      if (line.kind !== 'context') changed.add(number);
      text.set(number, line.text);
      if (first === 0) first = number;
      last = number;
    }
    if (gone.length > 0) before.set(last > 0 ? last + 1 : start + 1, gone);
    if (first > 0) hunks.push({ first, last });
  }
  return { changed, hunks, text, before };
}

/** The lines of one side that a hunk shows, as one text. */
export function hunkText(lines: SideLines, { first, last }: LineRange): string {
  const texts: string[] = [];
  for (let line = first; line <= last; line++) texts.push(lines.text.get(line) ?? '');
  return texts.join('\n');
}

/**
 * True if in the hunk that shows `line` something of `range` is changed: a line of it, or something taken out between
 * its first and last line.
 */
export function changesIn(lines: SideLines, line: number, range: LineRange): boolean {
  const hunk = lines.hunks.find(({ first, last }) => first <= line && line <= last);
  if (!hunk) return false;
  const to = Math.min(range.last, hunk.last);
  for (let at = Math.max(range.first, hunk.first); at <= to; at++)
    if (lines.changed.has(at) || (at > range.first && lines.before.has(at))) return true;
  return false;
}
