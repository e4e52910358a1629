import {
  decodeCatalogueState,
  type CatalogueViewState,
  type FromCatalogue,
} from '../../protocol/catalogue.ts';

/** The catalogue page's way to the host. */
export interface CataloguePort {
  post(message: FromCatalogue): void;
  load(): CatalogueViewState | null;
  save(state: CatalogueViewState): void;
}

/** Takes hold of the webview's API, which is given out once. */
export function connectHost(): CataloguePort {
  const api = acquireVsCodeApi();
  return {
    post: (message) => {
      api.postMessage(message);
    },
    load: () => decodeCatalogueState(api.getState()) ?? null,
    save: (state) => {
      api.setState(state);
    },
  };
}
