import { env, l10n, Uri, window, workspace } from 'vscode';
import { readLinkTarget } from '../../present/linkTarget.ts';
import type { Failures } from '../failures.ts';
import type { OpenReview } from '../reviews/openReview.ts';
import { headingLine } from './headingLine.ts';
import { openSeriesFile } from './openShownFile.ts';
import { showAt } from './showAt.ts';
import { findInWorkspace } from './workspaceFiles.ts';

/** Address of a file in the tree that a review's counterparts are of; undefined if it has none at this path. */
export type FindInTree = (review: OpenReview, path: string) => Promise<Uri | undefined>;

/**
 * Opens what a link points to: a page in the browser, or a file at its heading or line, as the series under review makes
 * it, of the tree of its repository, or of the workspace.
 */
export async function openLink(
  text: string,
  review: OpenReview | undefined,
  failures: Failures,
  findInTree?: FindInTree,
): Promise<void> {
  const target = readLinkTarget(text);
  if (!target) {
    const message = l10n.t(
      'This link is not opened: it leads neither to an https page nor into the workspace.',
    );
    failures.tell([{ code: 'unsafe-path', message, at: text }]);
    return;
  }
  if (target.kind === 'web') {
    await env.openExternal(Uri.parse(target.url, true));
    return;
  }
  const { kind, path, line, heading } = target;
  if (kind === 'series' && review && (await openSeriesFile(review, path, line ?? 1))) return;
  const uri = (review && (await findInTree?.(review, path))) ?? (await findInWorkspace(path));
  if (!uri) {
    failures.tell([
      {
        code: 'unreadable-input',
        message: l10n.t('Neither the workspace nor the repository has such a file.'),
        at: path,
      },
    ]);
    return;
  }
  const at = line ?? (heading === null ? undefined : await lineOf(uri, heading));
  if (at === undefined) await window.showTextDocument(uri, { preview: true });
  else await showAt(uri, at);
}

/** 1-based line of a heading; undefined if the file has none of this name. */
async function lineOf(uri: Uri, heading: string): Promise<number | undefined> {
  const row = headingLine((await workspace.openTextDocument(uri)).getText(), heading);
  return row === undefined ? undefined : row + 1;
}
