import type { Series } from '../../core/patch/series.ts';
import type { BlobStore } from '../../core/ports.ts';
import type { Problem, WithProblems } from '../../core/problem.ts';
import { versionOf } from '../../core/review/carry/versionOf.ts';
import { joinOthers, withoutOwn } from '../../core/review/others/joinOthers.ts';
import type { OtherMark, OtherReview } from '../../core/review/others/otherReview.ts';
import { placeOther } from '../../core/review/others/placeOther.ts';
import { readReviewFiles } from '../../core/review/others/readReviewFiles.ts';
import { isRelated } from '../../core/review/others/relatedSeries.ts';
import type { Review } from '../../core/review/review.ts';
import { reviewFileEnding } from '../../core/review/reviewFileName.ts';
import type { ReviewKeeping } from '../reviews/reviewKeeping.ts';
import type { ReviewSource } from '../source/reviewSource.ts';
import type { KeptOthers } from './keptOthers.ts';
import { threadReviews } from './threadReviews.ts';

/** The series whose other reviewers are looked for. */
export interface GatheredSeries {
  readonly source: ReviewSource;
  readonly series: Series;
  /** Earlier versions that came along. */
  readonly earlier: readonly Series[];
  readonly blobs: BlobStore | undefined;
}

/** What others said about a series, and where it stands. */
export interface GatheredOthers {
  /** Also those that only answer, such as an author's. */
  readonly reviews: readonly OtherReview[];
  readonly marks: readonly OtherMark[];
}

/** Finds what other reviewers said: in the thread, in files beside one's own, and in what was opened before. */
export class OtherReviews {
  readonly #keeping: ReviewKeeping;
  readonly kept: KeptOthers;

  constructor(keeping: ReviewKeeping, kept: KeptOthers) {
    this.#keeping = keeping;
    this.kept = kept;
  }

  /** Everything that others said about a series; files that cannot be read are problems. */
  async gather(gathered: GatheredSeries, own: Review): Promise<WithProblems<GatheredOthers>> {
    const { source, series, earlier, blobs } = gathered;
    const problems: Problem[] = [];
    const shared = await this.#shared(series.id);
    const kept = await this.kept.load(source, series);
    problems.push(...shared.problems, ...kept.problems);
    const related = shared.value.filter(({ review }) => isRelated(review.series, series));
    const reviews = joinOthers([...threadReviews(series, earlier), ...related, ...kept.value]);
    const version = once(() => versionOf(series, blobs));
    const marks: OtherMark[] = [];
    for (const other of reviews) {
      const theirs = { ...other.review, marks: withoutOwn(other.review, own) };
      const from = other.from ?? earlier.find(({ id }) => id === theirs.series.id);
      marks.push(...(await placeOther({ ...other, review: theirs, ...(from && { from }) }, series, version)));
    }
    const answering = shared.value.filter((other) => !related.includes(other));
    return { value: { reviews: [...reviews, ...answering], marks }, problems };
  }

  /** Every review in the directory in which reviewers share theirs, but one's own. */
  async #shared(seriesId: string): Promise<WithProblems<readonly OtherReview[]>> {
    const { shared } = await this.#keeping.of(seriesId);
    if (!shared) return { value: [], problems: [] };
    const own = reviewFileEnding(seriesId, shared.owner);
    return readReviewFiles(shared.files, 'shared', (name) => name.endsWith(own));
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
