import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ToCatalogue } from '../../protocol/catalogue.ts';
import { LightElement } from '../parts/lightElement.ts';
import type { CataloguePort } from './cataloguePort.ts';
import {
  firstCatalogueState,
  received,
  showing,
  shownPattern,
  type CatalogueState,
} from './catalogueState.ts';
import { words } from './catalogueWords.ts';
import { patternArticle } from './patternArticle.ts';
import { patternList } from './patternList.ts';

/** The catalogue page: a list of patterns, and one of them in full. */
@customElement('interop-catalogue')
export class CatalogueElement extends LightElement {
  @property({ attribute: false }) host!: CataloguePort;
  @state() private state: CatalogueState = firstCatalogueState(null);
  readonly #asked = new Set<string>();

  override connectedCallback(): void {
    super.connectedCallback();
    this.state = firstCatalogueState(this.host.load());
    addEventListener('message', this.onMessage);
    this.host.post({ type: 'ready' });
  }

  override disconnectedCallback(): void {
    removeEventListener('message', this.onMessage);
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    const { state } = this;
    const pattern = shownPattern(state);
    return html`${
      state.patterns.length === 0
        ? html`<p class="stage" role="status">${words.loading}</p>`
        : patternList(state, {
            search: (text) => {
              this.to({ ...state, text });
            },
            choose: (category) => {
              this.to({ ...state, category });
            },
            show: (id) => {
              this.show(id);
            },
            lookUp: () => {
              this.host.post({ type: 'lookUpName' });
            },
          })
    }
    ${
      pattern
        ? patternArticle(pattern, state, {
            show: (id) => {
              this.show(id);
            },
            find: () => {
              this.host.post({ type: 'findPlaces', pattern: pattern.id });
            },
            cancel: () => {
              this.host.post({ type: 'cancelSearch' });
            },
            open: (target) => {
              this.host.post({ type: 'openLink', target });
            },
          })
        : nothing
    }`;
  }

  private readonly onMessage = ({ data }: MessageEvent<ToCatalogue>): void => {
    this.to(received(this.state, data));
    if (data.type === 'show') void this.readFromTop();
  };

  private show(pattern: string): void {
    this.to(showing(this.state, pattern));
    void this.readFromTop();
  }

  private to(next: CatalogueState): void {
    this.state = next;
    const { shown: pattern, text, category } = next;
    this.host.save({ format: 1, pattern, text, category });
    if (next.patterns.length === 0 || pattern === null || this.#asked.has(pattern)) return;
    this.#asked.add(pattern);
    this.host.post({ type: 'needExamples', pattern });
  }

  private async readFromTop(): Promise<void> {
    await this.updateComplete;
    const main = this.querySelector('main');
    main?.scrollTo({ top: 0 });
    main?.focus();
    this.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'interop-catalogue': CatalogueElement;
  }
}
