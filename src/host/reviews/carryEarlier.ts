import type { Series } from '../../core/patch/series.ts';
import type { BlobStore } from '../../core/ports.ts';
import type { Carried } from '../../core/review/carry/adoptMarks.ts';
import { carryAnchors } from '../../core/review/carry/carryAnchors.ts';
import { carryReview } from '../../core/review/carry/carryReview.ts';
import { versionOf } from '../../core/review/carry/versionOf.ts';
import type { Review } from '../../core/review/review.ts';

/**
 * Follows the review of an earlier version into a later one: text against text if `from`, the series it was made on, is at
 * hand, else by what the marks remember of their lines.
 */
export async function carryEarlier(
  earlier: Review,
  from: Series | undefined,
  to: Series,
  blobs: BlobStore | undefined,
): Promise<Carried> {
  const carried = from
    ? carryReview(earlier, from, to)
    : await carryAnchors(earlier, await versionOf(to, blobs));
  return {
    fromVersion: earlier.series.version,
    marks: new Map(carried.map((each) => [each.mark.id, each])),
  };
}
