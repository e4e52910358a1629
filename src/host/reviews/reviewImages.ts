import type { LineTokens } from '../../base/tokens.ts';
import { createImages } from '../../core/image/createImages.ts';
import type { ImagePair } from '../../core/image/image.ts';
import { lineage } from '../../core/image/lineage.ts';
import { hunkTokens } from '../../core/syntax/highlight.ts';
import type { Core } from '../lazyCore.ts';
import type { OpenReview } from './openReview.ts';

/** How many files' images are kept for the next look at them. */
const MAX_KEPT = 32;

/** The images of files under review, made when they are looked at. */
export class ReviewImages {
  readonly #core: () => Promise<Core>;
  readonly #kept = new Map<
    string,
    { readonly review: OpenReview; readonly images: Promise<ImagePair | undefined> }
  >();

  constructor(core: () => Promise<Core>) {
    this.#core = core;
  }

  /** Both sides of a file change, by 0-based indices; undefined if there is no such file. */
  async of(review: OpenReview, patch: number, file: number): Promise<ImagePair | undefined> {
    const key = `${review.key}/${patch}/${file}`;
    const kept = this.#kept.get(key);
    this.#kept.delete(key);
    const images = kept?.review === review ? kept.images : this.#make(review, patch, file);
    this.#kept.set(key, { review, images });
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MAX_KEPT) break;
      this.#kept.delete(oldest);
    }
    return images;
  }

  /** Syntax colours of a hunk's lines; undefined for files that have none. */
  async tokens(
    review: OpenReview,
    patch: number,
    file: number,
    hunk: number,
  ): Promise<readonly LineTokens[] | undefined> {
    const change = review.analysis.series.patches[patch]?.files[file];
    const shown = change?.hunks[hunk];
    if (!change?.language || !shown) return undefined;
    const { engine } = await this.#core();
    return hunkTokens(engine, change.language, shown);
  }

  async #make(review: OpenReview, patch: number, file: number): Promise<ImagePair | undefined> {
    const { series } = review.analysis;
    const images = createImages({ blobs: review.repository, baseCommit: series.baseCommit });
    let pair: ImagePair | undefined;
    // What cannot be read of the images is among the problems of the analysis.
    for (const change of lineage(series, patch, file)) pair = (await images.of(change, '')).value;
    return pair;
  }
}
