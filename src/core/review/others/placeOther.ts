import type { Series } from '../../patch/series.ts';
import { carryAnchors } from '../carry/carryAnchors.ts';
import { carryReview, type CarriedMark } from '../carry/carryReview.ts';
import type { Version } from '../carry/version.ts';
import { makeAnchor } from '../makeAnchor.ts';
import type { Mark, MarkTarget } from '../review.ts';
import type { OtherMark, OtherReview } from './otherReview.ts';

/**
 * Finds where the marks of another reviewer stand in `series`. One made on this very series stands where it says if its
 * lines are there; all others are followed by what they remember. None is left out: a mark without a place says so.
 */
export async function placeOther(
  { review, source, from }: OtherReview,
  series: Series,
  version: () => Promise<Version>,
): Promise<readonly OtherMark[]> {
  const isSame = review.series.id === series.id;
  const here = new Set(isSame ? review.marks.filter((mark) => isThere(series, mark)) : []);
  // What quotes nothing is about a patch as a whole, and no lines are to be found.
  const lost = review.marks.filter((mark) => !here.has(mark) && mark.anchor.text.some((line) => line !== ''));
  const moved = { ...review, marks: lost };
  const carried = new Map(
    (lost.length === 0
      ? []
      : from
        ? carryReview(moved, from, series)
        : await carryAnchors(moved, await version())
    ).map((each) => [each.mark, each]),
  );
  return review.marks.map((mark) => {
    const followed = carried.get(mark) ?? null;
    const target = here.has(mark) ? mark.target : (followed?.target ?? null);
    return {
      mark,
      reviewer: review.reviewer,
      source,
      target,
      patch: patchOf(target ?? mark.target, series, from),
      fromVersion: review.series.version,
      carried: isSame ? null : (followed ?? nowhere(mark)),
    };
  });
}

/** True if the lines at the mark's place are those that it remembers: a number alone is never trusted. */
function isThere(series: Series, { target, anchor }: Mark): boolean {
  if (anchor.text.length === 0) return false;
  const now = makeAnchor({ series, profile: '', patches: [], problems: [] }, target);
  return now.text.length === anchor.text.length && now.text.every((line, at) => line === anchor.text[at]);
}

function nowhere(mark: Mark): CarriedMark {
  return { mark, fate: 'gone', target: null, proposal: null, before: mark.anchor.text, after: [] };
}

/** The patch of this series that a place is in, also when the place is of the series that it was made on. */
function patchOf(target: MarkTarget, series: Series, from: Series | undefined): string | null {
  if (target.kind === 'cover') return null;
  const { patch } = target;
  if (series.patches.some(({ id }) => id === patch)) return patch;
  const subject = from?.patches.find(({ id }) => id === patch)?.message.subject;
  return series.patches.find(({ message }) => message.subject === subject)?.id ?? null;
}
