import { html, nothing, type TemplateResult } from 'lit';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { ATTENTIONS } from '../series/filter.ts';
import type { Dispatch } from '../state/action.ts';
import type { OpenSeries, PanelState } from '../state/panelState.ts';
import { words } from '../text/words.ts';
import { glyphSign } from './glyph.ts';
import { textOf } from './submitKeys.ts';

/** The chips by attention and category, each with its count, and the box to filter by text. */
export function filterBar({ index }: OpenSeries, { view }: PanelState, dispatch: Dispatch): TemplateResult {
  const { attentions, categories, text } = view.filter;
  const known = [...new Set(index.annotations.map(({ annotation }) => annotation.category))].sort((a, b) =>
    words.category(a).localeCompare(words.category(b)),
  );
  return html`<div class="chips" role="group" aria-label=${words.attentionGroup}>
      ${ATTENTIONS.map((attention) =>
        chip(
          html`${glyphSign(attention, '')}${words.attention[attention]}`,
          index.counts.get(attention) ?? 0,
          attentions.has(attention),
          () => {
            dispatch({ type: 'filter-attention', attention });
          },
        ),
      )}
    </div>
    ${
      known.length > 0
        ? html`<div class="chips categories" role="group" aria-label=${words.categoryGroup}>
            ${known.map((category) =>
              chip(
                words.category(category),
                index.counts.get(category) ?? 0,
                categories.has(category),
                () => {
                  dispatch({ type: 'filter-category', category });
                },
              ),
            )}
          </div>`
        : nothing
    }
    <vscode-textfield
      class="filter-text"
      type="search"
      .label=${words.filterLabel}
      title=${words.filterLabel}
      placeholder=${words.filterHint}
      .value=${text}
      @input=${(event: Event) => {
        dispatch({ type: 'filter-text', text: textOf(event) });
      }}
      @keydown=${(event: KeyboardEvent) => {
        onFilterKey(event, dispatch);
      }}
      ><span slot="content-before" class="codicon codicon-filter" aria-hidden="true"></span
    ></vscode-textfield>`;
}

function chip(
  label: TemplateResult | string,
  count: number,
  isOn: boolean,
  toggle: () => void,
): TemplateResult {
  return html`<button type="button" class="chip" aria-pressed=${isOn} @click=${toggle}>
    ${label} <b>${count}</b>
  </button>`;
}

/** Enter finds the next line, with Shift the one before; Escape empties the box, and leaves it when it is empty. */
function onFilterKey(event: KeyboardEvent, dispatch: Dispatch): void {
  if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
  event.preventDefault();
  event.stopPropagation();
  if (event.key === 'Enter') dispatch({ type: 'find', step: event.shiftKey ? -1 : 1 });
  else if (textOf(event) !== '') dispatch({ type: 'filter-text', text: '' });
  else dispatch({ type: 'leave-filter' });
}
