import type { PanelModel } from '../../protocol/panelModel.ts';
import { totalHeight, type Layout } from '../rows/layout.ts';
import type { DrawnBlock } from '../rows/viewport.ts';
import type { Block } from '../rows/block.ts';
import { hunkLines, messageLines, type HunkLine } from '../series/hunkLines.ts';
import { columnsOf } from '../text/columns.ts';

/** Columns that a line's frame, margins and the space after it take. */
const SPARE = 16;

/** The sizes of the rows for the style sheet, and how wide the widest one is, in CSS pixels. */
export function rowStyle(
  layout: Layout,
  column: number,
  columns: number,
  digits: number,
): { readonly properties: Readonly<Record<string, string>>; readonly width: number } {
  const { metrics } = layout;
  const number = Math.ceil((Math.max(digits, 3) + 1) * column);
  const width = Math.ceil(2 * number + (columns + SPARE) * column);
  return {
    width,
    properties: {
      height: `${totalHeight(layout)}px`,
      '--content-width': `${width}px`,
      '--number-width': `${number}px`,
      '--line-height': `${metrics.line}px`,
      '--hunk-height': `${metrics.hunk}px`,
      '--heading-height': `${metrics.heading}px`,
      '--message-height': `${metrics.message}px`,
      '--file-height': `${metrics.file}px`,
      '--file-end-height': `${metrics.fileEnd}px`,
      '--no-lines-height': `${metrics.noLines}px`,
    },
  };
}

/** Columns of the widest line that is drawn. */
export function widestColumns(layout: Layout, drawn: readonly DrawnBlock[], model: PanelModel): number {
  let widest = 0;
  for (const { block, from, to } of drawn) {
    const found = layout.blocks[block];
    if (found?.kind !== 'lines' && found?.kind !== 'text') continue;
    for (const { text } of linesOf(found, model).slice(found.from + from, found.from + to))
      widest = Math.max(widest, columnsOf(text));
  }
  return widest;
}

function linesOf(block: Extract<Block, { kind: 'lines' | 'text' }>, model: PanelModel): readonly HunkLine[] {
  if (block.kind === 'lines') {
    const hunk = model.patches[block.patch]?.files[block.file]?.hunks[block.hunk];
    return hunk ? hunkLines(hunk) : [];
  }
  const message = block.owner === 'cover' ? model.cover : model.patches[block.owner]?.message;
  return message ? messageLines(message) : [];
}
