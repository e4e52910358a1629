import { html, nothing, type TemplateResult } from 'lit';
import '@vscode-elements/elements/dist/vscode-progress-bar/index.js';
import type { PanelModel } from '../../protocol/panelModel.ts';
import type { Dispatch } from '../state/action.ts';
import type { OpenSeries, PanelState } from '../state/panelState.ts';
import { words } from '../text/words.ts';
import { actionButton } from './actionButton.ts';

/** What is being done before a series can be shown, how far it is, and a way to stop it. */
export function loadingView(busy: NonNullable<PanelState['busy']>, dispatch: Dispatch): TemplateResult {
  const { title, done, total } = busy;
  const isCounted = total > 0;
  return html`<section class="stage" role="status">
    <h1>${title === '' ? words.loading : title}</h1>
    <vscode-progress-bar
      .ariaLabel=${words.loading}
      ?indeterminate=${!isCounted}
      .value=${isCounted ? (100 * done) / total : 0}
    ></vscode-progress-bar>
    <p class="aside">
      ${isCounted ? words.loadingCount(done, total) : words.loading}
      ${actionButton(words.stop, () => {
        dispatch({ type: 'cancel' });
      })}
    </p>
  </section>`;
}

/** What went wrong, and where. */
export function failedView({ message, at }: NonNullable<PanelState['failure']>): TemplateResult {
  return html`<section class="stage" role="alert">
    <h1><span class="codicon codicon-error" aria-hidden="true"></span> ${words.failed}</h1>
    <p>${message}</p>
    ${at === '' ? nothing : html`<p class="at">${words.failedAt(at)}</p>`}
  </section>`;
}

/** Shown where a series has no annotation: what was looked at and what was not. It never says that all is well. */
export function emptyNote({ index }: OpenSeries): TemplateResult | typeof nothing {
  if (index.annotations.length > 0) return nothing;
  if (index.files === 0) return html`<p class="empty-note">${words.emptySeries}</p>`;
  const files = index.model.patches.flatMap((patch) => patch.files);
  const of = (image: PanelModel['patches'][number]['files'][number]['image']): number =>
    files.filter((file) => file.image === image).length;
  return html`<p class="empty-note" role="note">
    ${words.noAnnotations(files.length, of('hunks'), of('none'))}
  </p>`;
}
