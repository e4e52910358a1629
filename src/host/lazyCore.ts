import { Uri, workspace } from 'vscode';
import type { Catalog } from '../core/catalog/catalog.ts';
import { loadCatalog } from '../core/catalog/loadCatalog.ts';
import { projectCatalog, type ProjectCatalog } from '../core/catalog/projectCatalog.ts';
import type { Assets } from '../core/ports.ts';
import { createEngine, type Engine } from '../core/syntax/engine.ts';
import { readProjectFiles } from './projectFiles.ts';

/** What a review is made with. */
export interface Core {
  readonly engine: Engine;
  /** With the patterns and the profile of the open repository. */
  readonly catalog: Catalog;
  readonly project: ProjectCatalog;
}

/** Grammars and catalogue, loaded when they are first needed, so that activating costs nothing. */
export interface LazyCore {
  /** Rejects only if the installation is broken; tries again when called again. */
  readonly load: () => Promise<Core>;
  readonly loaded: boolean;
  /** Reads the repository's own patterns and profile anew when the core is used next. */
  readonly forget: () => void;
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
    forget: () => {
      loading = undefined;
    },
    get loaded() {
      return loaded;
    },
  };
}

async function load(assets: Assets): Promise<Core> {
  const [engine, shipped, files] = await Promise.all([
    createEngine(assets),
    loadCatalog(assets),
    readProjectFiles(),
  ]);
  const project = await projectCatalog(shipped, files.value);
  const problems = [...files.problems, ...project.problems];
  return { engine, catalog: project.catalog, project: { ...project, problems } };
}

/** The shipped files of this extension. */
export function extensionAssets(extension: Uri): Assets {
  return { read: async (name) => workspace.fs.readFile(Uri.joinPath(extension, 'dist', name)) };
}
