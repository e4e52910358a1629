import { l10n, Uri, window, workspace } from 'vscode';
import type { ReviewPlace } from '../../core/review/reviewPlace.ts';
import type { ReviewStore } from '../../core/review/reviewStore.ts';
import type { Failures } from '../failures.ts';
import type { OpenReview } from '../reviews/openReview.ts';
import type { ReviewKeeping } from '../reviews/reviewKeeping.ts';

/** What commands about where a review is kept work on. */
export interface KeepServices {
  readonly store: ReviewStore;
  readonly keeping: ReviewKeeping;
  readonly failures: Failures;
}

/** Moves the file of a review into the repository, for others to see, or out of it. Nothing of it is lost. */
export async function keepReview(
  review: OpenReview,
  services: KeepServices,
  where: 'shared' | 'hidden',
): Promise<void> {
  const { store, keeping, failures } = services;
  const places = await keeping.of(review.review.series.id);
  const place: ReviewPlace | undefined = places[where];
  if (!place) {
    const message = l10n.t('Open the folder that the review is to be shared in first: there is none.');
    failures.tell([{ code: 'review-conflict', message, at: '' }]);
    return;
  }
  const { value, problems } = await store.move(review.review, place);
  failures.tell(problems);
  review.adopt(value);
  await review.findKept();
}

/** Says where a review is kept, and offers to change that. */
export async function showKept(review: OpenReview, services: KeepServices): Promise<void> {
  await review.findKept();
  const { isShared = false, path = '' } = review.kept ?? {};
  const title = isShared
    ? l10n.t('Your marks are shared: {0}', path)
    : l10n.t('Your marks are private: {0}', path);
  const move = isShared
    ? { label: `$(lock) ${l10n.t('Keep them private')}`, run: () => keepReview(review, services, 'hidden') }
    : {
        label: `$(repo-push) ${l10n.t('Share them in the repository')}`,
        detail: l10n.t('The file is moved there; committing and pushing it is yours to do.'),
        run: () => keepReview(review, services, 'shared'),
      };
  const file = await fileOf(review, services);
  const show = file && {
    label: `$(go-to-file) ${l10n.t('Show the file')}`,
    run: async () => {
      await window.showTextDocument(await workspace.openTextDocument(file));
    },
  };
  const picked = await window.showQuickPick([move, ...(show ? [show] : [])], { title });
  await picked?.run();
}

async function fileOf(review: OpenReview, { store }: KeepServices): Promise<Uri | undefined> {
  const found = await store.kept(review.review.series.id);
  if (!found) return undefined;
  const { place } = found.place.files;
  const isAddress = /^[a-z][a-z0-9+.-]+:\/\//i.test(place);
  return Uri.joinPath(isAddress ? Uri.parse(place, true) : Uri.file(place), found.name);
}
