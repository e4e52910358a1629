import { parentOf, type Address } from '../series/address.ts';
import {
  addressAt,
  extentOf,
  locate,
  rowAt,
  rowAtHeight,
  rowNumber,
  totalRows,
  type Layout,
} from './layout.ts';

export type CursorMove = 'up' | 'down' | 'first' | 'last' | 'page-up' | 'page-down';

/**
 * The row that a key leads to. Without a cursor, or where its row is no longer shown, the walk starts at the nearest
 * heading above it, else at the first row. `page` is the height of a page in CSS pixels.
 */
export function moveCursor(
  layout: Layout,
  cursor: Address | null,
  move: CursorMove,
  page: number,
): Address | null {
  const last = totalRows(layout) - 1;
  if (last < 0) return null;
  const place = cursor && locateOrParent(layout, cursor);
  const number = place ? rowNumber(layout, place) : -1;
  const target = (wanted: number): Address | null => {
    const found = rowAt(layout, Math.min(Math.max(wanted, 0), last));
    return (found && addressAt(layout, found)) ?? null;
  };
  switch (move) {
    case 'first':
      return target(0);
    case 'last':
      return target(last);
    case 'up':
      return target(place ? number - 1 : 0);
    case 'down':
      return target(number + 1);
    case 'page-up':
    case 'page-down': {
      if (!place) return target(0);
      const { top } = extentOf(layout, place);
      const reached = rowAtHeight(layout, move === 'page-up' ? top - page : top + page);
      const found = reached ? rowNumber(layout, reached) : number;
      return target(move === 'page-up' ? Math.min(found, number - 1) : Math.max(found, number + 1));
    }
  }
}

/** Where the address is, or the nearest row above it that is shown. */
export function locateOrParent(layout: Layout, address: Address): ReturnType<typeof locate> {
  for (let at: Address | undefined = address; at; at = parentOf(at)) {
    const place = locate(layout, at);
    if (place) return place;
  }
  return undefined;
}
