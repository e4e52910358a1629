import type { Series } from '../../patch/series.ts';
import type { CarriedMark } from '../carry/carryReview.ts';
import type { Mark, MarkTarget, Review } from '../review.ts';

/** Where another reviewer's review was read: in the series' own thread, beside one's own, or kept after it was opened. */
export interface OtherSource {
  readonly kind: 'thread' | 'shared' | 'kept';
  /** Name of the file, for people. */
  readonly name: string;
}

/** A review that someone else made. */
export interface OtherReview {
  readonly review: Review;
  readonly source: OtherSource;
  /** The series that it was made on, if that is at hand and another than the one under review. */
  readonly from?: Series;
}

/** A mark of another reviewer, where it stands in the series under review. */
export interface OtherMark {
  readonly mark: Mark;
  /** `Name <address>`; empty if nobody says. */
  readonly reviewer: string;
  readonly source: OtherSource;
  /** Null when its lines are not in the series: it is listed all the same. */
  readonly target: MarkTarget | null;
  /** Id of the patch that it is about; null for the series as a whole. */
  readonly patch: string | null;
  /** Version of the series that it was made on. */
  readonly fromVersion: number;
  /** What became of its lines since; null when it was made on this very series. */
  readonly carried: CarriedMark | null;
}
