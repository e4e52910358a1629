import { Range, window, workspace } from 'vscode';
import type { OpenReview } from '../reviews/openReview.ts';
import { imageUri } from './imageUri.ts';
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
  if (!uri) return;
  const document = await workspace.openTextDocument(uri);
  const row = Math.min(Math.max(line - 1, 0), document.lineCount - 1);
  await window.showTextDocument(document, { preview: true, selection: new Range(row, 0, row, 0) });
}
