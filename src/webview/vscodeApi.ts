import { decodeViewState } from '../protocol/decode.ts';
import type { FromPanel, PanelViewState } from '../protocol/messages.ts';

/** The panel's way to the host. */
export interface HostPort {
  post(message: FromPanel): void;
  load(): PanelViewState | null;
  save(state: PanelViewState): void;
}

/** Takes hold of the webview's API, which is given out once. */
export function connectHost(): HostPort {
  const api = acquireVsCodeApi();
  return {
    post: (message) => {
      api.postMessage(message);
    },
    load: () => decodeViewState(api.getState()) ?? null,
    save: (state) => {
      api.setState(state);
    },
  };
}
