import type { Hunk, Series, Side } from '../core/patch/series.ts';
import type { PanelPlace } from '../protocol/panelModel.ts';
import type { FileSide } from './fileMarks.ts';
import { FilePlaces } from './filePlaces.ts';

/** Lines of one side of a file, 1-based, the last one included. */
export interface LineRange {
  readonly line: number;
  readonly endLine: number;
}

/** Where the panel shows lines of a file; what no hunk shows is left out. Undefined if it shows none of them. */
export function linesPlace(
  series: Series,
  { patch, file, side }: FileSide,
  { line, endLine }: LineRange,
): PanelPlace | undefined {
  const change = series.patches[patch]?.files[file];
  if (!change?.hunks.some((hunk) => overlaps(shownRange(hunk, side), line, endLine))) return undefined;
  const rows = new FilePlaces(change).rowsOf(side, line, endLine);
  return rows && { kind: 'lines', patch, file, ...rows };
}

/** The lines of one side that each hunk shows. */
export function shownRanges(series: Series, { patch, file, side }: FileSide): readonly LineRange[] {
  const hunks = series.patches[patch]?.files[file]?.hunks ?? [];
  return hunks.map((hunk) => shownRange(hunk, side)).filter((range) => range.endLine >= range.line);
}

function shownRange(hunk: Hunk, side: Side): LineRange {
  const [start, count] = side === 'old' ? [hunk.oldStart, hunk.oldLines] : [hunk.newStart, hunk.newLines];
  return { line: start, endLine: start + count - 1 };
}

function overlaps(range: LineRange, line: number, endLine: number): boolean {
  return range.line <= endLine && line <= range.endLine;
}
