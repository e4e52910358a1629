import { html, nothing, type TemplateResult } from 'lit';
import { shownOf } from '../state/derived.ts';
import type { OpenSeries, PanelState } from '../state/panelState.ts';
import type { Dispatch } from '../state/action.ts';
import { words } from '../text/words.ts';
import { actionButton } from './actionButton.ts';
import { filterBox } from './filterBox.ts';
import { progressBar } from './progressBar.ts';

/** What stays in sight while the rows scroll: progress, the ways out, and the filter. */
export function toolBar(series: OpenSeries, state: PanelState, dispatch: Dispatch): TemplateResult {
  const { mode, order } = state.view;
  const command = (command: 'order' | 'list' | 'native-diff' | 'export') => () => {
    dispatch({ type: 'command', command });
  };
  return html`<div class="toolbar">
    <div class="toolbar-row">
      ${progressBar(series.marks.coverage)} ${filterBox(state.view.filter.text, dispatch)}
      <div class="actions">
        ${actionButton(words.order(order), command('order'), {
          icon: 'list-ordered',
          title: words.orderHelp,
        })}
        ${actionButton(mode === 'list' ? words.diff : words.list, command('list'), {
          icon: mode === 'list' ? 'diff' : 'list-unordered',
        })}
        ${actionButton(words.nativeDiff, command('native-diff'), { key: 'o' })}
        ${actionButton(words.reply, command('export'), { key: 'e', isPrimary: true })}
      </div>
    </div>
    ${narrowed(series, state, dispatch)}
  </div>`;
}

function narrowed(
  series: OpenSeries,
  state: PanelState,
  dispatch: Dispatch,
): TemplateResult | typeof nothing {
  const { categories, text } = state.view.filter;
  if (categories.size === 0 && text === '') return nothing;
  const shown = shownOf(series, state);
  const patches = series.index.model.patches.length - (shown.patches?.size ?? 0);
  const files = series.index.files - (shown.files?.size ?? 0);
  return html`<p class="narrowed">
    ${words.filtered(shown.annotations.length, series.index.annotations.length)}.
    ${files > 0 || patches > 0 ? words.leftOut(patches, files) : nothing}
    <button
      class="link"
      type="button"
      @click=${() => {
        dispatch({ type: 'clear-filter' });
      }}
    >
      ${words.clearFilter}
    </button>
  </p>`;
}
