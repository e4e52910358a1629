import type { FromParityPage, ParityViewState } from '../../protocol/parityPage.ts';

/** The page's way to the host. */
export interface ParityPort {
  post(message: FromParityPage): void;
  save(state: ParityViewState): void;
}

/** Takes hold of the webview's API, which is given out once. */
export function connectHost(): ParityPort {
  const api = acquireVsCodeApi();
  return {
    post: (message) => {
      api.postMessage(message);
    },
    save: (state) => {
      api.setState(state);
    },
  };
}
