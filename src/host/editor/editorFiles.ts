import type { Event, TextDocument } from 'vscode';
import type { FileSide } from '../../present/fileMarks.ts';
import { lineMap, SAME_LINES, type LineMap } from '../../present/lineMap.ts';
import { showsImage } from '../../present/showsImage.ts';
import { IMAGE_SCHEME, imageAddress } from '../documents/imageUri.ts';
import type { OpenReview } from '../reviews/openReview.ts';
import type { OpenReviews } from '../reviews/openReviews.ts';
import type { ReviewImages } from '../reviews/reviewImages.ts';
import type { FileRenames } from './fileRenames.ts';

/** A side of a file under review. */
export interface EditorFile extends FileSide {
  readonly review: OpenReview;
}

/** A side of a file under review that a document shows, and where its lines stand there. */
export interface ShownFile extends EditorFile {
  readonly lines: LineMap;
}

/** What a document showed in one of its versions. */
interface Known {
  readonly version: number;
  readonly byReview: Map<OpenReview, Promise<ShownFile | undefined>>;
}

/** Tells which documents show files under review: their images, and files of the disk that are one, or are one edited. */
export class EditorFiles {
  readonly #reviews: OpenReviews;
  readonly #images: ReviewImages;
  readonly #renames: FileRenames;
  #known = new WeakMap<TextDocument, Known>();
  /** Documents may show other files than before. */
  readonly onDidChange: Event<void>;

  constructor(reviews: OpenReviews, images: ReviewImages, renames: FileRenames) {
    this.#reviews = reviews;
    this.#images = images;
    this.#renames = renames;
    this.onDidChange = renames.onDidRename;
    renames.onDidRename(() => {
      this.#known = new WeakMap();
    });
  }

  /** What a document shows, of each open review at most one file: the last patch whose outcome it is. */
  async of(document: TextDocument): Promise<readonly ShownFile[]> {
    const { uri } = document;
    if (uri.scheme === IMAGE_SCHEME) {
      const address = imageAddress(uri);
      const review = address && this.#reviews.get(address.review);
      if (!review) return [];
      const { patch, file, side } = address;
      return [{ review, patch, file, side, lines: SAME_LINES }];
    }
    if (uri.scheme !== 'file') return [];
    const found = await Promise.all(this.#reviews.all.map((review) => this.#shownIn(document, review)));
    return found.filter((file) => file !== undefined);
  }

  #shownIn(document: TextDocument, review: OpenReview): Promise<ShownFile | undefined> {
    const { version } = document;
    let known = this.#known.get(document);
    if (known?.version !== version) {
      known = { version, byReview: new Map() };
      this.#known.set(document, known);
    }
    const path = this.#renames.firstPath(document.uri.path);
    const found = known.byReview.get(review) ?? this.#find(path, document.getText(), review);
    known.byReview.set(review, found);
    return found;
  }

  /** The text as a patch leaves it wins over one that was edited since, whichever patch that is. */
  async #find(path: string, text: string, review: OpenReview): Promise<ShownFile | undefined> {
    const changes = await Promise.all(
      changesOf(path, review).map(async (place) => {
        const image = (await this.#images.of(review, place.patch, place.file))?.new;
        const change = review.analysis.series.patches[place.patch]?.files[place.file];
        return { shown: { ...place, review, side: 'new' as const }, image, change };
      }),
    );
    for (const { shown, image } of changes)
      if (image && showsImage(text, image)) return { ...shown, lines: SAME_LINES };
    for (const { shown, image, change } of changes) {
      const lines = image && change && lineMap(change, image, text);
      if (lines) return { ...shown, lines };
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
