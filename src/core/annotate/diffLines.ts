import type { FileChange, Side } from '../patch/series.ts';
import type { LineRange } from './lineRange.ts';

/** The lines of one side that a hunk shows. */
export interface ShownHunk extends LineRange {
  /** What the hunk's header says about the place where it begins: mostly the first line of the item around it. */
  readonly heading: string;
  readonly text: string;
  /** Of those only the changed ones. */
  readonly changedText: string;
}

/** What a file change touches and shows on one side. Lines are 1-based in that side's file. */
export interface SideLines {
  /** Added lines (new side) or removed lines (old side). */
  readonly changed: ReadonlySet<number>;
  /** Hunks that show nothing of this side are left out. */
  readonly hunks: readonly ShownHunk[];
  /** Text of every shown line. */
  readonly text: ReadonlyMap<number, string>;
  /** What the other side has directly before a line of this one, and this side has not; by that line. */
  readonly before: ReadonlyMap<number, readonly string[]>;
}

/** The changed and shown lines of one side of a file change. */
export function diffLines(file: FileChange, side: Side): SideLines {
  const changed = new Set<number>();
  const text = new Map<number, string>();
  const before = new Map<number, string[]>();
  const hunks: ShownHunk[] = [];
  for (const hunk of file.hunks) {
    let last = (side === 'new' ? hunk.newStart : hunk.oldStart) - (isEmpty(hunk, side) ? 0 : 1);
    const first = last + 1;
    let gone: string[] = [];
    const texts: string[] = [];
    const changedTexts: string[] = [];
    for (const line of hunk.lines) {
      const number = side === 'new' ? line.newLine : line.oldLine;
      if (number === undefined) {
        gone.push(line.text);
        continue;
      }
      if (gone.length > 0) before.set(number, gone);
      gone = [];
      text.set(number, line.text);
      texts.push(line.text);
      if (line.kind !== 'context') {
        changed.add(number);
        changedTexts.push(line.text);
      }
      last = number;
    }
    if (gone.length > 0) before.set(last + 1, gone);
    if (texts.length > 0)
      hunks.push({
        first,
        last,
        heading: hunk.section,
        text: texts.join('\n'),
        changedText: changedTexts.join('\n'),
      });
  }
  return { changed, hunks, text, before };
}

/** A side without lines is placed by the line before it. */
function isEmpty(hunk: FileChange['hunks'][number], side: Side): boolean {
  return (side === 'new' ? hunk.newLines : hunk.oldLines) === 0;
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
