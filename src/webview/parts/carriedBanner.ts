import { html, nothing, type TemplateResult } from 'lit';
import { join } from 'lit/directives/join.js';
import type { PanelCarriedSummary, PanelMark } from '../../protocol/panelModel.ts';
import { placeName } from '../series/placeName.ts';
import type { Dispatch } from '../state/action.ts';
import type { OpenSeries, PanelState } from '../state/panelState.ts';
import { words } from '../text/words.ts';
import { carriedLine, textColumn } from './carriedView.ts';
import { endingView } from './endingView.ts';
import { linkButton } from './linkButton.ts';
import { prose } from './prose.ts';

/** What became of the questions of an earlier version; spread out, each of them, those whose lines are gone included. */
export function carriedBanner(
  series: OpenSeries,
  carried: PanelCarriedSummary,
  state: PanelState,
  dispatch: Dispatch,
): TemplateResult {
  const isOpen = state.view.carriedOpen;
  const { fromVersion, questions, documented, rewritten, open, gone, again = [] } = carried;
  const counts = [
    ...(documented > 0 ? [html`<span class="answered">${words.documented(documented)}</span>`] : []),
    ...(rewritten > 0 ? [html`<span class="answered">${words.rewritten(rewritten)}</span>`] : []),
    ...(open > 0 ? [html`<span class="unanswered">${words.notAnswered(open)}</span>`] : []),
    ...(gone.length > 0 ? [html`<span>${words.gone(gone.length)}</span>`] : []),
    ...(again.length > 0 ? [html`<span class="unanswered">${words.againCount(again.length)}</span>`] : []),
  ];
  return html`<div class="carried">
    <p>
      ${words.carriedFrom(fromVersion, series.index.model.version, questions)}
      ${join(counts, ', ')}${counts.length > 0 ? '.' : nothing}
      ${linkButton(isOpen ? words.hideChanges : words.showChanges, () => {
        dispatch({ type: 'toggle-carried' });
      })}
    </p>
    ${isOpen ? carriedList(series, carried, state, dispatch) : nothing}
  </div>`;
}

function carriedList(
  series: OpenSeries,
  { gone, again = [], fromVersion }: PanelCarriedSummary,
  state: PanelState,
  dispatch: Dispatch,
): TemplateResult {
  const here = series.marks.marks.filter(
    (mark) => mark.carried !== null && mark.carried.fate !== 'gone' && mark.question !== '',
  );
  return html`<ul class="carried-list">
    ${here.map((mark) => carriedItem(mark, series, dispatch))}
    ${again.map(
      ({ id, said, place, annotation }) =>
        html`<li>
          <p>
            <span class="at">${placeName(place, series.index.model)}</span>
            ${words.againBecause(said, fromVersion)}
            ${linkButton(words.goThere, () => {
              dispatch({ type: 'go', place, id: annotation ?? id });
            })}
          </p>
        </li>`,
    )}
    ${gone.map(({ id, where, question, lines }) => {
      const mark = series.markIndex.byId.get(id);
      return html`<li class="gone">
        <p><span class="at">${where}</span> <span class="question">${prose(question)}</span></p>
        <p class="carried-line">${words.goneLines}</p>
        ${lines.length > 0 ? textColumn(words.before(fromVersion), lines) : nothing}
        ${endingView(mark ?? { id, state: 'needs-explanation', ended: null, carried: GONE }, state.withdrawal, dispatch)}
      </li>`;
    })}
  </ul>`;
}

/** Enough for a mark that is listed only here: all ways to end it are offered, none is proposed. */
const GONE: PanelMark['carried'] = {
  ...{ fromVersion: 0, fate: 'gone', proposal: null },
  ...{ evidence: [], before: [], after: [] },
};

function carriedItem(mark: PanelMark, { index }: OpenSeries, dispatch: Dispatch): TemplateResult {
  return html`<li>
    <p>
      <span class="at">${placeName(mark.place, index.model)}</span>
      <span class="question">${prose(mark.question)}</span>
      ${linkButton(words.goThere, () => {
        dispatch({ type: 'go', place: mark.place, id: mark.id });
      })}
    </p>
    ${
      mark.ended === null
        ? mark.carried
          ? carriedLine(mark.carried, null)
          : nothing
        : html`<p class="carried-line">${mark.ended}</p>`
    }
  </li>`;
}
