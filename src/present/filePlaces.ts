import type { FileChange, Hunk, Side } from '../core/patch/series.ts';

/** Rows of one hunk, 0-based, the last one included. */
export interface RowRange {
  readonly hunk: number;
  readonly row: number;
  readonly endRow: number;
}

/** Rows by line: entry `i` is the row of the side's line `first + i`. Lines of one side follow each other in a hunk. */
interface SideRows {
  readonly first: number;
  readonly rows: readonly number[];
}

/** Finds the rows of the shown lines of one file. */
export class FilePlaces {
  readonly #sides: Record<Side, readonly SideRows[]>;

  constructor(file: FileChange) {
    this.#sides = {
      old: file.hunks.map((hunk) => sideRows(hunk, 'old')),
      new: file.hunks.map((hunk) => sideRows(hunk, 'new')),
    };
  }

  /**
   * Where lines (1-based, inclusive) of a side are shown. What lies outside the hunks is clamped: to the first hunk that
   * shows any of the lines, else to the nearest row. Undefined only if no hunk has a line of this side.
   */
  rowsOf(side: Side, line: number, endLine: number): RowRange | undefined {
    let nearest: (RowRange & { distance: number }) | undefined;
    for (const [hunk, { first, rows }] of this.#sides[side].entries()) {
      if (rows.length === 0) continue;
      const last = first + rows.length - 1;
      const from = Math.min(Math.max(line, first), last);
      const to = Math.min(Math.max(endLine, first), last);
      const distance = endLine < first ? first - endLine : line > last ? line - last : 0;
      if (nearest && nearest.distance <= distance) continue;
      nearest = { hunk, row: rows[from - first] ?? 0, endRow: rows[to - first] ?? 0, distance };
      if (distance === 0) break;
    }
    return nearest && { hunk: nearest.hunk, row: nearest.row, endRow: nearest.endRow };
  }
}

function sideRows(hunk: Hunk, side: Side): SideRows {
  const rows: number[] = [];
  let first = 0;
  for (const [row, line] of hunk.lines.entries()) {
    const number = side === 'old' ? line.oldLine : line.newLine;
    if (number === undefined) continue;
    if (rows.length === 0) first = number;
    rows.push(row);
  }
  return { first, rows };
}
