import { l10n, window } from 'vscode';
import { visibleText } from '../../core/output/visibleText.ts';
import type { ReviewPanels } from '../panel/reviewPanels.ts';
import type { OpenReview } from '../reviews/openReview.ts';
import type { OpenReviews } from '../reviews/openReviews.ts';
import { isSeriesNode } from '../tree/seriesNode.ts';

/** The review a command is about: of the tree item it was called on, of the active panel, else the one the user picks. */
export async function chooseReview(
  argument: unknown,
  panels: ReviewPanels,
  reviews: OpenReviews,
): Promise<OpenReview | undefined> {
  if (isSeriesNode(argument)) return argument.review;
  const shown = panels.active?.review;
  if (shown) return shown;
  const [only, ...more] = reviews.all;
  if (!only || more.length === 0) return only;
  const items = reviews.all.map((review) => ({
    label: visibleText(review.analysis.series.subject),
    description: `v${review.analysis.series.version}`,
    review,
  }));
  return (await window.showQuickPick(items, { title: l10n.t('Which review?') }))?.review;
}
