import type { Problem, WithProblems } from '../problem.ts';
import { mergeReviews } from './mergeReviews.ts';
import type { Review } from './review.ts';
import { reviewFileName } from './reviewFileName.ts';
import {
  findReview,
  isNewer,
  putAside,
  readFound,
  type FoundReview,
  type ReviewPlace,
} from './reviewPlace.ts';
import { writeReview } from './writeReview.ts';

/** How often another window may save while a file is moved. */
const MAX_TRIES = 5;

/**
 * Moves a review file to another place. It is written there, joined with what is there, before the old one goes: whatever
 * happens in between, no mark is lost. Returns the review as it now is, or undefined with problems that say why it stayed.
 */
export async function moveReview(
  from: FoundReview,
  to: ReviewPlace,
  seriesId: string,
): Promise<WithProblems<Review | undefined>> {
  let source = from;
  const problems: Problem[] = [];
  for (let tried = 0; tried < MAX_TRIES; tried++) {
    const read = readFound(source, seriesId);
    if (!read.value) return { value: undefined, problems: read.problems };
    const written = await write(to, read.value, problems);
    if (!written) return { value: undefined, problems };
    const left = await removeUnchanged(source, seriesId);
    if (!left) return { value: written, problems };
    source = left;
  }
  const at = `${from.place.files.place}/${from.name}`;
  const message = 'Another window kept saving the review, so that a copy of it stays where it was.';
  return { value: undefined, problems: [...problems, { code: 'review-conflict', message, at }] };
}

function write(to: ReviewPlace, review: Review, problems: Problem[]): Promise<Review | undefined> {
  return to.files.exclusively(async () => {
    const { id } = review.series;
    const there = await findReview(to, id);
    const read = there && readFound(there, id);
    if (there && read && !read.value) {
      problems.push(...read.problems);
      if (isNewer(there)) return undefined;
      problems.push(await putAside(there));
    }
    const joined = read?.value ? mergeReviews(undefined, review, read.value) : review;
    const name = read?.value && there ? there.name : reviewFileName(review.series, to.owner);
    await to.files.write(name, writeReview(joined));
    return joined;
  });
}

/** Removes the file if it still says what was moved; else returns it as it is now. */
function removeUnchanged(source: FoundReview, seriesId: string): Promise<FoundReview | undefined> {
  const { place, name, text } = source;
  return place.files.exclusively(async () => {
    const now = await findReview(place, seriesId);
    if (now && (now.text !== text || now.name !== name)) return now;
    if (now) await place.files.remove(name);
    return undefined;
  });
}
