import { commands, l10n, window, type Uri } from 'vscode';
import { visibleText } from '../../core/output/visibleText.ts';
import { versionPairs, type FilePlace } from '../../core/review/carry/versionPairs.ts';
import { imageUri } from '../documents/imageUri.ts';
import type { OpenReview } from '../reviews/openReview.ts';
import type { OpenReviews } from '../reviews/openReviews.ts';

/** Shows what the author changed between another open review, chosen by hand, and this one, file by file. */
export async function compareVersions(review: OpenReview, reviews: OpenReviews): Promise<void> {
  const earlier = await chooseOther(review, reviews);
  if (!earlier) return;
  const [from, to] = [earlier.analysis.series, review.analysis.series];
  const pairs = versionPairs(from, to).flatMap((pair) => {
    const [before, after] = [newSide(earlier, pair.from), newSide(review, pair.to)];
    const shown = after ?? before;
    return shown ? [[shown, before, after]] : [];
  });
  if (pairs.length === 0) {
    void window.showInformationMessage(
      l10n.t('Both versions change the same lines; only their places may differ.'),
    );
    return;
  }
  const title = `v${from.version} → v${to.version} ${visibleText(to.subject)}`;
  await commands.executeCommand('vscode.changes', title, pairs);
}

function newSide(review: OpenReview, place: FilePlace | null): Uri | undefined {
  return place ? imageUri(review, place.patch, place.file, 'new') : undefined;
}

/** The other open review; asked for if there are several. */
async function chooseOther(review: OpenReview, reviews: OpenReviews): Promise<OpenReview | undefined> {
  const others = reviews.all.filter(({ key }) => key !== review.key);
  if (others.length === 0) {
    void window.showInformationMessage(l10n.t('Open the earlier version as well, then compare.'));
    return undefined;
  }
  const items = others.map((other) => ({
    label: visibleText(other.analysis.series.subject),
    description: `v${other.analysis.series.version}`,
    review: other,
  }));
  const [only, ...more] = items;
  if (only && more.length === 0) return only.review;
  return (await window.showQuickPick(items, { title: l10n.t('Compare with which version?') }))?.review;
}
