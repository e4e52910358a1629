import type { Series } from '../../patch/series.ts';
import type { Review } from '../review.ts';

type Named = Pick<Series, 'id' | 'changeId' | 'subject' | 'version'>;

/** True if a review is of this series, or of another version of it: by change-id, else by subject. */
export function isRelated(review: Review['series'], series: Named): boolean {
  if (review.id === series.id) return true;
  if (review.changeId !== null && series.changeId !== undefined) return review.changeId === series.changeId;
  return squeezed(review.subject) === squeezed(series.subject);
}

/** True if a review is of an earlier version of this series. */
export function isEarlier(review: Review['series'], series: Named): boolean {
  return review.id !== series.id && review.version < series.version && isRelated(review, series);
}

function squeezed(subject: string): string {
  return subject.toLowerCase().replace(/\s+/g, ' ').trim();
}
