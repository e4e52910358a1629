import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PanelDraft } from '../../protocol/messages.ts';
import type { PanelAgain, PanelCounterpart, PanelMark, PanelRemark } from '../../protocol/panelModel.ts';
import type { AnnotationTexts } from '../series/annotationTexts.ts';
import type { PlacedAnnotation } from '../series/seriesIndex.ts';
import { stateNow } from '../series/markIndex.ts';
import type { Dispatch } from '../state/action.ts';
import type { PanelState } from '../state/panelState.ts';
import { words } from '../text/words.ts';
import { actionButton } from './actionButton.ts';
import { againView } from './againView.ts';
import { answerView } from './answerView.ts';
import { conditionsView } from './conditionsView.ts';
import { counterpartView } from './counterpartView.ts';
import { draftBox } from './draftBox.ts';
import { glyphSign } from './glyph.ts';
import { LightElement } from './lightElement.ts';
import { linkButton } from './linkButton.ts';
import { prose } from './prose.ts';

/** The open card of an annotation: what it is, the question, the other side, and what the reviewer can say. */
@customElement('interop-annotation-card')
export class AnnotationCard extends LightElement {
  @property({ attribute: false }) placed!: PlacedAnnotation;
  @property({ attribute: false }) texts!: AnnotationTexts;
  @property({ attribute: false }) answer: PanelMark | null = null;
  @property({ attribute: false }) counterpart: PanelCounterpart | null = null;
  @property({ attribute: false }) draft: PanelDraft | null = null;
  @property({ attribute: false }) withdrawal: PanelState['withdrawal'] = null;
  /** Other annotations under the same row. */
  @property({ attribute: false }) alsoHere: readonly PlacedAnnotation[] = [];
  @property({ attribute: false }) answered: ReadonlyMap<string, PanelMark> = new Map();
  /** Other reviewers who said without words how they see it. */
  @property({ attribute: false }) silent: readonly PanelRemark[] = [];
  /** Why it asks for a look again that had one in an earlier version. */
  @property({ attribute: false }) again: PanelAgain | null = null;
  @property({ attribute: false }) version = 1;
  @property({ attribute: false }) dispatch!: Dispatch;

  protected override render(): TemplateResult {
    const { annotation } = this.placed;
    const { attention, title, category, facts } = annotation;
    return html`<section class="card is-${attention}" aria-label=${words.cardLabel(attention, title)}>
      <header>
        ${glyphSign(attention)}
        <h4><span class="attention">${words.glyph[attention]}</span> · ${title}</h4>
        <button
          class="icon-button codicon codicon-close"
          type="button"
          aria-label=${words.close}
          title=${words.close}
          @click=${() => {
            this.dispatch({ type: 'open', id: null });
          }}
        ></button>
      </header>
      <p class="facts">${[words.category(category), ...facts].join(' · ')}</p>
      <p class="question">${prose(annotation.question)}</p>
      ${this.explanation()}
      ${(annotation.conditions ?? []).map((conditions) => conditionsView(conditions, this.dispatch))}
      ${this.counterpart ? counterpartView(this.counterpart, this.dispatch) : nothing}
      ${this.again && !this.answer ? againView(this.again, this.version) : nothing} ${this.silentOthers()}
      ${this.answer ? answerView(this.answer, this.withdrawal, this.version, this.dispatch) : nothing}
      ${this.draft ? draftBox(this.draft, this.texts.questions, this.dispatch) : this.actions()}
      ${this.others()}
    </section>`;
  }

  private explanation(): TemplateResult | typeof nothing {
    const { explanation } = this.placed.annotation;
    if (explanation === null || explanation === '') return nothing;
    return html`<figure class="explanation">
      <figcaption>${words.explanationFound}</figcaption>
      <p>${prose(explanation)}</p>
    </figure>`;
  }

  private silentOthers(): TemplateResult | typeof nothing {
    if (this.silent.length === 0) return nothing;
    return html`<p class="also-here">
      ${this.silent.map(
        ({ author, state }) =>
          html`${glyphSign(state, '')}<span>${words.saidBy(author, words.said(state, null))}</span>`,
      )}
    </p>`;
  }

  private actions(): TemplateResult {
    const { docs, about } = this.texts;
    const now = this.answer ? stateNow(this.answer) : null;
    const command = (command: 'needs-explanation' | 'understood' | 'defer' | 'about') => () => {
      this.dispatch({ type: 'command', command });
    };
    return html`<footer>
      <div class="actions">
        ${actionButton(words.needsExplanation, command('needs-explanation'), {
          key: '?',
          isPrimary: now === null,
          isPressed: now === 'needs-explanation',
        })}
        ${actionButton(words.understood, command('understood'), { key: 'u', isPressed: now === 'understood' })}
        ${actionButton(words.defer, command('defer'), { isPressed: now === 'deferred' })}
      </div>
      <div class="links docs">
        ${docs.map((link) =>
          linkButton(link.title, () => {
            this.dispatch({ type: 'link', target: link.target });
          }),
        )}
        ${linkButton(words.aboutPattern, command('about'), about)}
      </div>
    </footer>`;
  }

  private others(): TemplateResult | typeof nothing {
    if (this.alsoHere.length === 0) return nothing;
    return html`<p class="also-here">
      ${words.alsoHere}
      ${this.alsoHere.map(({ annotation }) => {
        const answer = this.answered.get(annotation.id);
        return html`${glyphSign(answer ? stateNow(answer) : annotation.attention)}${linkButton(
          annotation.title,
          () => {
            this.dispatch({ type: 'open', id: annotation.id });
          },
        )}`;
      })}
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'interop-annotation-card': AnnotationCard;
  }
}
