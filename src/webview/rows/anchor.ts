import type { Address } from '../series/address.ts';
import { locateOrParent } from './cursorMove.ts';
import { addressAt, extentOf, locate, rowAtHeight, type Layout } from './layout.ts';
import type { Viewport } from './viewport.ts';

/** A row that is to stay where the reviewer sees it while rows come and go around it. */
export interface Anchor {
  readonly address: Address;
  /** Its top before the change, in CSS pixels from the top of the list. */
  readonly top: number;
}

/** The first of the preferred rows that is in view, else the first row in view. Undefined for an empty list. */
export function chooseAnchor(
  layout: Layout,
  viewport: Viewport,
  preferred: readonly (Address | null)[],
): Anchor | undefined {
  for (const address of preferred) {
    const place = address && locate(layout, address);
    if (!place) continue;
    const { top, bottom } = extentOf(layout, place);
    if (bottom > viewport.top && top < viewport.top + viewport.height) return { address, top };
  }
  const place = rowAtHeight(layout, viewport.top);
  const address = place && addressAt(layout, place);
  return place && address && { address, top: extentOf(layout, place).top };
}

/** How far the anchor's row, or the nearest shown one above it, has moved; in CSS pixels, down is positive. */
export function movedBy(layout: Layout, anchor: Anchor): number {
  const place = locateOrParent(layout, anchor.address);
  return place ? extentOf(layout, place).top - anchor.top : 0;
}

/** Top and bottom of a row and of the cards right below it; undefined if it is not shown. */
export function extentWithCards(
  layout: Layout,
  address: Address,
): { readonly top: number; readonly bottom: number } | undefined {
  const place = locateOrParent(layout, address);
  if (!place) return undefined;
  const { top, bottom } = extentOf(layout, place);
  const block = layout.blocks[place.block];
  const isLast = block && (block.kind === 'lines' || block.kind === 'text') && place.row === block.count - 1;
  if (!isLast) return { top, bottom };
  let next = place.block + 1;
  while (layout.blocks[next]?.kind === 'card') next++;
  return { top, bottom: layout.tops[next] ?? bottom };
}
