import { Uri, workspace } from 'vscode';
import type { ReviewFiles } from '../../core/ports.ts';
import { readSettings } from '../settings.ts';
import type { Storage } from '../storage.ts';

const IN_WORKSPACE = '.interop-review';

/**
 * Directories that reviews are kept in, the one for new ones first: the extension's own, or by setting the workspace's
 * first folder if that is on the local disk.
 */
export function reviewPlaces(storage: Storage, globalStorage: Uri): readonly [ReviewFiles, ...ReviewFiles[]] {
  const own = storage.reviewFiles(Uri.joinPath(globalStorage, 'reviews'));
  const folder = workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file');
  if (readSettings().reviewsLocation === 'private' || !folder) return [own];
  return [storage.reviewFiles(Uri.joinPath(folder.uri, IN_WORKSPACE)), own];
}
