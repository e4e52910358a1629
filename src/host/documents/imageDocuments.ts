import { Disposable, EventEmitter, l10n, languages, workspace, type TextDocument, type Uri } from 'vscode';
import type { Failures } from '../failures.ts';
import type { OpenReviews } from '../reviews/openReviews.ts';
import type { ReviewImages } from '../reviews/reviewImages.ts';
import { imageText } from './imageText.ts';
import { IMAGE_SCHEME, imageAddress } from './imageUri.ts';

/** Provides both sides of every file under review as read-only documents, in their language. */
export function registerImageDocuments(
  reviews: OpenReviews,
  images: ReviewImages,
  failures: Failures,
): Disposable {
  const changed = new EventEmitter<Uri>();
  const provide = async (uri: Uri): Promise<string> => {
    const address = imageAddress(uri);
    const review = address && reviews.get(address.review);
    const pair = review && (await images.of(review, address.patch, address.file));
    return pair ? imageText(pair[address.side]) : l10n.t('This review is no longer open.');
  };
  const setLanguage = async (document: TextDocument): Promise<void> => {
    const address = imageAddress(document.uri);
    const series = address && reviews.get(address.review)?.analysis.series;
    const language = series?.patches[address?.patch ?? 0]?.files[address?.file ?? 0]?.language;
    if (language && document.languageId !== language)
      await languages.setTextDocumentLanguage(document, language);
  };
  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(IMAGE_SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: provide,
    }),
    workspace.onDidOpenTextDocument(failures.guard(setLanguage)),
    reviews.onDidChange(({ kind, review }) => {
      if (kind === 'marked') return;
      for (const { uri } of workspace.textDocuments)
        if (imageAddress(uri)?.review === review.key) changed.fire(uri);
    }),
  );
}
