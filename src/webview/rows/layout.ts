import { sameAddress, type Address } from '../series/address.ts';
import { addressIn, rowsIn, type Block } from './block.ts';
import { heightOf, type Metrics } from './metrics.ts';

/** Where every block is, as sums from the top; pixels in CSS pixels, rows 0-based. */
export interface Layout {
  readonly blocks: readonly Block[];
  readonly metrics: Metrics;
  /** Entry i: top of block i; the last entry: the whole height. */
  readonly tops: Float64Array;
  /** Entry i: number of the first row of block i; the last entry: the number of rows. */
  readonly rows: Uint32Array;
}

/** A row and its block. */
export interface RowPlace {
  readonly block: number;
  /** 0-based within the block. */
  readonly row: number;
}

export function makeLayout(
  blocks: readonly Block[],
  metrics: Metrics,
  measured: ReadonlyMap<string, number>,
): Layout {
  const tops = new Float64Array(blocks.length + 1);
  const rows = new Uint32Array(blocks.length + 1);
  let top = 0;
  let row = 0;
  for (const [index, block] of blocks.entries()) {
    tops[index] = top;
    rows[index] = row;
    top += heightOf(block, metrics, measured);
    row += rowsIn(block);
  }
  tops[blocks.length] = top;
  rows[blocks.length] = row;
  return { blocks, metrics, tops, rows };
}

export const totalHeight = (layout: Layout): number => layout.tops[layout.blocks.length] ?? 0;
export const totalRows = (layout: Layout): number => layout.rows[layout.blocks.length] ?? 0;

/** The block that covers this height; the first or last one beyond the ends. -1 if there are none. */
export function blockAt(layout: Layout, y: number): number {
  return lastNotAbove(layout.tops, layout.blocks.length, y);
}

/** The block and row with this number; undefined beyond the ends. */
export function rowAt(layout: Layout, number: number): RowPlace | undefined {
  if (number < 0 || number >= totalRows(layout)) return undefined;
  const block = lastNotAbove(layout.rows, layout.blocks.length, number);
  return { block, row: number - (layout.rows[block] ?? 0) };
}

export const rowNumber = (layout: Layout, place: RowPlace): number =>
  (layout.rows[place.block] ?? 0) + place.row;

/** Where an address is now; undefined if it is not shown. */
export function locate(layout: Layout, address: Address): RowPlace | undefined {
  for (const [index, block] of layout.blocks.entries()) {
    const row = rowOf(block, address);
    if (row !== undefined) return { block: index, row };
  }
  return undefined;
}

export function addressAt(layout: Layout, { block, row }: RowPlace): Address | undefined {
  const found = layout.blocks[block];
  return found && addressIn(found, row);
}

/** Top and bottom of a row, in CSS pixels from the top of the list. */
export function extentOf(
  layout: Layout,
  { block, row }: RowPlace,
): { readonly top: number; readonly bottom: number } {
  const found = layout.blocks[block];
  const top = layout.tops[block] ?? 0;
  if (found?.kind === 'lines' || found?.kind === 'text') {
    const { line } = layout.metrics;
    return { top: top + row * line, bottom: top + (row + 1) * line };
  }
  return { top, bottom: layout.tops[block + 1] ?? top };
}

/** The row at this height, else the next one below it, else the last; undefined if there are no rows. */
export function rowAtHeight(layout: Layout, y: number): RowPlace | undefined {
  const index = blockAt(layout, y);
  const block = layout.blocks[index];
  if (!block) return undefined;
  if (rowsIn(block) === 0) return rowAt(layout, Math.min(layout.rows[index] ?? 0, totalRows(layout) - 1));
  if (block.kind !== 'lines' && block.kind !== 'text') return { block: index, row: 0 };
  const row = Math.floor((y - (layout.tops[index] ?? 0)) / layout.metrics.line);
  return { block: index, row: Math.min(Math.max(row, 0), block.count - 1) };
}

/** Row of the address in the block, 0-based; undefined if it is not in it. */
function rowOf(block: Block, address: Address): number | undefined {
  if (block.kind === 'lines') {
    if (address.kind !== 'line' || address.hunk !== block.hunk || address.file !== block.file)
      return undefined;
    const row = address.row - block.from;
    return address.patch === block.patch && row >= 0 && row < block.count ? row : undefined;
  }
  if (block.kind === 'text') {
    if (address.kind !== 'text' || address.owner !== block.owner) return undefined;
    const row = address.line - block.from;
    return row >= 0 && row < block.count ? row : undefined;
  }
  if (block.kind !== address.kind) return undefined;
  return sameAddress(addressIn(block, 0) ?? null, address) ? 0 : undefined;
}

/** The last of the first `count` entries, which rise, that is not above the value; at least 0, and -1 for none. */
function lastNotAbove(entries: Float64Array | Uint32Array, count: number, value: number): number {
  let low = 0;
  let high = count - 1;
  if (high < 0) return -1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((entries[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
