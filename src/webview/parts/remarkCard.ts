import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PanelRemark } from '../../protocol/panelModel.ts';
import type { Dispatch } from '../state/action.ts';
import type { PanelState } from '../state/panelState.ts';
import { words } from '../text/words.ts';
import { actionButton } from './actionButton.ts';
import { carriedLine, carriedTexts, textColumn } from './carriedView.ts';
import { glyphSign } from './glyph.ts';
import { LightElement } from './lightElement.ts';
import { prose } from './prose.ts';
import { byLine, saidList } from './saidList.ts';
import { onSubmitKeys, textOf } from './submitKeys.ts';
import '@vscode-elements/elements/dist/vscode-textarea/index.js';

/** What another reviewer said about lines, as text, and what was answered. */
@customElement('interop-remark-card')
export class RemarkCard extends LightElement {
  @property({ attribute: false }) remark!: PanelRemark;
  @property({ attribute: false }) isOpen = false;
  @property({ attribute: false }) answering: PanelState['answering'] = null;
  @property({ attribute: false }) version = 1;
  @property({ attribute: false }) dispatch!: Dispatch;

  protected override render(): TemplateResult {
    const { id, author, date, text, carried, ended, said, source, turn } = this.remark;
    const { isOpen } = this;
    return html`<section class="card small is-remark" aria-label=${words.remarkLabel(author, text)}>
      <header>
        ${glyphSign('remark', '')}
        <h4>${byLine(author, date)} <span class="aside">${source}</span></h4>
        ${turn === null ? nothing : html`<span class="turn is-${turn}">${words.turn[turn]}</span>`}
        <button
          class="icon-button codicon codicon-${isOpen ? 'chevron-up' : 'ellipsis'}"
          type="button"
          aria-expanded=${isOpen}
          aria-label=${isOpen ? words.close : words.details}
          title=${isOpen ? words.close : words.details}
          @click=${() => {
            this.dispatch({ type: 'open', id: isOpen ? null : id });
          }}
        ></button>
      </header>
      <p class="words">${prose(text)}</p>
      ${this.place()}
      ${ended === null ? nothing : html`<p class="carried-line">${words.endedByReviewer(ended)}</p>`}
      ${carried ? carriedLine(carried, ended, this.remark.isInTree) : nothing}
      ${carried && isOpen ? carriedTexts(carried, this.version) : nothing} ${saidList(said)}
      ${this.answering ? this.answerBox(this.answering.text) : this.actions()}
    </section>`;
  }

  /** What it quoted, where that is not found here. */
  private place(): TemplateResult | typeof nothing {
    const { place, quoted } = this.remark;
    if (place) return nothing;
    if (quoted.length === 0) return html`<p class="carried-line">${words.onTheWhole}</p>`;
    return html`<p class="carried-line">${words.notPlaced}</p>
      ${textColumn(words.quotedLines, quoted)}`;
  }

  private actions(): TemplateResult | typeof nothing {
    const { id, answer, state, ended, turn } = this.remark;
    if (state !== 'needs-explanation' || ended !== null || (!this.isOpen && turn !== 'you')) return nothing;
    return html`<div class="actions">
      ${actionButton(answer === '' ? words.answer : words.editAnswer, () => {
        this.dispatch({ type: 'answer', id });
      })}
    </div>`;
  }

  private answerBox(text: string): TemplateResult {
    const save = (): void => {
      this.dispatch({ type: 'answer-save' });
    };
    const cancel = (): void => {
      this.dispatch({ type: 'answer-cancel' });
    };
    return html`<div class="draft" @keydown=${onSubmitKeys(save, cancel, 'Ctrl+Enter')}>
      <vscode-textarea
        class="draft-text answer-text"
        rows=${Math.min(12, Math.max(3, text.split('\n').length + 1))}
        .label=${words.yourAnswer}
        placeholder=${words.answerHint}
        .value=${text}
        @input=${(event: Event) => {
          this.dispatch({ type: 'answer-text', text: textOf(event) });
        }}
      ></vscode-textarea>
      <div class="actions">
        ${actionButton(words.save, save, { isPrimary: true, key: words.saveHint })}
        ${actionButton(words.cancel, cancel, { key: 'Esc' })}
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'interop-remark-card': RemarkCard;
  }
}
