import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PanelMark } from '../../protocol/panelModel.ts';
import { stateNow } from '../series/markIndex.ts';
import type { Dispatch } from '../state/action.ts';
import type { PanelState } from '../state/panelState.ts';
import { words } from '../text/words.ts';
import { carriedLine, carriedTexts } from './carriedView.ts';
import { endingView } from './endingView.ts';
import { glyphSign } from './glyph.ts';
import { LightElement } from './lightElement.ts';
import { linkButton } from './linkButton.ts';
import { prose } from './prose.ts';
import { saidList } from './saidList.ts';

/** What the reviewer put on lines: small while closed, with what can be done about it when open. */
@customElement('interop-mark-card')
export class MarkCard extends LightElement {
  @property({ attribute: false }) mark!: PanelMark;
  /** Title of the annotation that it answers, if it answers one. */
  @property({ attribute: false }) annotation: string | null = null;
  @property({ attribute: false }) isOpen = false;
  /** Shows what changed under it although it is not open. */
  @property({ attribute: false }) isSpread = false;
  @property({ attribute: false }) withdrawal: PanelState['withdrawal'] = null;
  @property({ attribute: false }) version = 1;
  @property({ attribute: false }) dispatch!: Dispatch;

  protected override render(): TemplateResult {
    const { id, question, ended, carried, deferredTo } = this.mark;
    const now = stateNow(this.mark);
    const said = ended ?? words.said(now, deferredTo);
    return html`<section class="card small is-${now}" aria-label=${`${said}. ${question}`}>
      <header>
        ${glyphSign(now)}
        <h4><span class="attention">${said}</span> · ${this.annotation ?? words.yourQuestion}</h4>
        <button
          class="icon-button codicon codicon-${this.isOpen ? 'chevron-up' : 'ellipsis'}"
          type="button"
          aria-expanded=${this.isOpen}
          aria-label=${this.isOpen ? words.close : words.edit}
          title=${this.isOpen ? words.close : words.edit}
          @click=${() => {
            this.dispatch({ type: 'open', id: this.isOpen ? null : id });
          }}
        ></button>
      </header>
      ${question === '' ? nothing : html`<p class="question">${prose(question)}</p>`}
      ${saidList(this.mark.said ?? [])} ${carried ? carriedLine(carried, ended) : nothing}
      ${carried && (this.isOpen || this.isSpread) ? carriedTexts(carried, this.version) : nothing}
      ${this.isOpen || this.isSpread ? endingView(this.mark, this.withdrawal, this.dispatch) : nothing}
      ${this.isOpen ? this.links() : nothing}
    </section>`;
  }

  private links(): TemplateResult {
    const { id, annotation, ended } = this.mark;
    return html`<div class="links">
      ${
        annotation === null
          ? nothing
          : linkButton(words.showAnnotation, () => {
              this.dispatch({ type: 'open', id: annotation });
            })
      }
      ${
        ended === null
          ? linkButton(words.edit, () => {
              this.dispatch({ type: 'edit', id });
            })
          : linkButton(words.askAgain, () => {
              this.dispatch({ type: 'ask-again', id });
            })
      }
      ${linkButton(words.undo, () => {
        this.dispatch({ type: 'unmark', id });
      })}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'interop-mark-card': MarkCard;
  }
}
