import type { Analysis } from '../../core/analysis.ts';
import type { Series } from '../../core/patch/series.ts';
import type { BlobStore } from '../../core/ports.ts';
import { adoptMarks, type Carried } from '../../core/review/carry/adoptMarks.ts';
import type { Review } from '../../core/review/review.ts';
import { carryEarlier } from './carryEarlier.ts';

/** The review of an earlier version, and the series that it was made on if that is at hand. */
export interface EarlierReview {
  readonly review: Review;
  readonly series: Series | undefined;
}

/** What the marks of an earlier version came to in a series; undefined without one. */
export async function carriedInto(
  series: Series,
  earlier: EarlierReview | undefined,
  blobs: BlobStore | undefined,
): Promise<Carried | undefined> {
  return earlier && carryEarlier(earlier.review, earlier.series, series, blobs);
}

/**
 * The review as it begins when a series is opened: what was saved, with what was marked on the earlier version, and signed.
 * Answers to other reviewers are about their questions, whatever the version.
 */
export function beginReview(
  saved: Review,
  analysis: Analysis,
  earlier: Review | undefined,
  carried: Carried | undefined,
  reviewer: string,
): Review {
  const adopted = carried ? adoptMarks(saved, analysis, carried) : saved;
  const known = new Set(adopted.answers?.map(({ question }) => question));
  const before = (earlier?.answers ?? []).filter(({ question }) => !known.has(question));
  const answers = [...before, ...(adopted.answers ?? [])];
  return {
    ...adopted,
    reviewer: adopted.reviewer === '' ? reviewer : adopted.reviewer,
    ...(answers.length > 0 && { answers }),
  };
}
