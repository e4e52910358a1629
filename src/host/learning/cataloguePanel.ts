import {
  commands,
  l10n,
  Uri,
  ViewColumn,
  window,
  workspace,
  type Disposable,
  type WebviewPanel,
} from 'vscode';
import { assertNever } from '../../base/assertNever.ts';
import { CATEGORIES, type Pattern } from '../../core/catalog/pattern.ts';
import { linesTokens } from '../../core/syntax/highlight.ts';
import { findTreeExamples } from '../../core/treeExamples.ts';
import {
  catalogueExamples,
  catalogueModel,
  cataloguePaths,
  cataloguePlace,
} from '../../present/catalogueModel.ts';
import { decodeFromCatalogue, type ToCatalogue } from '../../protocol/catalogue.ts';
import { breather } from '../breather.ts';
import { openLink } from '../documents/openLink.ts';
import { presentInWorkspace } from '../documents/workspaceFiles.ts';
import type { Failures } from '../failures.ts';
import type { Core } from '../lazyCore.ts';
import { panelHtml, panelRoots } from '../panel/panelHtml.ts';
import { workspaceTree } from './workspaceTree.ts';

const VIEW_TYPE = 'interopReview.catalogue';
/** Places that the page lists. */
const SHOWN_PLACES = 30;

/** What the catalogue page needs of the rest. */
export interface CatalogueServices {
  /** Root of the extension. */
  readonly extension: Uri;
  readonly core: () => Promise<Core>;
  readonly failures: Failures;
  /** Sees every message to the page, if set. */
  readonly observe?: (message: ToCatalogue) => void;
}

/** The page of all patterns; there is at most one. Restores it after a reload of the window. */
export class CataloguePanel implements Disposable {
  readonly #services: CatalogueServices;
  readonly #serializer: Disposable;
  #panel: WebviewPanel | undefined;
  #ready = false;
  /** What the page is to do as soon as it can. */
  #wanted: { readonly pattern: string; readonly search: boolean } | undefined;
  #search = { cancelled: false };

  constructor(services: CatalogueServices) {
    this.#services = services;
    this.#serializer = window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: services.failures.guard((panel: WebviewPanel) => {
        if (this.#panel) panel.dispose();
        else this.#hold(panel);
      }),
    });
  }

  /** Shows the page: at a pattern if one is given, and with a search for places that use it if so asked. */
  show(pattern?: string, search = false): void {
    if (pattern !== undefined) this.#wanted = { pattern, search };
    if (this.#panel) this.#panel.reveal();
    else this.#hold(window.createWebviewPanel(VIEW_TYPE, l10n.t('Pattern Catalogue'), ViewColumn.Active));
    this.#showWanted();
  }

  /** Does what a message of the page asks for. */
  async receive(raw: unknown): Promise<void> {
    const message = decodeFromCatalogue(raw);
    if (!message) throw new Error('the catalogue page sent a message that is not understood');
    switch (message.type) {
      case 'ready':
        return this.#begin();
      case 'needExamples':
        return this.#sendExamples(message.pattern);
      case 'findPlaces':
        return this.#findPlaces(message.pattern);
      case 'cancelSearch':
        this.#search.cancelled = true;
        return;
      case 'lookUpName':
        return commands.executeCommand('interopReview.lookUpName');
      case 'openLink':
        return openLink(message.target, undefined, this.#services.failures);
      case 'problem':
        throw new Error(message.message);
      default:
        assertNever(message);
    }
  }

  dispose(): void {
    this.#serializer.dispose();
    this.#panel?.dispose();
  }

  #hold(panel: WebviewPanel): void {
    const { extension, failures } = this.#services;
    const icon = (theme: string): Uri => Uri.joinPath(extension, 'media', `panel-icon-${theme}.svg`);
    this.#panel = panel;
    this.#ready = false;
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    panel.webview.options = { enableScripts: true, localResourceRoots: panelRoots(extension) };
    panel.webview.onDidReceiveMessage(failures.guard((message: unknown) => this.receive(message)));
    panel.onDidDispose(() => {
      this.#search.cancelled = true;
      this.#panel = undefined;
      this.#ready = false;
    });
    panel.webview.html = panelHtml(panel.webview, extension, 'catalogue');
  }

  async #begin(): Promise<void> {
    const { catalog } = await this.#services.core();
    const tree = await presentInWorkspace(cataloguePaths(catalog));
    const canSearch = (workspace.workspaceFolders ?? []).length > 0;
    this.#ready = true;
    this.#post({
      type: 'catalogue',
      patterns: catalogueModel(catalog, tree),
      categories: CATEGORIES,
      canSearch,
    });
    this.#showWanted();
  }

  #showWanted(): void {
    if (!this.#wanted || !this.#ready) return;
    const { pattern, search } = this.#wanted;
    this.#wanted = undefined;
    this.#post({ type: 'show', pattern });
    if (search) this.#services.failures.watch(this.#findPlaces(pattern));
  }

  async #sendExamples(id: string): Promise<void> {
    const { engine } = await this.#services.core();
    const pattern = await this.#pattern(id);
    const examples = catalogueExamples(pattern, (language, lines) => linesTokens(engine, language, lines));
    this.#post({ type: 'examples', pattern: id, examples });
  }

  async #findPlaces(id: string): Promise<void> {
    this.#search.cancelled = true;
    const search = (this.#search = { cancelled: false });
    const { engine, catalog } = await this.#services.core();
    const pattern = await this.#pattern(id);
    const breathe = breather();
    const progress = { done: 0, total: 0 };
    this.#post({ type: 'searching', pattern: id, ...progress });
    const { value, problems } = await findTreeExamples({
      ...{ engine, catalog, pattern, tree: workspaceTree(), cancellation: search },
      onProgress: (done, total) => {
        Object.assign(progress, { done, total });
      },
      breathe: async () => {
        if (await breathe()) this.#post({ type: 'searching', pattern: id, ...progress });
      },
    });
    // A later search has taken over: what this one found is not asked for any more.
    if (search !== this.#search) return;
    this.#services.failures.note(problems);
    const more = value.length - SHOWN_PLACES;
    this.#post({
      type: 'places',
      pattern: id,
      places: value.slice(0, SHOWN_PLACES).map(cataloguePlace),
      notes: [
        ...(more > 0 ? [l10n.t('{0} more places are not shown.', more)] : []),
        ...problems.map(({ message }) => message),
      ],
    });
  }

  async #pattern(id: string): Promise<Pattern> {
    const { catalog } = await this.#services.core();
    const pattern = catalog.patterns.find((candidate) => candidate.id === id);
    if (!pattern) throw new Error(`there is no pattern ${id}`);
    return pattern;
  }

  #post(message: ToCatalogue): void {
    if (!this.#panel || !this.#ready) return;
    this.#services.observe?.(message);
    void this.#panel.webview.postMessage(message);
  }
}
