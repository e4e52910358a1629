import type { PanelAnswering, PanelDraft, PanelViewState } from '../../protocol/messages.ts';
import type { PanelCounterpart, PanelMarks, PanelPlace, PanelOneSided } from '../../protocol/panelModel.ts';
import type { Address } from '../series/address.ts';
import { FIRST_FILTER, type Filter } from '../series/filter.ts';
import type { MarkIndex } from '../series/markIndex.ts';
import type { RemarkIndex } from '../series/remarkIndex.ts';
import type { SeriesIndex } from '../series/seriesIndex.ts';
import type { WalkOrder } from '../series/walk.ts';

/** A series that is shown, with the marks on it. */
export interface OpenSeries {
  readonly index: SeriesIndex;
  readonly marks: PanelMarks;
  readonly markIndex: MarkIndex;
  readonly remarkIndex: RemarkIndex;
  /** How the host finds it again; opaque here. */
  readonly source: unknown;
}

/** Lines that were picked to be marked. */
export interface Selection {
  /** The row where it began; the other end moves. */
  readonly anchor: Address;
  readonly place: PanelPlace;
}

/** How the reviewer looks at a series. */
export interface View {
  /** Section keys. */
  readonly collapsed: ReadonlySet<string>;
  readonly filter: Filter;
  readonly order: WalkOrder;
  /** The diff, or a plain list of all annotations. */
  readonly mode: 'diff' | 'list';
  readonly problemsOpen: boolean;
  readonly houseRulesOpen: boolean;
  /** What became of the questions of an earlier version is spread out. */
  readonly carriedOpen: boolean;
  /** What other reviewers said is shown at its lines. */
  readonly others: boolean;
  /** All that they said is spread out above the series. */
  readonly othersOpen: boolean;
}

/** Everything the panel shows, as plain data. */
export interface PanelState {
  /** What the host is busy with, until a series or a failure comes. */
  readonly busy: { readonly title: string; readonly done: number; readonly total: number } | null;
  readonly failure: { readonly message: string; readonly at: string } | null;
  readonly series: OpenSeries | null;
  readonly view: View;
  /** Id of the annotation or mark whose card is open. */
  readonly openCard: string | null;
  readonly cursor: Address | null;
  readonly selection: Selection | null;
  readonly draft: PanelDraft | null;
  /** The question that is being withdrawn, and the reason so far. */
  readonly withdrawal: { readonly id: string; readonly reason: string } | null;
  /** The answer that is being written to another reviewer's question. */
  readonly answering: PanelAnswering | null;
  readonly counterparts: ReadonlyMap<string, PanelCounterpart>;
  /** Keys of the files that have twins in the other language. */
  readonly twins: ReadonlySet<string>;
  /** Files whose twin the series leaves as it is, by `fileKey`. */
  readonly oneSided: ReadonlyMap<string, PanelOneSided>;
  /** Id of the mark that was made last, to be taken back. */
  readonly lastMark: string | null;
  /** What a screen reader is told now. */
  readonly announcement: string;
  /** What was stored before a reload, until the series it belongs to comes back. */
  readonly stored: PanelViewState | null;
}

export const FIRST_VIEW: View = {
  collapsed: new Set(),
  filter: FIRST_FILTER,
  order: 'attention',
  mode: 'diff',
  problemsOpen: false,
  houseRulesOpen: false,
  carriedOpen: false,
  others: true,
  othersOpen: false,
};

/** The state before the host has said anything. */
export function firstState(stored: PanelViewState | null): PanelState {
  return {
    busy: { title: '', done: 0, total: 0 },
    failure: null,
    series: null,
    view: FIRST_VIEW,
    openCard: null,
    cursor: null,
    selection: null,
    draft: null,
    withdrawal: null,
    answering: null,
    counterparts: new Map(),
    twins: new Set(),
    oneSided: new Map(),
    lastMark: null,
    announcement: '',
    stored,
  };
}
