import { bareAddress } from '../../../src/core/patch/message/addresses.ts';
import type { Patch, Series } from '../../../src/core/patch/series.ts';
import { inlineComments } from '../../../src/core/review/replies/inlineComments.ts';
import { type PatchLine, patchLines, placeComment } from '../../../src/core/review/replies/placeComment.ts';

/** A reviewer's remark and the line of the patch that it stands below. */
export interface PlacedComment {
  readonly patch: Patch;
  readonly place: PatchLine;
  readonly reviewer: string;
  readonly text: string;
}

export interface ReviewedSeries {
  readonly series: Series;
  /** Only those on Rust and C. */
  readonly comments: readonly PlacedComment[];
  /** Remarks that quote nothing of the patch's code: its message, mostly. */
  readonly unplaced: number;
}

/** The inline comments that others than its author made on the patches of a series, in direct answers to them. */
export function reviewedSeries(series: Series): ReviewedSeries {
  const comments: PlacedComment[] = [];
  let unplaced = 0;
  const patches = new Map(series.patches.map((patch) => [patch.envelope?.messageId, patch]));
  for (const { envelope, author, text } of series.replies ?? []) {
    const patch = patches.get(envelope.inReplyTo ?? '');
    if (!patch || isAuthor(author, patch)) continue;
    const lines = patchLines(patch);
    let from = 0;
    for (const comment of inlineComments(text)) {
      const at = placeComment(comment.quoted, lines, from);
      const place = at === undefined ? undefined : lines[at];
      if (at === undefined || !place) unplaced++;
      else {
        from = at;
        if (place.file.language) comments.push({ patch, place, reviewer: author, text: comment.text });
      }
    }
  }
  return { series, comments, unplaced };
}

function isAuthor(address: string, patch: Patch): boolean {
  const own = [patch.author, patch.envelope?.from ?? ''].map(bareAddress);
  return own.includes(bareAddress(address));
}
