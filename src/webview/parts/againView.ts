import { html, type TemplateResult } from 'lit';
import type { PanelAgain } from '../../protocol/panelModel.ts';
import { words } from '../text/words.ts';
import { carriedTexts } from './carriedView.ts';

/** Why lines ask for a look again that were settled in an earlier version: both texts. */
export function againView({ carried, said }: PanelAgain, version: number): TemplateResult {
  return html`<div class="answer again">
    <p class="carried-line">${words.againBecause(said, carried.fromVersion)}</p>
    ${carriedTexts(carried, version)}
  </div>`;
}
