import { html, nothing, type TemplateResult } from 'lit';
import type { PanelMark } from '../../protocol/panelModel.ts';
import { annotationPlace, stateNow } from '../series/markIndex.ts';
import { placeName } from '../series/placeName.ts';
import type { PlacedAnnotation } from '../series/seriesIndex.ts';
import type { Dispatch } from '../state/action.ts';
import { walkOf } from '../state/derived.ts';
import type { OpenSeries, PanelState } from '../state/panelState.ts';
import { words } from '../text/words.ts';
import { glyphSign } from './glyph.ts';
import { linkButton } from './linkButton.ts';
import { prose } from './prose.ts';

/** All annotations that pass the filter as a plain list, in the order of the walk. */
export function annotationList(series: OpenSeries, state: PanelState, dispatch: Dispatch): TemplateResult {
  const walk = walkOf(series, state);
  return html`<section class="annotation-list" tabindex="-1" aria-label=${words.list}>
    <h2>${words.filtered(walk.length, series.index.annotations.length)}</h2>
    <ol>
      ${walk.map((placed) => listItem(placed, series, dispatch))}
    </ol>
  </section>`;
}

function listItem(
  placed: PlacedAnnotation,
  { index, markIndex }: OpenSeries,
  dispatch: Dispatch,
): TemplateResult {
  const { id, title, attention, question, facts, category } = placed.annotation;
  const answer = markIndex.answers.get(id);
  return html`<li>
    <h3>
      ${glyphSign(answer ? stateNow(answer) : attention)}
      ${linkButton(title, () => {
        dispatch({ type: 'open', id });
      })}
      <span class="at">${placeName(annotationPlace(placed), index.model)}</span>
    </h3>
    <p class="facts">
      ${[words.glyph[attention], words.category(category), ...facts].join(' · ')}
      ${answer ? html` · <b>${answer.ended ?? words.said(stateNow(answer), answer.deferredTo)}</b>` : nothing}
    </p>
    <p class="question">${prose(asked(answer, question))}</p>
  </li>`;
}

function asked(answer: PanelMark | undefined, question: string): string {
  return answer && answer.question !== '' ? answer.question : question;
}
