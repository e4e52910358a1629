import type { FromPanel } from '../../protocol/messages.ts';
import type { Address } from '../series/address.ts';
import type { PanelState } from './panelState.ts';

/** What an action asks of the world outside of the state. */
export type Effect =
  | { readonly kind: 'post'; readonly message: FromPanel }
  /** Scroll if need be, so that the row and a card right below it are seen. */
  | { readonly kind: 'reveal'; readonly address: Address }
  | { readonly kind: 'scroll'; readonly top: number }
  | { readonly kind: 'focus'; readonly on: FocusTarget };

export type FocusTarget =
  'rows' | 'filter' | 'draft' | 'withdrawal' | 'answer' | 'card' | 'counterparts' | 'docs';

export interface Step {
  readonly state: PanelState;
  readonly effects: readonly Effect[];
}

export function step(state: PanelState, ...effects: readonly Effect[]): Step {
  return { state, effects };
}

export const post = (message: FromPanel): Effect => ({ kind: 'post', message });
export const reveal = (address: Address): Effect => ({ kind: 'reveal', address });
export const focus = (on: FocusTarget): Effect => ({ kind: 'focus', on });

/** The same state, with something said to a screen reader. */
export function say(state: PanelState, announcement: string): PanelState {
  return { ...state, announcement };
}
