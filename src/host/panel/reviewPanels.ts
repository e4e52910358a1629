import type { Disposable } from 'vscode';
import { Uri, window, ViewColumn, type WebviewPanel } from 'vscode';
import { decodeViewState } from '../../protocol/decode.ts';
import type { PanelPlace } from '../../protocol/panelModel.ts';
import { setContextKey } from '../contextKeys.ts';
import type { OpenReview } from '../reviews/openReview.ts';
import { readReviewSource, sourceKey, type ReviewSource } from '../source/reviewSource.ts';
import { sourceTitle } from '../source/sourceTitle.ts';
import type { PanelServices } from './panelServices.ts';
import { ReviewPanel } from './reviewPanel.ts';

/** Type of the panels' webviews. */
export const VIEW_TYPE = 'interopReview.panel';

/** All panels: at most one for a source. Restores them after a reload of the window. */
export class ReviewPanels implements Disposable {
  readonly #services: PanelServices;
  readonly #panels = new Map<string, ReviewPanel>();
  readonly #serializer: Disposable;

  constructor(services: PanelServices) {
    this.#services = services;
    this.#serializer = window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: services.failures.guard((panel: WebviewPanel, state: unknown) => {
        this.#restore(panel, state);
      }),
    });
  }

  /** The panel that is the active editor. */
  get active(): ReviewPanel | undefined {
    return [...this.#panels.values()].find((panel) => panel.active);
  }

  get(key: string): ReviewPanel | undefined {
    return this.#panels.get(key);
  }

  /** Shows a source, reading it anew. */
  async open(source: ReviewSource): Promise<void> {
    const panel = this.#panelFor(source);
    await panel.load();
  }

  /** Shows a review that is open, at a place of it if one is given. */
  async show(review: OpenReview, place?: PanelPlace): Promise<void> {
    const panel = this.#panelFor(review.source);
    if (panel.review !== review) await panel.showReview(review);
    panel.reveal(place);
  }

  /** Reads all sources anew. */
  async reload(): Promise<void> {
    await Promise.all([...this.#panels.values()].map((panel) => panel.load()));
  }

  dispose(): void {
    this.#serializer.dispose();
    for (const panel of this.#panels.values()) panel.close();
  }

  #panelFor(source: ReviewSource): ReviewPanel {
    const present = this.#panels.get(sourceKey(source));
    if (present) {
      present.reveal();
      return present;
    }
    const title = sourceTitle(source);
    const column = window.activeTextEditor?.viewColumn ?? ViewColumn.Active;
    return this.#add(window.createWebviewPanel(VIEW_TYPE, title, column), source);
  }

  #add(webview: WebviewPanel, source: ReviewSource): ReviewPanel {
    const panel = new ReviewPanel(webview, source, this.#services);
    const icon = (theme: string): Uri =>
      Uri.joinPath(this.#services.extension, 'media', `panel-icon-${theme}.svg`);
    webview.iconPath = { light: icon('light'), dark: icon('dark') };
    this.#panels.set(panel.key, panel);
    webview.onDidChangeViewState(() => {
      this.#setContext();
    });
    webview.webview.onDidReceiveMessage(() => {
      this.#setContext();
    });
    webview.onDidDispose(() => {
      if (this.#panels.get(panel.key) === panel) this.#panels.delete(panel.key);
      this.#setContext();
    });
    this.#setContext();
    return panel;
  }

  #restore(webview: WebviewPanel, state: unknown): void {
    const source = readReviewSource(decodeViewState(state)?.source);
    if (!source || this.#panels.has(sourceKey(source))) {
      // Nothing says what the panel showed, or another one shows it: there is nothing to restore.
      webview.dispose();
      return;
    }
    webview.title = sourceTitle(source);
    const panel = this.#add(webview, source);
    const open = this.#services.reviews.get(panel.key);
    this.#services.failures.watch(open ? panel.showReview(open) : panel.load());
  }

  #setContext(): void {
    const { active } = this;
    setContextKey('panelFocused', active !== undefined);
    setContextKey('inputFocused', active?.inputFocused ?? false);
  }
}
