import { Disposable, l10n, type WebviewPanel } from 'vscode';
import { assertNever } from '../../base/assertNever.ts';
import type { Counterparts } from '../../core/counterpart/createCounterparts.ts';
import type { Cancellation } from '../../core/ports.ts';
import type { Problem } from '../../core/problem.ts';
import { visibleText } from '../../core/output/visibleText.ts';
import { linesTokens } from '../../core/syntax/highlight.ts';
import { docPaths } from '../../present/docLinks.ts';
import type { TokensOf } from '../../present/panelCounterpart.ts';
import { panelMarks } from '../../present/panelMarks.ts';
import { panelModel } from '../../present/panelModel.ts';
import { panelOneSided } from '../../present/panelOneSided.ts';
import { decodeFromPanel } from '../../protocol/decode.ts';
import type { FromPanel, ToPanel } from '../../protocol/messages.ts';
import type { PanelCounterpart, PanelPlace } from '../../protocol/panelModel.ts';
import { presentInWorkspace } from '../documents/workspaceFiles.ts';
import type { OpenReview } from '../reviews/openReview.ts';
import type { ReviewChange } from '../reviews/openReviews.ts';
import { filesWithTwins } from '../parity/twinFeed.ts';
import { sourceKey, type ReviewSource } from '../source/reviewSource.ts';
import { sourceTitle } from '../source/sourceTitle.ts';
import { feedCounterparts } from './counterpartFeed.ts';
import { panelHtml, panelRoots } from './panelHtml.ts';
import type { PanelServices } from './panelServices.ts';
import { stateMessage, type PanelState } from './panelState.ts';

/** One panel, showing one source. Its page may come and go (hidden, reloaded): it gets the whole state when it is ready. */
export class ReviewPanel {
  readonly key: string;
  readonly source: ReviewSource;
  readonly #panel: WebviewPanel;
  readonly #services: PanelServices;
  readonly #disposables: Disposable[] = [];
  #state: PanelState;
  #ready = false;
  /** Counterparts found so far in what is shown. */
  #counterparts = new Map<string, PanelCounterpart>();
  /** Which files change while their twin stays, once it is known. */
  #oneSided: Extract<ToPanel, { type: 'oneSided' }> | undefined;
  /** Commands for the page while it is being built anew. */
  #waiting: ToPanel[] = [];
  /** Which files have twins, once it is known. */
  #twins: Extract<ToPanel, { type: 'twins' }> | undefined;
  /** Place to show as soon as the page can. */
  #wanted: PanelPlace | undefined;
  #inputFocused = false;
  #cancellation = { cancelled: false };

  constructor(panel: WebviewPanel, source: ReviewSource, services: PanelServices) {
    this.key = sourceKey(source);
    this.source = source;
    this.#panel = panel;
    this.#services = services;
    this.#state = { kind: 'loading', title: sourceTitle(source), done: 0, total: 0 };
    const { failures, reviews, extension } = services;
    panel.webview.options = { enableScripts: true, localResourceRoots: panelRoots(extension) };
    this.#disposables.push(
      panel.webview.onDidReceiveMessage(failures.guard((message: unknown) => this.receive(message))),
      reviews.onDidChange((change) => {
        if (change.review === this.review) this.#follow(change);
      }),
      panel.onDidChangeViewState(() => {
        // A page that is not seen is thrown away.
        if (!panel.visible) this.#ready = false;
      }),
      panel.onDidDispose(() => {
        this.#cancellation.cancelled = true;
        Disposable.from(...this.#disposables).dispose();
      }),
    );
    panel.webview.html = panelHtml(panel.webview, extension);
  }

  get active(): boolean {
    return this.#panel.active;
  }

  /** A text field of the page has the keyboard. */
  get inputFocused(): boolean {
    return this.#inputFocused;
  }

  /** The review it shows, once it does. */
  get review(): OpenReview | undefined {
    return this.#state.kind === 'shown' ? this.#state.review : undefined;
  }

  /** Reads the source, annotates it and shows the result. What was under way for the panel before is given up. */
  async load(): Promise<void> {
    this.#cancellation.cancelled = true;
    const cancellation = (this.#cancellation = { cancelled: false });
    const title = sourceTitle(this.source);
    this.#show({ kind: 'loading', title, done: 0, total: 0 });
    try {
      const { value, problems } = await this.#services.reviews.open(this.source, {
        cancellation,
        onProgress: (done, total) => {
          if (cancellation === this.#cancellation) this.#show({ kind: 'loading', title, done, total });
        },
      });
      if (cancellation !== this.#cancellation) return;
      if (value) await this.showReview(value);
      else this.#fail(problems);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (cancellation === this.#cancellation) this.#show({ kind: 'failed', message, at: title });
      throw error;
    }
  }

  /** Shows a review that is open already. */
  async showReview(review: OpenReview): Promise<void> {
    const { catalog } = await this.#services.core();
    const cancellation = this.#cancellation;
    const { analysis } = review;
    const tree = await presentInWorkspace(docPaths(catalog, analysis.profile));
    this.#panel.title = tabTitle(review);
    this.#counterparts = new Map();
    this.#oneSided = undefined;
    this.#twins = undefined;
    this.#show({ kind: 'shown', review, model: panelModel(analysis, catalog, tree) });
    this.#services.failures.watch(this.#findCounterparts(review, cancellation));
    this.#services.failures.watch(this.#findTwins(review));
  }

  /** Says why there is nothing to show. */
  fail(message: string, at: string): void {
    this.#show({ kind: 'failed', message, at });
  }

  reveal(place?: PanelPlace): void {
    if (!this.#panel.active) this.#panel.reveal();
    this.#wanted = place ?? this.#wanted;
    this.#doWaiting();
  }

  post(message: ToPanel): void {
    if (!this.#ready) {
      if (message.type === 'command') this.#waiting.push(message);
      return;
    }
    this.#services.observe?.(this.key, message);
    void this.#panel.webview.postMessage(message);
  }

  close(): void {
    this.#panel.dispose();
  }

  /** Does what a message of the page asks for; anything that is no message of it is dropped and logged. */
  async receive(raw: unknown): Promise<void> {
    const message = decodeFromPanel(raw);
    if (!message) throw new Error('the panel sent a message that is not understood');
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        this.#inputFocused = false;
        this.post(stateMessage(this.#state));
        if (this.#twins) this.post(this.#twins);
        if (this.#oneSided) this.post(this.#oneSided);
        if (this.#counterparts.size > 0)
          this.post({ type: 'counterparts', counterparts: [...this.#counterparts.values()] });
        this.#doWaiting();
        return;
      case 'cancel':
        this.#cancellation.cancelled = true;
        return;
      case 'inputFocused':
        this.#inputFocused = message.focused;
        return;
      case 'painted':
        this.#services.actions.painted(message.milliseconds);
        return;
      case 'problem':
        throw new Error(message.message);
      case 'openLink':
        return this.#services.actions.openLink(message.target, this.review);
      case 'aboutPattern':
        this.#services.actions.aboutPattern(message.pattern);
        return;
      default:
        if (this.review) await this.#receiveFor(this.review, message);
    }
  }

  async #receiveFor(
    review: OpenReview,
    message: Exclude<
      FromPanel,
      { type: 'ready' | 'cancel' | 'inputFocused' | 'painted' | 'problem' | 'openLink' | 'aboutPattern' }
    >,
  ): Promise<void> {
    const { actions } = this.#services;
    switch (message.type) {
      case 'needTokens': {
        const { patch, file, hunk } = message;
        const lines = await this.#services.images.tokens(review, patch, file, hunk);
        if (lines) this.post({ type: 'tokens', patch, file, hunk, lines });
        return;
      }
      case 'mark':
        if (!review.mark(message)) throw new Error('the panel marked lines that the series does not have');
        return;
      case 'endQuestion':
        if (!review.endQuestion(message.id, message.kind, message.reason))
          throw new Error('the panel ended a question that the review does not have');
        return;
      case 'unmark':
        review.unmark(message.id);
        return;
      case 'answer':
        if (!review.answer(message.id, message.text))
          throw new Error('the panel answered a question that nobody asked');
        return;
      case 'kept':
        return actions.showKept(review);
      case 'openFile':
        return actions.openFile(review, message.patch, message.file, message.line);
      case 'nativeDiff':
        return actions.nativeDiff(review, message.patch);
      case 'compareTwins':
        return actions.compareTwins(review, message.patch, message.file);
      case 'export':
        return actions.exportReply(review);
      default:
        assertNever(message);
    }
  }

  #follow({ kind, review }: ReviewChange): void {
    if (kind === 'closed') this.close();
    else if (kind === 'marked')
      this.post({ type: 'marks', marks: panelMarks(review.analysis, review.review, review) });
  }

  async #findCounterparts(review: OpenReview, cancellation: Cancellation): Promise<void> {
    const { core, counterparts } = this.#services;
    const { engine } = await core();
    const tokensOf: TokensOf = (language, lines) => linesTokens(engine, language, lines);
    const lookup = await counterparts.of(review);
    this.#services.failures.watch(this.#findOneSided(review, lookup, cancellation));
    await feedCounterparts(lookup, tokensOf, cancellation, (found) => {
      for (const each of found) this.#counterparts.set(each.annotation, each);
      this.post({ type: 'counterparts', counterparts: found });
    });
  }

  async #findTwins(review: OpenReview): Promise<void> {
    const files = await filesWithTwins(review, this.#services.counterparts);
    if (review !== this.review || files.length === 0) return;
    this.#twins = { type: 'twins', files };
    this.post(this.#twins);
  }

  async #findOneSided(review: OpenReview, lookup: Counterparts, cancellation: Cancellation): Promise<void> {
    const files = panelOneSided(review.analysis, await lookup.oneSided());
    if (cancellation.cancelled || files.length === 0) return;
    this.#oneSided = { type: 'oneSided', files };
    this.post(this.#oneSided);
  }

  #fail(problems: readonly Problem[]): void {
    this.#services.failures.note(problems);
    const [first, ...more] = problems;
    const message = [first?.message ?? l10n.t('There is nothing to review here.')]
      .concat(more.map((problem) => `${problem.message} (${problem.at})`))
      .join(' ');
    this.#show({ kind: 'failed', message, at: first?.at ?? sourceTitle(this.source) });
  }

  #show(state: PanelState): void {
    this.#state = state;
    this.post(stateMessage(state));
    this.#doWaiting();
  }

  /** What the page could not do until now. */
  #doWaiting(): void {
    if (!this.#ready || this.#state.kind !== 'shown') return;
    if (this.#wanted) this.post({ type: 'reveal', place: this.#wanted });
    this.#wanted = undefined;
    for (const message of this.#waiting.splice(0)) this.post(message);
  }
}

/** Short enough for a tab: version and subject. */
function tabTitle({ analysis: { series } }: OpenReview): string {
  const version = series.version > 1 ? `v${series.version} ` : '';
  return visibleText(`${version}${series.subject}`);
}
