import { l10n, Uri, type WebviewPanel } from 'vscode';
import { assertNever } from '../../base/assertNever.ts';
import { deviceParity } from '../../core/counterpart/parity/deviceParity.ts';
import { createFileReader } from '../../core/counterpart/sources/fileReader.ts';
import { visibleText } from '../../core/output/visibleText.ts';
import { languageOf } from '../../core/patch/language.ts';
import { parityModel } from '../../present/parityModel.ts';
import { decodeFromParityPage, type ToParityPage } from '../../protocol/parityPage.ts';
import { showAt } from '../documents/showAt.ts';
import { panelHtml, panelRoots } from '../panel/panelHtml.ts';
import type { ParityServices } from './parityPanels.ts';
import type { TwinFile, Twins } from './twins.ts';

/** One page with the table of one pair of twins. */
export class ParityPanel {
  readonly #panel: WebviewPanel;
  readonly #twins: Twins;
  readonly #services: ParityServices;
  #shown: ToParityPage;
  #files: readonly TwinFile[] = [];
  #ready = false;

  constructor(panel: WebviewPanel, twins: Twins, services: ParityServices) {
    const { extension, failures } = services;
    this.#panel = panel;
    this.#twins = twins;
    this.#services = services;
    this.#shown = { type: 'loading', title: twins.title };
    const icon = (theme: string): Uri => Uri.joinPath(extension, 'media', `panel-icon-${theme}.svg`);
    panel.title = l10n.t('{0}: C and Rust', twins.title);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    panel.webview.options = { enableScripts: true, localResourceRoots: panelRoots(extension) };
    panel.webview.onDidReceiveMessage(failures.guard((message: unknown) => this.receive(message)));
    panel.webview.html = panelHtml(panel.webview, extension, 'parity');
  }

  /** Reads the twins and shows their table. */
  async load(): Promise<void> {
    const { title, source } = this.#twins;
    this.#show({ type: 'loading', title });
    try {
      const [{ engine }, { files, tree, state, problems: unread }] = await Promise.all([
        this.#services.core(),
        this.#twins.read(),
      ]);
      this.#files = files;
      // A table with one side missing altogether would say "only in C" of everything.
      if (new Set(files.map(({ path }) => languageOf(path))).size < 2) {
        const reasons = unread.map(({ message, at }) => `${at}: ${message}`);
        const message = l10n.t('There is nothing to compare: the files of one language could not be read.');
        this.#show({ type: 'failed', message: visibleText([message, ...reasons].join(' ')) });
        return;
      }
      const { value, problems } = await deviceParity(createFileReader(engine), files, tree);
      const notes = [...unread, ...problems].map(({ message, at }) => visibleText(`${at}: ${message}`));
      const paths = files.map(({ path }) => path);
      this.#show({ type: 'table', model: parityModel(value, paths, { title, state, notes }), source });
    } catch (error) {
      this.#show({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
      throw error;
    }
  }

  /** Does what a message of the page asks for. */
  async receive(raw: unknown): Promise<void> {
    const message = decodeFromParityPage(raw);
    if (!message) throw new Error('the page of twins sent a message that is not understood');
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        this.#post(this.#shown);
        return;
      case 'reload':
        return this.load();
      case 'openFile': {
        const uri = this.#files[message.file]?.uri;
        if (!uri) throw new Error('the page of twins named a file that it does not show');
        return showAt(uri, message.line);
      }
      case 'problem':
        throw new Error(message.message);
      default:
        assertNever(message);
    }
  }

  reveal(): void {
    this.#panel.reveal();
  }

  close(): void {
    this.#panel.dispose();
  }

  #show(message: ToParityPage): void {
    this.#shown = message;
    this.#post(message);
  }

  #post(message: ToParityPage): void {
    this.#services.observe?.(this.#twins.key, message);
    if (this.#ready) void this.#panel.webview.postMessage(message);
  }
}
