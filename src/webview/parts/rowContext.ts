import type { Dispatch } from '../state/action.ts';
import type { OpenSeries, PanelState } from '../state/panelState.ts';
import type { Shown } from '../series/filter.ts';
import type { TokenStore } from './tokenStore.ts';

/** What the rows of the panel are drawn from. */
export interface RowContext {
  readonly state: PanelState;
  readonly series: OpenSeries;
  readonly shown: Shown;
  readonly tokens: TokenStore;
  readonly dispatch: Dispatch;
  /** `addressKey` of the row that the cursor stands on. */
  readonly cursorKey: string | null;
}
