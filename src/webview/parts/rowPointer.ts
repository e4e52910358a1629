import type { Address } from '../series/address.ts';
import { placeBetween } from '../series/place.ts';
import type { Dispatch } from '../state/action.ts';
import { rowOfEvent } from './rowAttributes.ts';

/** Turns what the mouse does on rows into actions: the gutter picks lines, signs and headings open and close. */
export class RowPointer {
  /** Row at which lines began to be picked, while the button is down. */
  #anchor: Address | null = null;
  #hasMoved = false;
  readonly #dispatch: Dispatch;

  constructor(dispatch: Dispatch) {
    this.#dispatch = dispatch;
  }

  readonly down = (event: MouseEvent): void => {
    const address = addressIn(event, '.gutter');
    if (event.button !== 0 || !address || !placeBetween(address, address)) return;
    event.preventDefault();
    if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus({ preventScroll: true });
    this.#anchor = address;
    this.#hasMoved = false;
    addEventListener('mouseup', this.#up, { once: true });
  };

  readonly over = (event: MouseEvent): void => {
    const anchor = this.#anchor;
    const address = rowOfEvent(event)?.address;
    if (!anchor || !address) return;
    const place = placeBetween(anchor, address);
    if (!place || (address === anchor && !this.#hasMoved)) return;
    this.#hasMoved = true;
    this.#dispatch({ type: 'select', anchor, place });
  };

  readonly click = (event: MouseEvent): void => {
    if (event.target instanceof Element && event.target.closest('button, vscode-button, .card')) return;
    const opens = addressIn(event, '.heading-body, .hint, .sign:has(.glyph)');
    if (opens) {
      this.#dispatch({ type: 'activate', at: opens });
      return;
    }
    const number = addressIn(event, '.gutter');
    if (number) {
      this.#pick(number, event.shiftKey);
      return;
    }
    const at = rowOfEvent(event)?.address;
    if (at && at.kind !== 'card' && getSelection()?.isCollapsed !== false)
      this.#dispatch({ type: 'point', at });
  };

  #pick(address: Address, extend: boolean): void {
    if (this.#hasMoved) {
      this.#hasMoved = false;
      return;
    }
    const place = placeBetween(address, address);
    if (extend) this.#dispatch({ type: 'moved', target: address, extend });
    else if (place) this.#dispatch({ type: 'select', anchor: address, place });
  }

  readonly #up = (): void => {
    this.#anchor = null;
  };
}

/** The address of the row, if the event happened in such a part of it. */
function addressIn(event: Event, part: string): Address | undefined {
  const target = event.target instanceof Element ? event.target : null;
  return target?.closest(part) ? rowOfEvent(event)?.address : undefined;
}
