import { html, type TemplateResult } from 'lit';
import { rowsOf } from '../series/place.ts';
import type { Dispatch } from '../state/action.ts';
import type { Selection } from '../state/panelState.ts';
import { words } from '../text/words.ts';
import { actionButton } from './actionButton.ts';

/** What can be done with the picked lines; it lies over the lower edge and moves nothing. */
export function selectionBar({ place }: Selection, dispatch: Dispatch): TemplateResult {
  const [first, last] = rowsOf(place);
  const command = (command: 'needs-explanation' | 'understood' | 'defer') => () => {
    dispatch({ type: 'command', command });
  };
  return html`<div class="selection-bar" role="toolbar" aria-label=${words.selected(last - first + 1)}>
    <span>${words.selected(last - first + 1)}</span>
    ${actionButton(words.needsExplanation, command('needs-explanation'), { key: '?', isPrimary: true })}
    ${actionButton(words.understood, command('understood'), { key: 'u' })}
    ${actionButton(words.defer, command('defer'))}
    <button
      class="icon-button codicon codicon-close"
      type="button"
      aria-label=${words.clearSelection}
      title=${words.clearSelection}
      @click=${() => {
        dispatch({ type: 'escape' });
      }}
    ></button>
  </div>`;
}
