import { html, nothing, type TemplateResult } from 'lit';
import '@vscode-elements/elements/dist/vscode-progress-bar/index.js';
import { actionButton } from '../parts/actionButton.ts';
import { linkButton } from '../parts/linkButton.ts';
import type { PlaceSearch } from './catalogueState.ts';
import { words } from './catalogueWords.ts';

/** What can be done about places in the tree. */
export interface PlaceActions {
  readonly find: () => void;
  readonly cancel: () => void;
  readonly open: (target: string) => void;
}

/** Places of the open tree that use the pattern, once they were asked for. */
export function placesView(
  search: PlaceSearch | undefined,
  canSearch: boolean,
  actions: PlaceActions,
): TemplateResult {
  return html`<section class="places">
    <h3>${words.places}</h3>
    <p class="aside">${canSearch ? words.placesWhy : words.noFolder}</p>
    ${canSearch ? html`${searchView(search, actions)}` : nothing}
  </section>`;
}

function searchView(search: PlaceSearch | undefined, actions: PlaceActions): TemplateResult {
  if (!search) return html`<div class="actions">${actionButton(words.find, actions.find)}</div>`;
  if (search.kind === 'searching')
    return html`<div class="actions">
        <span role="status">${words.searching(search.done, search.total)}</span>
        ${actionButton(words.cancel, actions.cancel)}
      </div>
      <vscode-progress-bar
        .max=${Math.max(search.total, 1)}
        .value=${search.done}
        ?indeterminate=${search.total === 0}
        aria-label=${words.places}
      ></vscode-progress-bar>`;
  const { places, notes } = search;
  return html`<div class="actions">
      <span role="status">${words.found(places.length)}</span>
      ${actionButton(words.findAgain, actions.find)}
    </div>
    ${notes.map((note) => html`<p class="aside">${note}</p>`)}
    <ol>
      ${places.map(
        ({ path, line, text, explained, explanation, target }) =>
          html`<li>
            ${linkButton(`${path}:${line}`, () => {
              actions.open(target);
            })}
            ${explained === null ? nothing : html`<span class="tag">${explained}</span>`}
            <code class="place-text">${text}</code>
            ${explanation === null ? nothing : html`<p class="aside">${explanation}</p>`}
          </li>`,
      )}
    </ol>`;
}
