import type { LineTokens } from '../base/tokens.ts';
import type {
  PanelCounterpart,
  PanelMarks,
  PanelMarkState,
  PanelModel,
  PanelPlace,
  PanelOneSided,
} from './panelModel.ts';

/** Commands that keybindings, palette and menus send into the panel. */
export type PanelCommand =
  | 'next'
  | 'previous'
  | 'understood'
  | 'needs-explanation'
  | 'defer'
  | 'next-open'
  | 'counterpart'
  | 'docs'
  | 'collapse'
  | 'filter'
  | 'export'
  | 'native-diff'
  | 'compare-twins'
  | 'about'
  | 'undo'
  | 'list'
  | 'order';

/** What the panel remembers over a reload; small, and checked when read. */
export interface PanelViewState {
  readonly format: 1;
  /** How the host finds the series again (opaque to the panel). */
  readonly source: unknown;
  readonly collapsed: readonly string[];
  readonly attentions: readonly string[];
  readonly categories: readonly string[];
  readonly text: string;
  readonly openCard: string | null;
  /** In which order the walk goes. */
  readonly order: 'attention' | 'text';
  /** What other reviewers said is shown. */
  readonly others: boolean;
  /** A question that is being written, so that a reload does not lose it. */
  readonly draft: PanelDraft | null;
  /** An answer to another reviewer's question that is being written. */
  readonly answering: PanelAnswering | null;
  /** In CSS pixels from the top of the scrolled area. */
  readonly scrollTop: number;
}

/** An answer to another reviewer's question. */
export interface PanelAnswering {
  readonly id: string;
  readonly text: string;
}

/** What the reviewer is writing: a question, or to whom something is left. */
export interface PanelDraft {
  readonly place: PanelPlace;
  readonly annotation: string | null;
  readonly state: 'needs-explanation' | 'deferred';
  /** The question so far, or the name so far. */
  readonly text: string;
}

export type ToPanel =
  | { readonly type: 'loading'; readonly title: string; readonly done: number; readonly total: number }
  | {
      readonly type: 'model';
      readonly model: PanelModel;
      readonly marks: PanelMarks;
      readonly source: unknown;
      /** In which order the walk goes until the reviewer switches it; by attention if not given. */
      readonly order?: PanelViewState['order'];
    }
  | { readonly type: 'marks'; readonly marks: PanelMarks }
  | {
      readonly type: 'tokens';
      readonly patch: number;
      readonly file: number;
      readonly hunk: number;
      readonly lines: readonly LineTokens[];
    }
  | { readonly type: 'counterparts'; readonly counterparts: readonly PanelCounterpart[] }
  /** Files that have twins in the other language. */
  | {
      readonly type: 'twins';
      readonly files: readonly { readonly patch: number; readonly file: number }[];
    }
  /** Sent when it is known which files have a twin that the series leaves as it is; all of them at once. */
  | { readonly type: 'oneSided'; readonly files: readonly PanelOneSided[] }
  | { readonly type: 'reveal'; readonly place: PanelPlace }
  | { readonly type: 'command'; readonly command: PanelCommand }
  | { readonly type: 'failed'; readonly message: string; readonly at: string };

export type FromPanel =
  | { readonly type: 'ready' }
  /** Stop what `loading` tells about. */
  | { readonly type: 'cancel' }
  | { readonly type: 'needTokens'; readonly patch: number; readonly file: number; readonly hunk: number }
  | {
      readonly type: 'mark';
      readonly place: PanelPlace;
      readonly state: PanelMarkState;
      readonly question: string;
      readonly annotation: string | null;
      readonly deferredTo: string | null;
    }
  | {
      /** The reviewer ends a question: confirms what answered it, or withdraws it with a reason. */
      readonly type: 'endQuestion';
      readonly id: string;
      readonly kind: 'documented' | 'rewritten' | 'withdrawn';
      readonly reason: string;
    }
  | { readonly type: 'unmark'; readonly id: string }
  /** Answers another reviewer's question; an empty text takes the answer back. */
  | { readonly type: 'answer'; readonly id: string; readonly text: string }
  /** The reviewer wants to see, or change, where the review is kept. */
  | { readonly type: 'kept' }
  | { readonly type: 'openLink'; readonly target: string }
  | { readonly type: 'openFile'; readonly patch: number; readonly file: number; readonly line: number }
  | { readonly type: 'nativeDiff'; readonly patch: number }
  | { readonly type: 'compareTwins'; readonly patch: number; readonly file: number }
  | { readonly type: 'aboutPattern'; readonly pattern: string }
  | { readonly type: 'export' }
  | { readonly type: 'inputFocused'; readonly focused: boolean }
  | { readonly type: 'painted'; readonly milliseconds: number }
  | { readonly type: 'problem'; readonly message: string };
