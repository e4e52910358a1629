import { Uri, workspace } from 'vscode';
import type { Catalog } from '../core/catalog/catalog.ts';
import { loadCatalog } from '../core/catalog/loadCatalog.ts';
import type { Assets } from '../core/ports.ts';
import { createEngine, type Engine } from '../core/syntax/engine.ts';

/** What a review is made with. */
export interface Core {
  readonly engine: Engine;
  readonly catalog: Catalog;
}

/** Grammars and catalogue, loaded when they are first needed, so that activating costs nothing. */
export interface LazyCore {
  /** Rejects only if the installation is broken; tries again when called again. */
  readonly load: () => Promise<Core>;
  readonly loaded: boolean;
}

export function lazyCore(assets: Assets): LazyCore {
  let loading: Promise<Core> | undefined;
  let loaded = false;
  return {
    load: async () => {
      loading ??= load(assets);
      try {
        const core = await loading;
        loaded = true;
        return core;
      } catch (error) {
        loading = undefined;
        throw error;
      }
    },
    get loaded() {
      return loaded;
    },
  };
}

async function load(assets: Assets): Promise<Core> {
  const [engine, catalog] = await Promise.all([createEngine(assets), loadCatalog(assets)]);
  return { engine, catalog };
}

/** The shipped files of this extension. */
export function extensionAssets(extension: Uri): Assets {
  return { read: async (name) => workspace.fs.readFile(Uri.joinPath(extension, 'dist', name)) };
}
