import { html, type TemplateResult } from 'lit';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import type { Dispatch } from '../state/action.ts';
import { words } from '../text/words.ts';
import { textOf } from './submitKeys.ts';

/** The box to filter by text, and to go from one line that holds it to the next. */
export function filterBox(text: string, dispatch: Dispatch): TemplateResult {
  return html`<vscode-textfield
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

/** Enter finds the next line, with Shift the one before; Escape empties the box, and leaves it when it is empty. */
function onFilterKey(event: KeyboardEvent, dispatch: Dispatch): void {
  if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
  event.preventDefault();
  event.stopPropagation();
  if (event.key === 'Enter') dispatch({ type: 'find', step: event.shiftKey ? -1 : 1 });
  else if (textOf(event) !== '') dispatch({ type: 'filter-text', text: '' });
  else dispatch({ type: 'leave-filter' });
}
