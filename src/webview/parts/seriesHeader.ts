import { html, nothing, type TemplateResult } from 'lit';
import type { PanelKept, PanelModel } from '../../protocol/panelModel.ts';
import type { OpenSeries, PanelState } from '../state/panelState.ts';
import type { Dispatch } from '../state/action.ts';
import { words } from '../text/words.ts';
import { carriedBanner } from './carriedBanner.ts';
import { filterChips } from './filterChips.ts';
import { houseRuleList } from './houseRuleList.ts';
import { linkButton } from './linkButton.ts';
import { othersBanner } from './othersBanner.ts';
import { problemList } from './problemList.ts';

/** The head of the panel: what the series is, what could not be read, and what became of earlier questions. */
export function seriesHeader(series: OpenSeries, state: PanelState, dispatch: Dispatch): TemplateResult {
  const { model } = series.index;
  return html`<header class="series-header">
    <h1>${model.title}</h1>
    <p class="summary">
      <span title=${words.imagesHelp}>${summaryOf(model, series.index.files).join(' · ')}</span>
      ${series.marks.kept ? keptLink(series.marks.kept, dispatch) : nothing}
    </p>
    ${model.problems.length > 0 ? problemList(model.problems, state.view.problemsOpen, dispatch) : nothing}
    ${model.houseRules.length > 0 ? houseRuleList(model.houseRules, state.view.houseRulesOpen, dispatch) : nothing}
    ${series.marks.carried ? carriedBanner(series, series.marks.carried, state, dispatch) : nothing}
    ${series.marks.others ? othersBanner(series, series.marks.others, state, dispatch) : nothing}
    ${series.index.annotations.length > 0 || series.marks.others ? filterChips(series, state, dispatch) : nothing}
  </header>`;
}

function summaryOf(model: PanelModel, files: number): readonly string[] {
  const images = { whole: 0, hunks: 0, none: 0 };
  for (const patch of model.patches) for (const file of patch.files) images[file.image]++;
  return [
    words.patches(model.patches.length),
    words.files(files),
    words.images(images.whole, images.hunks),
    ...(model.baseCommit === null ? [] : [words.base(model.baseCommit)]),
    words.profile(model.profile),
  ];
}

/** Where the reviewer's marks are kept; following it offers to change that. */
function keptLink({ isShared, path }: PanelKept, dispatch: Dispatch): TemplateResult {
  return html`·
  ${linkButton(
    isShared ? words.keptShared : words.keptPrivate,
    () => {
      dispatch({ type: 'kept' });
    },
    path,
  )}`;
}
