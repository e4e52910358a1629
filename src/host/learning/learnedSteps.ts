import type { Disposable } from 'vscode';
import { setContextKey } from '../contextKeys.ts';
import type { OpenReviews, ReviewChange } from '../reviews/openReviews.ts';

/** Tells the walkthrough what has been done that no command tells it. Keys stay set: what was learned is learned. */
export function registerLearnedSteps(reviews: OpenReviews): Disposable {
  return reviews.onDidChange(({ kind, review }: ReviewChange) => {
    if (kind === 'closed') return;
    const states = new Set(review.review.marks.map(({ state }) => state));
    if (kind === 'marked' && states.has('understood') && states.has('needs-explanation'))
      setContextKey('answeredBoth', true);
    if (kind === 'opened' && review.carried) setContextKey('sawCarried', true);
  });
}
