import { TabInputWebview, window, type Disposable, type Memento } from 'vscode';
import type { Failures } from '../failures.ts';
import { readReviewSource, type ReviewSource } from '../source/reviewSource.ts';
import type { OpenReviews } from './openReviews.ts';

const KEY = 'interopReview.openSources';

/**
 * Opens the reviews again that were open when the window was reloaded, as long as a panel of one is among the tabs. VS Code
 * restores a panel only when it is shown, but editors, threads and trees need its review at once.
 */
export function reopenReviews(
  state: Memento,
  viewType: string,
  reviews: OpenReviews,
  failures: Failures,
): Disposable {
  const stored = state.get<unknown>(KEY);
  const sources = Array.isArray(stored) ? stored.flatMap((one) => readReviewSource(one) ?? []) : [];
  if (hasPanel(viewType)) for (const source of sources) failures.watch(reopen(source, reviews, failures));
  else void state.update(KEY, undefined);
  return reviews.onDidChange(({ kind }) => {
    if (kind !== 'marked') void state.update(KEY, openSources(reviews));
  });
}

async function reopen(source: ReviewSource, reviews: OpenReviews, failures: Failures): Promise<void> {
  const problems = await reviews.reopen(source, {
    cancellation: { cancelled: false },
    onProgress: () => undefined,
  });
  // The panel says it when it is shown.
  failures.note(problems);
}

function openSources(reviews: OpenReviews): readonly ReviewSource[] {
  return reviews.all.map(({ source }) => source);
}

/** VS Code puts a prefix before the type of a tab's webview. */
function hasPanel(viewType: string): boolean {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .some(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith(viewType));
}
