import { addressKey, type Address } from '../series/address.ts';
import type { RowContext } from './rowContext.ts';

/** A row's element, which carries its address for keys and pointers. */
export interface RowElement extends HTMLElement {
  address?: Address;
}

/** The id of a row's element, and whether the cursor is on it. */
export function rowAttributes(
  { cursorKey }: RowContext,
  address: Address,
): { readonly id: string; readonly isCursor: boolean } {
  const key = addressKey(address);
  return { id: rowId(key), isCursor: key === cursorKey };
}

export const rowId = (key: string): string => `row-${key}`;

/** The row that an event happened in; undefined between rows. */
export function rowOfEvent(event: Event): RowElement | undefined {
  const target = event.target instanceof Element ? event.target : null;
  return target?.closest<RowElement>('[role="row"]') ?? undefined;
}
