import type { TextDocument } from 'vscode';
import type { FileSide } from '../../present/fileMarks.ts';
import { showsImage } from '../../present/showsImage.ts';
import { IMAGE_SCHEME, imageAddress } from '../documents/imageUri.ts';
import type { OpenReview } from '../reviews/openReview.ts';
import type { OpenReviews } from '../reviews/openReviews.ts';
import type { ReviewImages } from '../reviews/reviewImages.ts';

/** A side of a file under review that a document shows. */
export interface EditorFile extends FileSide {
  readonly review: OpenReview;
}

/** Tells which documents show files under review: their images, and files of the disk that are the same as one. */
export class EditorFiles {
  readonly #reviews: OpenReviews;
  readonly #images: ReviewImages;

  constructor(reviews: OpenReviews, images: ReviewImages) {
    this.#reviews = reviews;
    this.#images = images;
  }

  /** What a document shows, of each open review at most one file: the last patch whose outcome it is. */
  async of(document: TextDocument): Promise<readonly EditorFile[]> {
    const { uri } = document;
    if (uri.scheme === IMAGE_SCHEME) {
      const address = imageAddress(uri);
      const review = address && this.#reviews.get(address.review);
      return review ? [{ review, patch: address.patch, file: address.file, side: address.side }] : [];
    }
    if (uri.scheme !== 'file') return [];
    const found = await Promise.all(this.#reviews.all.map((review) => this.#shownBy(document, review)));
    return found.filter((file) => file !== undefined);
  }

  async #shownBy(document: TextDocument, review: OpenReview): Promise<EditorFile | undefined> {
    for (const { patch, file } of changesOf(document.uri.path, review)) {
      const images = await this.#images.of(review, patch, file);
      if (images && showsImage(document.getText(), images.new)) return { review, patch, file, side: 'new' };
    }
    return undefined;
  }
}

/** The changes of a review, last first, whose outcome could be the file at this path. */
export function changesOf(path: string, { analysis }: OpenReview): readonly Omit<FileSide, 'side'>[] {
  return analysis.series.patches
    .flatMap(({ files }, patch) =>
      files.flatMap(({ newPath }, file) =>
        newPath !== null && path.endsWith(`/${newPath}`) ? [{ patch, file }] : [],
      ),
    )
    .reverse();
}
