import { html, nothing, type TemplateResult } from 'lit';
import type { PanelCounterpart } from '../../protocol/panelModel.ts';
import type { Dispatch } from '../state/action.ts';
import { words } from '../text/words.ts';
import { codeText } from './codeText.ts';
import { linkButton } from './linkButton.ts';
import { prose } from './prose.ts';
import { slotsView } from './slotsView.ts';

/** The other-language side of an annotation, and where both sides disagree. */
export function counterpartView(counterpart: PanelCounterpart, dispatch: Dispatch): TemplateResult {
  const { status, places, disagreements, slots = [] } = counterpart;
  if (places.length === 0 && disagreements.length === 0 && slots.length === 0)
    return html`<p class="counterparts-note">${words.counterpartMissing}</p>`;
  return html`${status === 'ambiguous' ? html`<p class="counterparts-note">${words.counterpartSeveral}</p>` : nothing}
    <div class="counterparts" role="group" aria-label=${words.counterpart}>
      ${places.map((place) => placeView(place, dispatch))}
    </div>
    ${
      disagreements.length > 0
        ? html`<ul class="disagreements" aria-label=${words.disagreement}>
            ${disagreements.map(disagreementView)}
          </ul>`
        : nothing
    }
    ${slots.length > 0 ? slotsView(slots, dispatch) : nothing}`;
}

function placeView(place: PanelCounterpart['places'][number], dispatch: Dispatch): TemplateResult {
  const { title, path, line, lines, tokens, rule, target } = place;
  return html`<figure class="counterpart">
    <figcaption>
      <span title=${rule}>${title}</span>
      ${linkButton(`${path}:${line}`, () => {
        dispatch({ type: 'link', target });
      })}
    </figcaption>
    <pre tabindex="0" aria-label=${`${title}, ${path}:${line}`}>
${lines.map((text, row) => html`<code>${codeText(text, tokens[row], '')}</code>`)}</pre>
    <p class="rule">${rule}</p>
  </figure>`;
}

function disagreementView({ question, rust, c }: PanelCounterpart['disagreements'][number]): TemplateResult {
  return html`<li>
    <p class="question">${prose(question)}</p>
    <dl>
      <dt>${words.rust}</dt>
      <dd><code>${rust}</code></dd>
      <dt>${words.c}</dt>
      <dd><code>${c}</code></dd>
    </dl>
  </li>`;
}
