import type { Uri } from 'vscode';
import type { TreeSources } from '../../core/counterpart/sources/treeSources.ts';

/** The files of a project that counterparts are looked for in. */
export interface ProjectTree {
  /** For messages. */
  readonly name: string;
  readonly sources: TreeSources;
  /** Path of a document in it; undefined if it is not of this tree. */
  pathOf(uri: Uri): string | undefined;
  /** Address of a file of it; undefined if there is none at this path. */
  uriOf(path: string): Promise<Uri | undefined>;
}
