import type { PanelViewState } from '../../protocol/messages.ts';
import type { PanelState, View } from './panelState.ts';
import { FIRST_VIEW } from './panelState.ts';

/** What to store of a state, so that the same series looks the same after a reload; null without a series. */
export function viewStateOf(state: PanelState, scrollTop: number): PanelViewState | null {
  if (!state.series) return null;
  const { collapsed, filter, order, others } = state.view;
  return {
    format: 1,
    source: state.series.source,
    collapsed: [...collapsed],
    attentions: [...filter.attentions],
    categories: [...filter.categories],
    text: filter.text,
    openCard: state.openCard,
    order,
    others,
    draft: state.draft,
    answering: state.answering,
    scrollTop,
  };
}

export function viewFrom(stored: PanelViewState): View {
  return {
    ...FIRST_VIEW,
    collapsed: new Set(stored.collapsed),
    filter: {
      attentions: new Set(stored.attentions),
      categories: new Set(stored.categories),
      text: stored.text,
    },
    order: stored.order,
    others: stored.others,
  };
}

/** True if what was stored belongs to this source. Sources are plain data of the host's own making. */
export function isOfSource(stored: PanelViewState, source: unknown): boolean {
  return JSON.stringify(stored.source) === JSON.stringify(source);
}
