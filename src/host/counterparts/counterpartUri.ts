import type { Uri } from 'vscode';
import type { Counterpart } from '../../core/counterpart/counterpart.ts';
import { isTreePath } from '../../present/linkTarget.ts';
import { seriesFileUri } from '../documents/openShownFile.ts';
import type { LookedUp } from './lookUp.ts';

/** Address of the file that a counterpart stands in: as the series makes it, or of the tree. `own` is where it was asked for. */
export async function counterpartUri(
  { foundIn, path }: Counterpart,
  { tree, review }: LookedUp,
  own: Uri,
): Promise<Uri | undefined> {
  if (!isTreePath(path)) return undefined;
  if (foundIn !== 'tree') return review ? seriesFileUri(review, path) : own;
  return tree?.uriOf(path);
}
