import { html, nothing, type TemplateResult } from 'lit';
import type { PanelSaid } from '../../protocol/panelModel.ts';
import { shortDate } from '../text/shortDate.ts';
import { words } from '../text/words.ts';
import { prose } from './prose.ts';

/** What was said below a question, oldest first. */
export function saidList(said: readonly PanelSaid[]): TemplateResult | typeof nothing {
  if (said.length === 0) return nothing;
  return html`<ul class="said">
    ${said.map(
      ({ author, date, text }) =>
        html`<li>
          <p class="by">${byLine(author, date)}</p>
          <p class="words">${prose(text)}</p>
        </li>`,
    )}
  </ul>`;
}

/** Who said something, and when. */
export function byLine(author: string, date: string | null): TemplateResult {
  const name = author === '' ? words.somebody : author;
  return html`<b>${name}</b>${date === null ? nothing : html` · <time>${shortDate(date)}</time>`}`;
}
