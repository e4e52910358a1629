import { window, Uri, ViewColumn, type Disposable, type WebviewPanel } from 'vscode';
import { decodeParityState, type ToParityPage } from '../../protocol/parityPage.ts';
import type { Failures } from '../failures.ts';
import type { Core } from '../lazyCore.ts';
import { ParityPanel } from './parityPanel.ts';
import type { Twins } from './twins.ts';
import { workspaceTwins, type WorkspaceTwinServices } from './workspaceTwins.ts';

const VIEW_TYPE = 'interopReview.parity';

/** What pages of twins need of the rest. */
export interface ParityServices extends WorkspaceTwinServices {
  /** Root of the extension. */
  readonly extension: Uri;
  readonly core: () => Promise<Core>;
  readonly failures: Failures;
  /** Sees every message to a page, if set. */
  readonly observe?: (key: string, message: ToParityPage) => void;
}

/** The pages of twins: at most one for the same. Those of files are restored after a reload of the window. */
export class ParityPanels implements Disposable {
  readonly #services: ParityServices;
  readonly #panels = new Map<string, ParityPanel>();
  readonly #serializer: Disposable;

  constructor(services: ParityServices) {
    this.#services = services;
    this.#serializer = window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: services.failures.guard((webview: WebviewPanel, state: unknown) => {
        const uris = (decodeParityState(state)?.source ?? []).map((each) => Uri.parse(each, true));
        const twins = uris.length === 0 ? undefined : workspaceTwins(uris, services);
        if (!twins || this.#panels.has(twins.key)) webview.dispose();
        else services.failures.watch(this.#hold(webview, twins).load());
      }),
    });
  }

  get(key: string): ParityPanel | undefined {
    return this.#panels.get(key);
  }

  /** Shows the table of twins, read anew. */
  async show(twins: Twins): Promise<void> {
    const present = this.#panels.get(twins.key);
    present?.reveal();
    const panel =
      present ?? this.#hold(window.createWebviewPanel(VIEW_TYPE, twins.title, ViewColumn.Active), twins);
    await panel.load();
  }

  dispose(): void {
    this.#serializer.dispose();
    for (const panel of this.#panels.values()) panel.close();
  }

  #hold(webview: WebviewPanel, twins: Twins): ParityPanel {
    const panel = new ParityPanel(webview, twins, this.#services);
    this.#panels.set(twins.key, panel);
    webview.onDidDispose(() => {
      this.#panels.delete(twins.key);
    });
    return panel;
  }
}
