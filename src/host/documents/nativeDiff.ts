import { commands, l10n, Range, type Uri } from 'vscode';
import type { OpenReview } from '../reviews/openReview.ts';
import { imageUri } from './imageUri.ts';

/** Shows all files of a patch in VS Code's own diff editor. `patch` is 0-based. */
export async function openPatchDiff(review: OpenReview, patch: number): Promise<void> {
  const found = review.analysis.series.patches[patch];
  if (!found) return;
  const files = [...found.files.keys()].flatMap((file) => {
    const [before, after] = sides(review, patch, file);
    const shown = after ?? before;
    return shown ? [[shown, before, after]] : [];
  });
  const { total } = review.analysis.series;
  const place = total > 1 ? `${found.position}/${total} ` : '';
  await commands.executeCommand('vscode.changes', `${place}${found.message.subject}`, files);
}

/** Shows one file of a patch in VS Code's own diff editor, at a 1-based line of its new side. Indices 0-based. */
export async function openFileDiff(
  review: OpenReview,
  patch: number,
  file: number,
  line?: number,
): Promise<void> {
  const { series, patches } = review.analysis;
  const change = series.patches[patch]?.files[file];
  if (!change) return;
  const [before, after] = sides(review, patch, file);
  const partly = patches[patch]?.files[file]?.image === 'hunks';
  const name = change.newPath ?? change.oldPath ?? '';
  const title = partly ? l10n.t('{0} (only what the patch shows)', name) : name;
  const options = line === undefined ? undefined : { selection: new Range(line - 1, 0, line - 1, 0) };
  if (before && after) await commands.executeCommand('vscode.diff', before, after, title, options);
  else if (before ?? after) await commands.executeCommand('vscode.open', before ?? after, options, title);
}

function sides(review: OpenReview, patch: number, file: number): [Uri | undefined, Uri | undefined] {
  return [imageUri(review, patch, file, 'old'), imageUri(review, patch, file, 'new')];
}
