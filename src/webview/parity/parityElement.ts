import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ParityModel, ToParityPage } from '../../protocol/parityPage.ts';
import { LightElement } from '../parts/lightElement.ts';
import { linkButton } from '../parts/linkButton.ts';
import { factTable } from './factTable.ts';
import type { ParityPort } from './parityPort.ts';
import { words } from './parityWords.ts';

/** The page of twins: a table for each weight of what a C device and its Rust port say. */
@customElement('interop-parity')
export class ParityElement extends LightElement {
  @property({ attribute: false }) host!: ParityPort;
  @state() private shown: ToParityPage = { type: 'loading', title: '' };

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('message', this.onMessage);
    this.host.post({ type: 'ready' });
  }

  override disconnectedCallback(): void {
    removeEventListener('message', this.onMessage);
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    const { shown } = this;
    switch (shown.type) {
      case 'loading':
        return html`<p class="stage" role="status">${words.loading(shown.title)}</p>`;
      case 'failed':
        return html`<main class="stage">
          <p role="alert">${shown.message}</p>
          ${this.reloadButton()}
        </main>`;
      case 'table':
        return this.page(shown.model);
    }
  }

  private page(model: ParityModel): TemplateResult {
    const open = (file: number, line: number): void => {
      this.host.post({ type: 'openFile', file, line });
    };
    return html`<main tabindex="-1">
      <header>
        <h1>${words.heading(model.title)}</h1>
        <p role="status">${model.summary}</p>
        <p class="aside">${model.state} ${this.reloadButton()}</p>
        ${fileList(model, open)}
      </header>
      ${
        model.notes.length === 0
          ? nothing
          : html`<section aria-labelledby="notes">
              <h2 id="notes">${words.notes}</h2>
              <ul class="bullets">
                ${model.notes.map((note) => html`<li>${note}</li>`)}
              </ul>
            </section>`
      }
      ${model.sections.length === 0 ? html`<p>${words.none}</p>` : nothing}
      ${model.sections.map((part) => factTable(part, model.files, open))}
    </main>`;
  }

  private reloadButton(): TemplateResult {
    return linkButton(words.reload, () => {
      this.host.post({ type: 'reload' });
    });
  }

  private readonly onMessage = ({ data }: MessageEvent<ToParityPage>): void => {
    this.shown = data;
    if (data.type === 'table') this.host.save({ format: 1, source: data.source });
  };
}

function fileList({ files }: ParityModel, open: (file: number, line: number) => void): TemplateResult {
  return html`<div class="files" role="group" aria-label=${words.files}>
    ${(['c', 'rust'] as const).map(
      (language) =>
        html`<ul aria-label=${words[language]}>
          ${files.map(({ path, language: own }, at) =>
            own === language
              ? html`<li>
                  <span class="tag">${words[language]}</span> ${linkButton(path, () => {
                    open(at, 1);
                  })}
                </li>`
              : nothing,
          )}
        </ul>`,
    )}
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'interop-parity': ParityElement;
  }
}
