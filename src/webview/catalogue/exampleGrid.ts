import { html, nothing, type TemplateResult } from 'lit';
import type { CatalogueExample } from '../../protocol/catalogue.ts';
import { codeText } from '../parts/codeText.ts';
import { words } from './catalogueWords.ts';

const POLARITIES = ['flagged', 'clean'] as const;

/** The examples side by side: C beside Rust, what asks above what asks nothing. One language alone has both side by side. */
export function exampleGrid(examples: readonly CatalogueExample[]): TemplateResult {
  const languages = [...new Set(examples.map(({ language }) => language))].sort(byFamiliarity);
  return html`<div class="examples ${languages.length > 1 ? 'is-twin' : ''}">
    ${
      languages.length > 1
        ? POLARITIES.map(
            (polarity) =>
              html`<div class="example-row">
                ${languages.map((language) => exampleCell(examples, language, polarity, true))}
              </div>`,
          )
        : html`<div class="example-row">
            ${POLARITIES.map((polarity) => exampleCell(examples, languages[0] ?? '', polarity, false))}
          </div>`
    }
  </div>`;
}

function exampleCell(
  examples: readonly CatalogueExample[],
  language: string,
  polarity: CatalogueExample['polarity'],
  namesLanguage: boolean,
): TemplateResult | typeof nothing {
  const shown = examples.filter((one) => one.language === language && one.polarity === polarity);
  if (shown.length === 0) return nothing;
  const name = namesLanguage ? `${words.language(language)}: ${words[polarity]}` : words[polarity];
  return html`<section class="example is-${polarity}">
    <h4>
      <span
        class="codicon codicon-${polarity === 'flagged' ? 'question' : 'check'}"
        aria-hidden="true"
      ></span>
      ${name}
    </h4>
    ${shown.map(
      ({ lines, tokens }) =>
        html`<pre tabindex="0" aria-label=${name}>
${lines.map((text, row) => html`<code>${codeText(text, tokens[row], '')}</code>`)}</pre>`,
    )}
  </section>`;
}

/** C first, as whoever learns this knows it; then Rust; then what builds them. */
function byFamiliarity(a: string, b: string): number {
  const order = ['c', 'rust'];
  const rank = (language: string): number =>
    (order.indexOf(language) + order.length + 1) % (order.length + 1);
  return rank(a) - rank(b);
}
