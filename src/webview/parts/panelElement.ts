import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ToPanel } from '../../protocol/messages.ts';
import type { Block } from '../rows/block.ts';
import type { Action } from '../state/action.ts';
import { firstState, type OpenSeries, type PanelState } from '../state/panelState.ts';
import type { Effect } from '../state/step.ts';
import { update } from '../state/update.ts';
import { viewStateOf } from '../state/viewState.ts';
import { words } from '../text/words.ts';
import type { HostPort } from '../vscodeApi.ts';
import { annotationList } from './annotationList.ts';
import { focusOn } from './focusOn.ts';
import { FontProbes, fontProbes } from './fontProbes.ts';
import { InputFocus } from './inputFocus.ts';
import { LightElement } from './lightElement.ts';
import { afterPaint } from './afterPaint.ts';
import './rowsElement.ts';
import type { RowsElement } from './rowsElement.ts';
import { selectionBar } from './selectionBar.ts';
import { seriesHeader } from './seriesHeader.ts';
import { emptyNote, failedView, loadingView } from './stageViews.ts';
import { TokenStore } from './tokenStore.ts';
import { toolBar } from './toolBar.ts';

/** Milliseconds after which what changed is stored, and after which hunks that stay in sight get their colours. */
const SETTLED = 120;

/** The whole panel: holds the state, draws it, and carries out what a step asks for. */
@customElement('interop-panel')
export class PanelElement extends LightElement {
  @property({ attribute: false }) host!: HostPort;
  @state() private state: PanelState = firstState(null);
  private readonly tokens = new TokenStore();
  private readonly fonts = new FontProbes(this);
  private readonly inputFocus = new InputFocus(this, (focused) => {
    this.host.post({ type: 'inputFocused', focused });
  });
  private saving: ReturnType<typeof setTimeout> | undefined;
  private asking: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.state = firstState(this.host.load());
    addEventListener('message', this.onMessage);
    this.host.post({ type: 'ready' });
  }

  override disconnectedCallback(): void {
    removeEventListener('message', this.onMessage);
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    const { state } = this;
    const { series, busy, failure, selection } = state;
    return html`${fontProbes} ${busy ? loadingView(busy, this.dispatch) : nothing}
      ${failure ? failedView(failure) : nothing}
      ${
        series
          ? html`<main class="scroller" aria-label=${words.panel} ?inert=${busy !== null}>
              <div data-above>${seriesHeader(series, state, this.dispatch)}${emptyNote(series)}</div>
              <div class="toolbar-holder" data-above>${toolBar(series, state, this.dispatch)}</div>
              ${state.view.mode === 'list' ? annotationList(series, state, this.dispatch) : this.rows(series)}
            </main>`
          : nothing
      }
      ${selection && series ? selectionBar(selection, this.dispatch) : nothing}
      <div class="announcements" role="status" aria-live="polite" aria-label=${words.announcements}>
        ${state.announcement}
      </div> `;
  }

  private rows(series: OpenSeries): TemplateResult {
    return html`<interop-rows
      .state=${this.state}
      .series=${series}
      .tokens=${this.tokens}
      .dispatch=${this.dispatch}
      .fonts=${this.fonts.sizes}
      .seen=${this.onSeen}
    ></interop-rows>`;
  }

  private readonly dispatch = (action: Action): void => {
    const { state, effects } = update(this.state, action);
    this.state = state;
    this.save();
    if (action.type !== 'host') this.rowsElement?.letGo();
    if (effects.length > 0) void this.carryOut(effects);
  };

  private readonly onMessage = ({ data }: MessageEvent<ToPanel>): void => {
    const arrived = performance.now();
    if (data.type === 'tokens') {
      this.tokens.put(data.patch, data.file, data.hunk, data.lines);
      this.rowsElement?.requestUpdate();
      return;
    }
    if (data.type === 'model') this.tokens.clear();
    this.dispatch({ type: 'host', message: data });
    if (data.type === 'model') void this.tellPainted(arrived);
  };

  /** Tells how long it took from the model's arrival to the paint with it. Keys then go to the rows. */
  private async tellPainted(arrived: number): Promise<void> {
    await this.updateComplete;
    await this.rowsElement?.updateComplete;
    await afterPaint();
    this.host.post({ type: 'painted', milliseconds: performance.now() - arrived });
    // Only where the reviewer is already: a page must not take the focus from another editor.
    if (document.hasFocus() && document.activeElement === document.body) await focusOn(this, 'rows');
  }

  private async carryOut(effects: readonly Effect[]): Promise<void> {
    for (const effect of effects) if (effect.kind === 'post') this.host.post(effect.message);
    for (const effect of effects) if (effect.kind === 'reveal') this.rowsElement?.reveal(effect.address);
    await this.updateComplete;
    for (const effect of effects) {
      if (effect.kind === 'scroll') this.rowsElement?.restore(effect.top);
      // Rows that were not in the page until now.
      else if (effect.kind === 'reveal') this.rowsElement?.reveal(effect.address);
    }
    await this.rowsElement?.updateComplete;
    for (const effect of effects) if (effect.kind === 'focus') await focusOn(this, effect.on);
  }

  protected override updated(): void {
    const scroller = this.querySelector<HTMLElement>('.scroller');
    if (scroller) this.rowsElement?.frame.watch(scroller);
    this.inputFocus.check();
  }

  private get rowsElement(): RowsElement | null {
    return this.querySelector('interop-rows');
  }

  private readonly onSeen = (drawn: readonly Block[]): void => {
    this.save();
    clearTimeout(this.asking);
    this.asking = setTimeout(() => {
      this.askForTokens(drawn);
    }, SETTLED / 2);
  };

  private askForTokens(drawn: readonly Block[]): void {
    const model = this.state.series?.index.model;
    for (const block of drawn) {
      if (block.kind !== 'lines') continue;
      const { patch, file, hunk } = block;
      const language = model?.patches[patch]?.files[file]?.language ?? null;
      if (language !== null && this.tokens.wants(patch, file, hunk))
        this.host.post({ type: 'needTokens', patch, file, hunk });
    }
  }

  private save(): void {
    clearTimeout(this.saving);
    this.saving = setTimeout(() => {
      const stored = viewStateOf(this.state, this.rowsElement?.frame.scrollTop ?? 0);
      if (stored) this.host.save(stored);
    }, SETTLED);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'interop-panel': PanelElement;
  }
}
