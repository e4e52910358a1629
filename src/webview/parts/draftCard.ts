import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PanelDraft } from '../../protocol/messages.ts';
import type { Dispatch } from '../state/action.ts';
import { words } from '../text/words.ts';
import { draftBox } from './draftBox.ts';
import { glyphSign } from './glyph.ts';
import { LightElement } from './lightElement.ts';

/** A card in which a question about picked lines is written. */
@customElement('interop-draft-card')
export class DraftCard extends LightElement {
  @property({ attribute: false }) draft: PanelDraft | null = null;
  @property({ attribute: false }) dispatch!: Dispatch;

  protected override render(): TemplateResult | typeof nothing {
    if (!this.draft) return nothing;
    const { state } = this.draft;
    const title = state === 'deferred' ? words.leftTo : words.question;
    return html`<section class="card is-${state}" aria-label=${title}>
      <header>
        ${glyphSign(state)}
        <h4>${title}</h4>
      </header>
      ${draftBox(this.draft, [], this.dispatch)}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'interop-draft-card': DraftCard;
  }
}
