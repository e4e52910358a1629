import { html, nothing, type TemplateResult } from 'lit';
import { styled } from './styled.ts';
import type { PanelCoverage } from '../../protocol/panelModel.ts';
import { words } from '../text/words.ts';

/** How much was looked at, as a bar and in words. */
export function progressBar(coverage: PanelCoverage): TemplateResult {
  const { total, notLookedAt, understood, needsExplanation, deferred } = coverage;
  const share = (count: number) => ({ width: `${total === 0 ? 0 : (100 * count) / total}%` });
  return html`<div class="progress">
    <div
      class="bar"
      role="progressbar"
      aria-label=${words.progressBar}
      aria-valuemin="0"
      aria-valuemax=${total}
      aria-valuenow=${total - notLookedAt}
      aria-valuetext=${words.progress(coverage)}
    >
      <div class="is-understood" ${styled(share(understood))}></div>
      <div class="is-needs-explanation" ${styled(share(needsExplanation))}></div>
      <div class="is-deferred" ${styled(share(deferred))}></div>
    </div>
    <span class="words" aria-hidden="true">
      ${words.lookedAt(coverage)}${
        needsExplanation > 0
          ? html` · <span class="needs">${words.needExplanation(needsExplanation)}</span>`
          : nothing
      }${deferred > 0 ? html` · <span class="deferred">${words.deferredCount(deferred)}</span>` : nothing}
    </span>
  </div>`;
}
