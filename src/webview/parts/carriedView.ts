import { html, nothing, type TemplateResult } from 'lit';
import type { PanelCarried } from '../../protocol/panelModel.ts';
import { words } from '../text/words.ts';

/** In one line: when the question was asked, and what happened to its lines. */
export function carriedLine(
  { fromVersion, fate, proposal }: PanelCarried,
  ended: string | null,
  isInTree = false,
): TemplateResult {
  const outcome = proposal === null ? words.notAnsweredYet : words.proposal[proposal];
  const parts = [words.askedOn(fromVersion), isInTree ? words.inTree(words.fate[fate]) : words.fate[fate]];
  return html`<p class="carried-line">
    ${parts.join(' · ')}
    ${ended === null ? html` · <span class="outcome ${proposal ?? 'open'}">${outcome}</span>` : nothing}
  </p>`;
}

/**
 * Both texts side by side: as it was when the question was asked, and what is there now or seems to answer it. Nothing
 * where neither the lines changed nor anything was added.
 */
export function carriedTexts(
  { fromVersion, fate, before, after, evidence }: PanelCarried,
  version: number,
): TemplateResult | typeof nothing {
  const isSame = fate === 'exact' || fate === 'moved';
  if (isSame && evidence.length === 0) return nothing;
  const now =
    evidence.length > 0
      ? textColumn(words.evidence(version), evidence)
      : fate === 'gone'
        ? html`<p class="gone">${words.goneLines}</p>`
        : textColumn(words.after(version), after);
  return html`<div class="carried-texts">${textColumn(words.before(fromVersion), before)} ${now}</div>`;
}

/** A titled piece of code, plain. */
export function textColumn(title: string, lines: readonly string[]): TemplateResult {
  return html`<figure class="counterpart">
    <figcaption>${title}</figcaption>
    <pre tabindex="0" aria-label=${title}>${lines.map((line) => html`<code>${line}</code>`)}</pre>
  </figure>`;
}
