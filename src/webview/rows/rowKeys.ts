import type { Address } from '../series/address.ts';
import { placeBetween } from '../series/place.ts';
import type { Action } from '../state/action.ts';
import { moveCursor, type CursorMove } from './cursorMove.ts';
import type { Layout } from './layout.ts';

/** A key as an event tells it. */
export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const MOVES: Readonly<Record<string, CursorMove>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
  PageUp: 'page-up',
  PageDown: 'page-down',
};

/**
 * What a key on the rows asks for, as the treegrid pattern has it; null for keys that are none of its own. `isOpen` tells
 * whether a heading's section is open, null for rows that are no heading; `page` is in CSS pixels.
 */
export function rowKeyAction(
  press: KeyPress,
  layout: Layout,
  cursor: Address | null,
  isOpen: boolean | null,
  page: number,
): Action | null {
  const { key, shiftKey, altKey, ctrlKey, metaKey } = press;
  const move = MOVES[key];
  if (altKey || metaKey || (ctrlKey && key !== 'Home' && key !== 'End')) return null;
  if (key === 'Escape') return { type: 'escape' };
  if (move !== undefined || cursor === null) {
    const isStart = cursor === null && (key === 'Enter' || key === ' ' || key === 'ArrowRight');
    if (move === undefined && !isStart) return null;
    const target = moveCursor(layout, cursor, move ?? 'first', page);
    return target && { type: 'moved', target, extend: shiftKey };
  }
  return keyOnRow(key, layout, cursor, isOpen);
}

function keyOnRow(key: string, layout: Layout, cursor: Address, isOpen: boolean | null): Action | null {
  switch (key) {
    case 'Enter':
      return { type: 'activate', at: cursor };
    case ' ': {
      const place = placeBetween(cursor, cursor);
      return place ? { type: 'select', anchor: cursor, place } : { type: 'activate', at: cursor };
    }
    case 'ArrowRight': {
      if (isOpen === null) return null;
      if (!isOpen) return { type: 'expand', at: cursor };
      const child = moveCursor(layout, cursor, 'down', 0);
      return child && { type: 'moved', target: child, extend: false };
    }
    case 'ArrowLeft':
      return { type: 'fold', at: cursor };
    default:
      return null;
  }
}
