import { html, type TemplateResult } from 'lit';
import type { PanelConditions } from '../../protocol/panelModel.ts';
import type { Dispatch } from '../state/action.ts';
import { words } from '../text/words.ts';
import { linkButton } from './linkButton.ts';
import { prose } from './prose.ts';

/** What a function called in an unsafe block asks of its callers, to be held against the explanation beside it. */
export function conditionsView(
  { callee, conditions, link }: PanelConditions,
  dispatch: Dispatch,
): TemplateResult {
  return html`<figure class="explanation">
    <figcaption>
      ${words.conditionsOf(callee)} ·
      ${linkButton(link.title, () => {
        dispatch({ type: 'link', target: link.target });
      })}
    </figcaption>
    <ul>
      ${conditions.map((condition) => html`<li>${prose(condition)}</li>`)}
    </ul>
  </figure>`;
}
