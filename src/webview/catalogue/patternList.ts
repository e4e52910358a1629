import { html, nothing, type TemplateResult } from 'lit';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { glyphSign } from '../parts/glyph.ts';
import { linkButton } from '../parts/linkButton.ts';
import { textOf } from '../parts/submitKeys.ts';
import { listed, type CatalogueState } from './catalogueState.ts';
import { words } from './catalogueWords.ts';

/** What can be done in the list. */
export interface ListActions {
  readonly search: (text: string) => void;
  readonly choose: (category: string | null) => void;
  readonly show: (pattern: string) => void;
  readonly lookUp: () => void;
}

/** Search box, categories, and the patterns that are left, by category. */
export function patternList(state: CatalogueState, actions: ListActions): TemplateResult {
  const patterns = listed(state);
  const categories = state.categories.filter((name) => patterns.some(({ category }) => category === name));
  return html`<nav class="patterns" aria-label=${words.page}>
    <div class="patterns-head">
      <h1 class="announcements">${words.page}</h1>
      <vscode-textfield
        type="search"
        .label=${words.search}
        title=${words.search}
        placeholder=${words.searchHint}
        .value=${state.text}
        @input=${(event: Event) => {
          actions.search(textOf(event));
        }}
        ><span slot="content-before" class="codicon codicon-search" aria-hidden="true"></span
      ></vscode-textfield>
      ${state.canSearch ? linkButton(words.lookUp, actions.lookUp) : nothing}
      <div class="chips" role="group" aria-label=${words.categories}>
        ${[null, ...state.categories].map((name) => categoryChip(name, state, actions))}
      </div>
      <p class="aside" role="status">
        ${patterns.length === 0 ? words.nothing : words.count(patterns.length, state.patterns.length)}
      </p>
    </div>
    <div class="patterns-list">
      ${categories.map(
        (name) =>
          html`<section>
            <h2>${words.category(name)}</h2>
            <ul>
              ${patterns
                .filter(({ category }) => category === name)
                .map(
                  ({ id, title, attention }) =>
                    html`<li>
                      <button
                        type="button"
                        aria-current=${id === state.shown ? 'page' : nothing}
                        @click=${() => {
                          actions.show(id);
                        }}
                      >
                        ${glyphSign(attention, '')}<span>${title}</span>
                      </button>
                    </li>`,
                )}
            </ul>
          </section>`,
      )}
    </div>
  </nav>`;
}

function categoryChip(name: string | null, state: CatalogueState, actions: ListActions): TemplateResult {
  return html`<button
    type="button"
    class="chip"
    aria-pressed=${state.category === name}
    @click=${() => {
      actions.choose(state.category === name ? null : name);
    }}
  >
    ${name === null ? words.all : words.category(name)}
  </button>`;
}
