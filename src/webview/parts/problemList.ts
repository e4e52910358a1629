import { html, nothing, type TemplateResult } from 'lit';
import type { PanelModel } from '../../protocol/panelModel.ts';
import type { Dispatch } from '../state/action.ts';
import { words } from '../text/words.ts';

/** How many things could not be read or looked at; spread out, each with its place. */
export function problemList(
  problems: PanelModel['problems'],
  isOpen: boolean,
  dispatch: Dispatch,
): TemplateResult {
  return html`<div class="problems">
    <button
      type="button"
      class="disclosure"
      aria-expanded=${isOpen}
      aria-controls="problem-list"
      @click=${() => {
        dispatch({ type: 'toggle-problems' });
      }}
    >
      <span class="codicon codicon-warning" aria-hidden="true"></span>
      ${words.problems(problems.length)}
      <span class="aside">${words.problemsTitle}</span>
      <span class="codicon codicon-chevron-${isOpen ? 'down' : 'right'}" aria-hidden="true"></span>
    </button>
    ${
      isOpen
        ? html`<ul id="problem-list" tabindex="0" aria-label=${words.problemsTitle}>
            ${problems.map(
              ({ code, message, at }) =>
                html`<li>
                  <span class="at">${at}</span> ${message} <span class="code-name">${code}</span>
                </li>`,
            )}
          </ul>`
        : nothing
    }
  </div>`;
}
