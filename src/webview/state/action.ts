import type { PanelCommand, ToPanel } from '../../protocol/messages.ts';
import type { PanelPlace } from '../../protocol/panelModel.ts';
import type { Address } from '../series/address.ts';

/** Everything that can happen in the panel: what the host says, and what the reviewer does. */
export type Action =
  | { readonly type: 'host'; readonly message: ToPanel }
  | { readonly type: 'command'; readonly command: PanelCommand }
  /** A key moved the cursor; with `extend`, the picked lines grow to it. */
  | { readonly type: 'moved'; readonly target: Address; readonly extend: boolean }
  | { readonly type: 'point'; readonly at: Address }
  /** Puts the cursor on a row and shows it. */
  | { readonly type: 'visit'; readonly at: Address }
  | { readonly type: 'select'; readonly anchor: Address; readonly place: PanelPlace }
  | { readonly type: 'activate'; readonly at: Address }
  | { readonly type: 'expand'; readonly at: Address }
  | { readonly type: 'fold'; readonly at: Address }
  | { readonly type: 'escape' }
  | { readonly type: 'open'; readonly id: string | null }
  | { readonly type: 'go'; readonly place: PanelPlace; readonly id: string | null }
  | { readonly type: 'filter-attention'; readonly attention: string }
  | { readonly type: 'filter-category'; readonly category: string }
  | { readonly type: 'filter-text'; readonly text: string }
  | { readonly type: 'find'; readonly step: 1 | -1 }
  | { readonly type: 'clear-filter' }
  | { readonly type: 'leave-filter' }
  | { readonly type: 'toggle-problems' }
  | { readonly type: 'toggle-house-rules' }
  | { readonly type: 'toggle-carried' }
  | { readonly type: 'toggle-others' }
  | { readonly type: 'filter-others' }
  | { readonly type: 'answer'; readonly id: string }
  | { readonly type: 'answer-text'; readonly text: string }
  | { readonly type: 'answer-save' }
  | { readonly type: 'answer-cancel' }
  | { readonly type: 'kept' }
  | { readonly type: 'draft-text'; readonly text: string }
  | { readonly type: 'draft-save' }
  | { readonly type: 'draft-cancel' }
  | { readonly type: 'confirm'; readonly id: string; readonly kind: 'documented' | 'rewritten' }
  | { readonly type: 'withdraw'; readonly id: string }
  | { readonly type: 'withdraw-reason'; readonly reason: string }
  | { readonly type: 'withdraw-save' }
  | { readonly type: 'withdraw-cancel' }
  | { readonly type: 'unmark'; readonly id: string }
  | { readonly type: 'edit'; readonly id: string }
  | { readonly type: 'ask-again'; readonly id: string }
  | { readonly type: 'link'; readonly target: string }
  | { readonly type: 'native-diff'; readonly patch: number }
  | { readonly type: 'compare-twins'; readonly patch: number; readonly file: number }
  | { readonly type: 'open-file'; readonly patch: number; readonly file: number; readonly line: number }
  | { readonly type: 'cancel' };

/** Hands an action to the panel. */
export type Dispatch = (action: Action) => void;
