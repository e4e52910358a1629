import { html, nothing, type TemplateResult } from 'lit';
import { join } from 'lit/directives/join.js';
import type { PanelRemark } from '../../protocol/panelModel.ts';
import { placeName } from '../series/placeName.ts';
import type { Dispatch } from '../state/action.ts';
import type { OpenSeries, PanelState } from '../state/panelState.ts';
import { words } from '../text/words.ts';
import { linkButton } from './linkButton.ts';
import { prose } from './prose.ts';
import { byLine } from './saidList.ts';

/** How much other reviewers said and whose turn it is; spread out, each of their remarks, those without a place first. */
export function othersBanner(
  series: OpenSeries,
  others: readonly PanelRemark[],
  { view }: PanelState,
  dispatch: Dispatch,
): TemplateResult {
  const spoken = others.filter(({ text, state }) => text !== '' || state === 'needs-explanation');
  const count = (turn: PanelRemark['turn']): number => spoken.filter((one) => one.turn === turn).length;
  const [you, author, reviewer] = [count('you'), count('author'), count('reviewer')];
  const lost = spoken.filter(({ place }) => place === null).length;
  const ended = spoken.filter((one) => one.ended !== null).length;
  const counts = [
    ...(you > 0 ? [html`<span class="unanswered">${words.waitForYou(you)}</span>`] : []),
    ...(author > 0 ? [html`<span>${words.waitForAuthor(author)}</span>`] : []),
    ...(reviewer > 0 ? [html`<span class="answered">${words.waitForReviewer(reviewer)}</span>`] : []),
    ...(ended > 0 ? [html`<span>${words.endedCount(ended)}</span>`] : []),
    ...(lost > 0 ? [html`<span>${words.lostCount(lost)}</span>`] : []),
  ];
  const people = new Set(others.map((one) => one.author)).size;
  const isOpen = view.othersOpen;
  return html`<div class="carried others">
    <p>
      ${words.fromOthers(spoken.length, people)} ${join(counts, ', ')}${counts.length > 0 ? '.' : nothing}
      ${linkButton(isOpen ? words.hideOthers : words.showOthers, () => {
        dispatch({ type: 'toggle-others' });
      })}
    </p>
    ${isOpen ? othersList(series, spoken, dispatch) : nothing}
  </div>`;
}

function othersList(series: OpenSeries, spoken: readonly PanelRemark[], dispatch: Dispatch): TemplateResult {
  const ordered = [...spoken].sort((a, b) => Number(a.place !== null) - Number(b.place !== null));
  return html`<ul class="carried-list">
    ${ordered.map((remark) => item(remark, series, dispatch))}
  </ul>`;
}

function item(remark: PanelRemark, { index }: OpenSeries, dispatch: Dispatch): TemplateResult {
  const { id, author, date, text, place, patch, turn, quoted } = remark;
  const at = place ?? (patch === null ? null : ({ kind: 'message', patch, line: 0, endLine: 0 } as const));
  const missing = quoted.length === 0 ? words.onTheWhole : words.notPlaced;
  return html`<li>
    <p>
      ${byLine(author, date)}
      <span class="at">${place ? placeName(place, index.model) : missing}</span>
      ${turn === null ? nothing : html`<span class="turn is-${turn}">${words.turn[turn]}</span>`}
      ${
        at
          ? linkButton(words.goThere, () => {
              dispatch({ type: 'go', place: at, id });
            })
          : nothing
      }
    </p>
    <p class="words">${prose(text)}</p>
    ${place || quoted.length === 0 ? nothing : html`<p class="at">${quoted.at(-1)}</p>`}
  </li>`;
}
