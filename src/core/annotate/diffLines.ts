import type { FileChange, Side } from '../patch/series.ts';

/** What a file change touches and shows on one side. Lines are 1-based in that side's file. */
export interface SideLines {
  /** Added lines (new side) or removed lines (old side). */
  readonly changed: ReadonlySet<number>;
  /** Lines that the hunks show, by hunk: first and last, inclusive. Hunks that show nothing of this side are left out. */
  readonly hunks: readonly { readonly first: number; readonly last: number }[];
  /** Text of every shown line. */
  readonly text: ReadonlyMap<number, string>;
}

/** Collects the changed and shown lines of one side of a file change. */
export function diffLines(file: FileChange, side: Side): SideLines {
  const changed = new Set<number>();
  const text = new Map<number, string>();
  const hunks: { first: number; last: number }[] = [];
  for (const hunk of file.hunks) {
    let first = 0;
    let last = 0;
    for (const line of hunk.lines) {
      const number = side === 'new' ? line.newLine : line.oldLine;
      if (number === undefined) continue;
      if (line.kind !== 'context') changed.add(number);
      text.set(number, line.text);
      if (first === 0) first = number;
      last = number;
    }
    if (first > 0) hunks.push({ first, last });
  }
  return { changed, hunks, text };
}

/** True if a changed line lies in `first..last` and in the same hunk as `line`. */
export function changesNear(lines: SideLines, line: number, first: number, last: number): boolean {
  const hunk = lines.hunks.find((range) => range.first <= line && line <= range.last);
  if (!hunk) return false;
  const to = Math.min(last, hunk.last);
  for (let at = Math.max(first, hunk.first); at <= to; at++) if (lines.changed.has(at)) return true;
  return false;
}
