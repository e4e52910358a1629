import { Uri, workspace, type WorkspaceFolder } from 'vscode';
import type { ReviewPlace, ReviewPlaces } from '../../core/review/reviewPlace.ts';
import { readKeeping } from '../settings.ts';
import type { Storage } from '../storage.ts';

/** Where reviews were shared before they had a directory of their own; what is there stays there. */
const FORMER_DIRECTORY = '.interop-review';

/** The directories that one's own review may be kept in. */
export interface OwnPlaces {
  readonly hidden: ReviewPlace;
  /** In the folder of the workspace; undefined where none is on the local disk. */
  readonly shared: (ReviewPlace & { readonly directory: Uri }) | undefined;
}

/** Tells where the review of a series is kept: in the extension's own storage, or in a folder of the workspace. */
export class ReviewKeeping {
  readonly #storage: Storage;
  readonly #hidden: Uri;
  readonly #reviewer: () => Promise<string>;
  /** By series id. */
  readonly #folders = new Map<string, Uri>();

  /** @param hidden the extension's own directory for reviews */
  constructor(storage: Storage, hidden: Uri, reviewer: () => Promise<string>) {
    this.#storage = storage;
    this.#hidden = hidden;
    this.#reviewer = reviewer;
  }

  /** Says which repository (root of its work tree) a series belongs to; without that it is that of the first folder. */
  assign(seriesId: string, root: string): void {
    const folder = diskFolders().find(({ uri }) => isWithin(uri.fsPath, root) || isWithin(root, uri.fsPath));
    if (folder) this.#folders.set(seriesId, folder.uri);
  }

  /** Where to look for the review of a series; a new one goes to the first. */
  async places(seriesId: string): Promise<ReviewPlaces> {
    const { hidden, shared } = await this.of(seriesId);
    if (!shared) return [hidden];
    const folder = this.#folderOf(seriesId);
    const former = folder && { files: this.#storage.reviewFiles(Uri.joinPath(folder, FORMER_DIRECTORY)) };
    const more = former ? [former] : [];
    return readKeeping(folder).location === 'workspace'
      ? [shared, ...more, hidden]
      : [hidden, shared, ...more];
  }

  /** Both places of a series. */
  async of(seriesId: string): Promise<OwnPlaces> {
    const folder = this.#folderOf(seriesId);
    const hidden = { files: this.#storage.reviewFiles(this.#hidden) };
    if (!folder) return { hidden, shared: undefined };
    const directory = Uri.joinPath(folder, readKeeping(folder).directory);
    const owner = await this.#reviewer();
    return { hidden, shared: { files: this.#storage.reviewFiles(directory), directory, owner } };
  }

  #folderOf(seriesId: string): Uri | undefined {
    return this.#folders.get(seriesId) ?? diskFolders()[0]?.uri;
  }
}

/** Folders of the workspace that are on the local disk. */
export function diskFolders(): readonly WorkspaceFolder[] {
  return (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
}

function isWithin(path: string, directory: string): boolean {
  return path === directory || /^[\\/]/.test(path.startsWith(directory) ? path.slice(directory.length) : '');
}
