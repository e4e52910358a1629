import type { Series } from '../patch/series.ts';
import { REVIEW_FORMAT, type Review } from './review.ts';

/** A review of `series` without any mark. */
export function emptyReview(series: Series): Review {
  return {
    format: REVIEW_FORMAT,
    reviewer: '',
    series: {
      id: series.id,
      changeId: series.changeId ?? null,
      subject: series.subject,
      version: series.version,
    },
    marks: [],
  };
}
