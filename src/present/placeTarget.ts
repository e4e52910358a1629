import type { DiffLine, FileChange, Series, Side } from '../core/patch/series.ts';
import type { MarkTarget } from '../core/review/review.ts';
import { pathOn } from '../core/review/targetText.ts';
import type { PanelPlace } from '../protocol/panelModel.ts';

/**
 * What a mark at this place of the panel is put on. Rows that show both sides are taken for the new one, unless `side`
 * says otherwise. Undefined when the series has no such place.
 */
export function placeTarget(series: Series, place: PanelPlace, side?: Side): MarkTarget | undefined {
  if (place.kind === 'cover') {
    const range = messageRange(place.line, place.endLine, series.cover?.message.body.length ?? 0);
    return range && { kind: 'cover', ...range };
  }
  const patch = series.patches[place.patch];
  if (!patch) return undefined;
  if (place.kind === 'message') {
    const range = messageRange(place.line, place.endLine, patch.message.body.length);
    return range && { kind: 'message', patch: patch.id, ...range };
  }
  const file = patch.files[place.file];
  const rows = file?.hunks[place.hunk]?.lines.slice(place.row, place.endRow + 1);
  return file && rows && linesTarget(patch.id, file, rows, side);
}

function linesTarget(
  patch: string,
  file: FileChange,
  rows: readonly DiffLine[],
  wanted: Side | undefined,
): MarkTarget | undefined {
  const sides: readonly Side[] = wanted ? [wanted, 'new', 'old'] : ['new', 'old'];
  for (const side of sides) {
    const path = pathOn(file, side);
    const numbers = rows
      .map((row) => (side === 'old' ? row.oldLine : row.newLine))
      .filter((number) => number !== undefined);
    const [line, endLine] = [numbers[0], numbers.at(-1)];
    if (path !== null && line !== undefined && endLine !== undefined)
      return { kind: 'lines', patch, path, side, line, endLine };
  }
  return undefined;
}

/** From 0-based, as the panel counts, to 1-based, as marks do. */
function messageRange(
  line: number,
  endLine: number,
  count: number,
): { readonly line: number; readonly endLine: number } | undefined {
  if (line < 0 || line >= count || endLine < line) return undefined;
  return { line: line + 1, endLine: Math.min(endLine + 1, count) };
}
