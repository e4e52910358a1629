import type { Uri } from 'vscode';
import type { OpenReview } from '../reviews/openReview.ts';
import { imageUri } from './imageUri.ts';
import { showAt } from './showAt.ts';
import { findInWorkspace } from './workspaceFiles.ts';

/**
 * Opens a file of the series at a 1-based line: the workspace's own, where language servers work, else the image of
 * what the patch makes of it. Indices 0-based.
 */
export async function openShownFile(
  review: OpenReview,
  patch: number,
  file: number,
  line: number,
): Promise<void> {
  const change = review.analysis.series.patches[patch]?.files[file];
  if (!change) return;
  const inTree = change.newPath === null ? undefined : await findInWorkspace(change.newPath);
  const uri = inTree ?? imageUri(review, patch, file, change.newPath === null ? 'old' : 'new');
  if (uri) await showAt(uri, line);
}

/** Opens a file as the last patch that has it makes it. False if no patch of the series has it. */
export async function openSeriesFile(review: OpenReview, path: string, line: number): Promise<boolean> {
  const uri = seriesFileUri(review, path);
  if (uri) await showAt(uri, line);
  return uri !== undefined;
}

/** Address of a file as the last patch that has it makes it; undefined if no patch of the series has it. */
export function seriesFileUri(review: OpenReview, path: string): Uri | undefined {
  const { patches } = review.analysis.series;
  for (let patch = patches.length - 1; patch >= 0; patch--) {
    const file = patches[patch]?.files.findIndex(({ newPath }) => newPath === path) ?? -1;
    const uri = file < 0 ? undefined : imageUri(review, patch, file, 'new');
    if (uri) return uri;
  }
  return undefined;
}
