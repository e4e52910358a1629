import { workspace, type Uri } from 'vscode';
import type { SourceTree } from '../../core/ports.ts';

const SOURCES = '**/{*.rs,*.c,*.h,*.inc,trace-events}';
const BUILT = '**/{.git,node_modules,target,build,.cache,.vscode-test}/**';
const MAX_FILES = 60_000;

/** The files of the open folders, with a way to say that one of them has changed. */
export interface WorkspaceTree extends SourceTree {
  readonly changed: (uri: Uri) => void;
}

/** The Rust and C files of the open folders, wherever they are; what is built or excluded by settings is left out. */
export function workspaceTree(): WorkspaceTree {
  const known = new Map<string, Uri>();
  /** By path, how often it has changed. */
  const versions = new Map<string, number>();
  return {
    files: async (isWanted = () => true) => {
      known.clear();
      for (const uri of await workspace.findFiles(SOURCES, BUILT, MAX_FILES)) {
        const path = workspace.asRelativePath(uri, false);
        // The first folder's file wins, as it does when a path is opened.
        if (!known.has(path)) known.set(path, uri);
      }
      return [...known.keys()]
        .filter(isWanted)
        .sort()
        .map((path) => ({ path, version: `${versions.get(path) ?? 0}` }));
    },
    read: async (path) => {
      const uri = known.get(path);
      if (!uri) return undefined;
      try {
        return await workspace.fs.readFile(uri);
      } catch {
        return undefined;
      }
    },
    changed: (uri) => {
      const path = workspace.asRelativePath(uri, false);
      versions.set(path, (versions.get(path) ?? 0) + 1);
    },
  };
}
