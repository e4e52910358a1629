import type { Series } from '../../core/patch/series.ts';
import type { OtherReview } from '../../core/review/others/otherReview.ts';
import { remarksReview } from '../../core/review/replies/remarksReview.ts';
import { replyRemarks } from '../../core/review/replies/replyRemarks.ts';
import { NO_TIME } from '../../present/panelRemarks.ts';

/** What was answered in the threads of a series and of earlier versions that came in the same mailbox. */
export function threadReviews(series: Series, earlier: readonly Series[]): readonly OtherReview[] {
  return [...earlier, series].flatMap((posted) =>
    remarksReview(posted, replyRemarks(posted), NO_TIME).map((review) => ({
      review,
      source: { kind: 'thread' as const, name: posted.subject },
      ...(posted !== series && { from: posted }),
    })),
  );
}
