import { html, nothing } from 'lit';
import type { Block } from '../rows/block.ts';
import type { DrawnBlock } from '../rows/viewport.ts';
import { words } from '../text/words.ts';
import { cardRow } from './cardRow.ts';
import { fileRow } from './fileRow.ts';
import { hunkRows, textRows } from './lineRows.ts';
import { coverRow, messageRow, patchRow } from './patchRows.ts';
import { rowAttributes } from './rowAttributes.ts';
import type { RowContext } from './rowContext.ts';

/** The drawn rows of a block. `firstRow` is the number of the block's first row in the list, 0-based. */
export function blockRows(context: RowContext, block: Block, drawn: DrawnBlock, firstRow: number): unknown {
  const range = [drawn.from, drawn.to] as const;
  switch (block.kind) {
    case 'cover':
      return coverRow(context, firstRow);
    case 'patch':
      return patchRow(context, firstRow, block.patch);
    case 'message':
      return messageRow(context, firstRow, block.patch);
    case 'text':
      return textRows(
        context,
        block.owner,
        [block.from + range[0], block.from + range[1]],
        firstRow + range[0],
      );
    case 'file':
      return fileRow(context, firstRow, block.patch, block.file);
    case 'hunk':
      return hunkRow(context, block, firstRow);
    case 'lines':
      return hunkRows(context, block, [block.from + range[0], block.from + range[1]], firstRow + range[0]);
    case 'no-lines': {
      const file = context.series.index.model.patches[block.patch]?.files[block.file];
      return file ? html`<p class="no-lines">${words.noLines(file)}</p>` : nothing;
    }
    case 'card':
      return cardRow(context, block, firstRow);
    case 'file-end':
      return block.isOpen ? html`<div class="edge"></div>` : nothing;
    case 'text-end':
      return nothing;
  }
}

function hunkRow(context: RowContext, block: Extract<Block, { kind: 'hunk' }>, firstRow: number): unknown {
  const { patch, file, hunk } = block;
  const found = context.series.index.model.patches[patch]?.files[file]?.hunks[hunk];
  if (!found) return nothing;
  const address = { kind: 'hunk', patch, file, hunk } as const;
  const { id, isCursor } = rowAttributes(context, address);
  return html`<div
    class="row hunk ${isCursor ? 'cursor' : ''}"
    role="row"
    id=${id}
    aria-level="3"
    aria-rowindex=${firstRow + 1}
    .address=${address}
  >
    <div class="hunk-body" role="gridcell">${found.header}</div>
  </div>`;
}
