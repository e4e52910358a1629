import { blockAt, type Layout } from './layout.ts';

/** What of the list can be seen, in CSS pixels from its top. */
export interface Viewport {
  readonly top: number;
  readonly height: number;
}

/** A block, and which of its rows, that is to be drawn. `to` is exclusive. */
export interface DrawnBlock {
  readonly block: number;
  readonly from: number;
  readonly to: number;
  /** Top of the drawn rows. */
  readonly top: number;
}

/** How far beyond what can be seen is drawn, in multiples of its height. */
const OVERSCAN = 0.4;
/** Drawing starts and ends at multiples of this many lines, so that most scroll steps change nothing. */
const STEP = 8;

/** What to draw for a viewport: every block that reaches into it or into the margins around it. */
export function drawnBlocks(layout: Layout, { top, height }: Viewport): readonly DrawnBlock[] {
  const { blocks, metrics } = layout;
  const step = STEP * metrics.line;
  const start = Math.floor((top - height * OVERSCAN) / step) * step;
  const end = Math.ceil((top + height * (1 + OVERSCAN)) / step) * step;
  const drawn: DrawnBlock[] = [];
  for (let index = blockAt(layout, start); index >= 0 && index < blocks.length; index++) {
    const blockTop = layout.tops[index] ?? 0;
    if (blockTop >= end) break;
    const block = blocks[index];
    if (block?.kind !== 'lines' && block?.kind !== 'text') {
      drawn.push({ block: index, from: 0, to: 1, top: blockTop });
      continue;
    }
    const from = Math.max(0, Math.floor((start - blockTop) / metrics.line));
    const to = Math.min(block.count, Math.ceil((end - blockTop) / metrics.line));
    if (to > from) drawn.push({ block: index, from, to, top: blockTop + from * metrics.line });
  }
  return drawn;
}

/** True if both would draw the same. */
export function sameDrawn(a: readonly DrawnBlock[], b: readonly DrawnBlock[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, index) => {
      const other = b[index];
      return (
        other?.block === one.block && other.from === one.from && other.to === one.to && other.top === one.top
      );
    })
  );
}

/**
 * Where to scroll so that `wanted` is seen: nowhere if all of it is, else so that it starts a third down, or at the top
 * if it needs the room.
 */
export function scrollToShow(
  viewport: Viewport,
  wanted: { readonly top: number; readonly bottom: number },
): number {
  if (wanted.top >= viewport.top && wanted.bottom <= viewport.top + viewport.height) return viewport.top;
  const room = viewport.height - (wanted.bottom - wanted.top);
  return Math.max(0, wanted.top - Math.max(0, Math.min(viewport.height / 3, room)));
}
