import { html, nothing, type TemplateResult } from 'lit';
import type { PanelMark } from '../../protocol/panelModel.ts';
import { stateNow } from '../series/markIndex.ts';
import type { Dispatch } from '../state/action.ts';
import type { PanelState } from '../state/panelState.ts';
import { words } from '../text/words.ts';
import { carriedLine, carriedTexts } from './carriedView.ts';
import { endingView } from './endingView.ts';
import { glyphSign } from './glyph.ts';
import { linkButton } from './linkButton.ts';
import { prose } from './prose.ts';
import { saidList } from './saidList.ts';

/** What the reviewer said about an annotation, inside of its open card. */
export function answerView(
  mark: PanelMark,
  withdrawal: PanelState['withdrawal'],
  version: number,
  dispatch: Dispatch,
): TemplateResult {
  const now = stateNow(mark);
  const undo = linkButton(words.undo, () => {
    dispatch({ type: 'unmark', id: mark.id });
  });
  return html`<div class="answer is-${now}">
    <p>
      ${glyphSign(now)} <b>${mark.ended ?? words.said(now, mark.deferredTo)}</b>
      ${mark.question === '' ? nothing : html`<span class="question">${prose(mark.question)}</span>`} ${undo}
    </p>
    ${saidList(mark.said ?? [])}
    ${mark.carried ? html`${carriedLine(mark.carried, mark.ended)} ${carriedTexts(mark.carried, version)}` : nothing}
    ${endingView(mark, withdrawal, dispatch)}
  </div>`;
}
