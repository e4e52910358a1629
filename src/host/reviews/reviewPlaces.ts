import { Uri, workspace } from 'vscode';
import type { ReviewFiles } from '../../core/ports.ts';
import { diskReviewFiles } from '../../node/diskReviewFiles.ts';
import { readSettings } from '../settings.ts';

const IN_WORKSPACE = '.interop-review';

/**
 * Directories that reviews are kept in, the one for new ones first: the extension's own, or by setting the workspace's
 * first folder if that is on the local disk.
 */
export function reviewPlaces(globalStorage: Uri): readonly [ReviewFiles, ...ReviewFiles[]] {
  const own = diskReviewFiles(Uri.joinPath(globalStorage, 'reviews').fsPath);
  const folder = workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file');
  if (readSettings().reviewsLocation === 'private' || !folder) return [own];
  return [diskReviewFiles(Uri.joinPath(folder.uri, IN_WORKSPACE).fsPath), own];
}
