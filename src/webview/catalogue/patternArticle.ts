import { html, nothing, type TemplateResult } from 'lit';
import type { CataloguePattern } from '../../protocol/catalogue.ts';
import { glyphSign } from '../parts/glyph.ts';
import { linkButton } from '../parts/linkButton.ts';
import { prose } from '../parts/prose.ts';
import type { CatalogueState } from './catalogueState.ts';
import { words } from './catalogueWords.ts';
import { exampleGrid } from './exampleGrid.ts';
import { placesView, type PlaceActions } from './placesView.ts';

/** What can be done on the page of a pattern. */
export interface ArticleActions extends PlaceActions {
  readonly show: (pattern: string) => void;
}

/** All there is to know about one pattern. */
export function patternArticle(
  pattern: CataloguePattern,
  state: CatalogueState,
  actions: ArticleActions,
): TemplateResult {
  const { id, title, category, attention, languages, what, links, lints } = pattern;
  const pairs = state.patterns.filter((other) => pattern.pairs.includes(other.id));
  const examples = state.examples.get(id) ?? [];
  return html`<main tabindex="-1" aria-labelledby="pattern-title">
    <h2 id="pattern-title">${title}</h2>
    <p class="facts">
      <span class="tag">${glyphSign(attention, '')}${words.attention[attention]}</span>
      <span class="tag">${words.category(category)}</span>
      ${languages.map((language) => html`<span class="tag">${words.language(language)}</span>`)}
      <code class="aside">${id}</code>
    </p>
    ${what.map((paragraph) => html`<p>${prose(paragraph)}</p>`)}
    ${
      examples.length === 0
        ? nothing
        : html`<section>
            <h3>${words.examples}</h3>
            ${exampleGrid(examples)}
          </section>`
    }
    <div class="advice">
      ${listOf(words.checks, pattern.checks)} ${listOf(words.questions, pattern.questions)}
      ${
        pattern.goodExplanation.length === 0
          ? nothing
          : html`<section>
              <h3>${words.good}</h3>
              ${pattern.goodExplanation.map((paragraph) => html`<p>${prose(paragraph)}</p>`)}
            </section>`
      }
      ${linkList(
        words.links,
        links.map(({ title: name, project, target }) => ({
          name: project === null ? name : `${name} (${project})`,
          follow: () => {
            actions.open(target);
          },
        })),
      )}
      ${linkList(
        words.pairs,
        pairs.map((other) => ({
          name: other.title,
          follow: () => {
            actions.show(other.id);
          },
        })),
      )}
      ${listOf(
        words.lints,
        lints.map((lint) => `\`${lint}\``),
      )}
    </div>
    ${placesView(state.searches.get(id), state.canSearch, actions)}
  </main>`;
}

function listOf(heading: string, items: readonly string[]): TemplateResult | typeof nothing {
  if (items.length === 0) return nothing;
  return html`<section>
    <h3>${heading}</h3>
    <ul class="bullets">
      ${items.map((item) => html`<li>${prose(item)}</li>`)}
    </ul>
  </section>`;
}

function linkList(
  heading: string,
  items: readonly { readonly name: string; readonly follow: () => void }[],
): TemplateResult | typeof nothing {
  if (items.length === 0) return nothing;
  return html`<section>
    <h3>${heading}</h3>
    <ul class="bullets">
      ${items.map(({ name, follow }) => html`<li>${linkButton(name, follow)}</li>`)}
    </ul>
  </section>`;
}
