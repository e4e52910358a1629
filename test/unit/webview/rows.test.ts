import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/webview/rows/block.ts';
import { chooseAnchor, extentWithCards, movedBy } from '../../../src/webview/rows/anchor.ts';
import { moveCursor } from '../../../src/webview/rows/cursorMove.ts';
import {
  addressAt,
  blockAt,
  extentOf,
  locate,
  makeLayout,
  rowAt,
  rowAtHeight,
  totalHeight,
  totalRows,
} from '../../../src/webview/rows/layout.ts';
import { metricsFor } from '../../../src/webview/rows/metrics.ts';
import { drawnBlocks, scrollToShow } from '../../../src/webview/rows/viewport.ts';
import type { Address, LineAddress } from '../../../src/webview/series/address.ts';

const metrics = { ...metricsFor(13, 12), line: 20, hunk: 24, heading: 30, file: 30, fileEnd: 10, card: 100 };
const at = { patch: 0, file: 0, hunk: 0 };
const line = (row: number): LineAddress => ({ kind: 'line', ...at, row });

function lines(from: number, count: number): Block {
  return { kind: 'lines', ...at, from, count };
}

function card(row: number, id = 'a'): Block {
  return { kind: 'card', card: 'annotation', id, under: line(row) };
}

const head: readonly Block[] = [
  { kind: 'patch', patch: 0 },
  { kind: 'file', patch: 0, file: 0 },
  { kind: 'hunk', ...at },
];
const end: Block = { kind: 'file-end', patch: 0, file: 0, isOpen: true };
/** Tops: patch 0, file 30, hunk 60, lines 84, card 284, lines 384, end 2384. */
const blocks: readonly Block[] = [...head, lines(0, 10), card(9), lines(10, 100), end];
const layout = makeLayout(blocks, metrics, new Map());

describe('layout', () => {
  it('sums heights and rows', () => {
    expect([...layout.tops]).toEqual([0, 30, 60, 84, 284, 384, 2384, 2394]);
    expect(totalHeight(layout)).toBe(2394);
    expect(totalRows(layout)).toBe(3 + 10 + 1 + 100);
  });

  it('takes the measured height of a card instead of the guess', () => {
    const measured = makeLayout(blocks, metrics, new Map([['annotation-a', 240]]));
    expect(totalHeight(measured)).toBe(2394 + 140);
  });

  it.each([
    [-5, 0],
    [0, 0],
    [29.9, 0],
    [30, 1],
    [283, 3],
    [284, 4],
    [99999, 6],
  ])('finds the block at height %d', (y, block) => {
    expect(blockAt(layout, y)).toBe(block);
  });

  it('finds no block in an empty list', () => {
    expect(blockAt(makeLayout([], metrics, new Map()), 0)).toBe(-1);
  });

  it('leads from every row to its address and back', () => {
    for (let number = 0; number < totalRows(layout); number++) {
      const place = rowAt(layout, number);
      const address = place && addressAt(layout, place);
      expect(address && locate(layout, address)).toEqual(place);
    }
    expect(rowAt(layout, totalRows(layout))).toBeUndefined();
  });

  it('knows where a line is', () => {
    const place = locate(layout, line(12));
    expect(place).toEqual({ block: 5, row: 2 });
    expect(place && extentOf(layout, place)).toEqual({ top: 424, bottom: 444 });
    expect(locate(layout, { ...line(12), file: 1 })).toBeUndefined();
  });

  it('finds the row at a height, or the next one below a block that has none', () => {
    expect(rowAtHeight(layout, 100)).toEqual({ block: 3, row: 0 });
    expect(rowAtHeight(layout, 104)).toEqual({ block: 3, row: 1 });
    expect(rowAtHeight(layout, 2390)).toEqual({ block: 5, row: 99 });
  });
});

describe('viewport', () => {
  it('draws what is near, and of long runs only the rows that are', () => {
    const drawn = drawnBlocks(layout, { top: 1000, height: 200 });
    expect(drawn.map(({ block }) => block)).toEqual([5]);
    const [only] = drawn;
    const rows = only && [only.top, only.top + (only.to - only.from) * 20];
    expect(rows?.[0]).toBeLessThanOrEqual(900);
    expect(rows?.[1]).toBeGreaterThanOrEqual(1280);
    expect(only && only.to - only.from).toBeLessThan(60);
  });

  it('draws the same for most scroll steps', () => {
    const drawings = Array.from({ length: 160 }, (_, by) =>
      JSON.stringify(drawnBlocks(layout, { top: 1000 + by, height: 200 })),
    );
    expect(new Set(drawings).size).toBeLessThanOrEqual(3);
  });

  it('covers the whole viewport wherever it is', () => {
    for (let top = 0; top < 2394; top += 13) {
      const drawn = drawnBlocks(layout, { top, height: 300 });
      const first = drawn[0];
      expect(first?.top ?? 0).toBeLessThanOrEqual(top);
      const last = drawn.at(-1);
      const block = last && blocks[last.block];
      const bottom =
        block?.kind === 'lines' && last
          ? last.top + (last.to - last.from) * 20
          : (layout.tops[(last?.block ?? 0) + 1] ?? 0);
      expect(bottom).toBeGreaterThanOrEqual(Math.min(top + 300, 2394));
    }
  });

  it('does not scroll to what is in sight', () => {
    expect(scrollToShow({ top: 100, height: 300 }, { top: 120, bottom: 400 })).toBe(100);
  });

  it('puts what is out of sight a third down, or as high as it needs', () => {
    expect(scrollToShow({ top: 0, height: 300 }, { top: 1000, bottom: 1020 })).toBe(900);
    expect(scrollToShow({ top: 0, height: 300 }, { top: 1000, bottom: 1290 })).toBe(990);
    expect(scrollToShow({ top: 0, height: 300 }, { top: 1000, bottom: 1500 })).toBe(1000);
    expect(scrollToShow({ top: 500, height: 300 }, { top: 10, bottom: 30 })).toBe(0);
  });
});

describe('anchor', () => {
  const viewport = { top: 400, height: 400 };
  const closed = makeLayout([...head, lines(0, 110), end], metrics, new Map());

  it('is the cursor when it is in view, else the first row in view', () => {
    expect(chooseAnchor(layout, viewport, [line(15)])).toEqual({ address: line(15), top: 484 });
    expect(chooseAnchor(layout, viewport, [line(90)])).toEqual({ address: line(10), top: 384 });
    expect(chooseAnchor(layout, viewport, [null, line(2), line(16)])?.address).toEqual(line(16));
  });

  it('tells how far its row moved when a card above it closed', () => {
    expect(movedBy(closed, { address: line(15), top: 484 })).toBe(-100);
  });

  it('falls back to the heading that is left when its row is gone', () => {
    const folded = makeLayout([...head.slice(0, 2), end], metrics, new Map());
    expect(movedBy(folded, { address: line(15), top: 484 })).toBe(30 - 484);
  });

  it('counts the card below a row to it', () => {
    expect(extentWithCards(layout, line(9))).toEqual({ top: 264, bottom: 384 });
    expect(extentWithCards(layout, line(8))).toEqual({ top: 244, bottom: 264 });
  });
});

describe('moveCursor', () => {
  const patch: Address = { kind: 'patch', patch: 0 };

  it.each([
    ['down', line(9), { kind: 'card', id: 'a', under: line(9) }],
    ['down', { kind: 'card', id: 'a', under: line(9) }, line(10)],
    ['up', line(10), { kind: 'card', id: 'a', under: line(9) }],
    ['up', patch, patch],
    ['first', line(40), patch],
    ['last', patch, line(109)],
    ['down', line(109), line(109)],
    ['down', null, patch],
    ['page-down', line(20), line(30)],
    ['page-up', line(30), line(20)],
    ['page-up', line(0), patch],
    ['page-down', line(105), line(109)],
  ] as const)('%s', (move, from, to) => {
    expect(moveCursor(layout, from, move, 200)).toEqual(to);
  });

  it('goes on from the heading of rows that are no longer shown', () => {
    const folded = makeLayout([...head.slice(0, 2), end], metrics, new Map());
    expect(moveCursor(folded, line(20), 'up', 200)).toEqual(patch);
  });

  it('stays nowhere in an empty list', () => {
    expect(moveCursor(makeLayout([], metrics, new Map()), null, 'down', 200)).toBeNull();
  });
});
