import type { ReviewFiles } from '../ports.ts';
import type { Problem, WithProblems } from '../problem.ts';
import { isNewerReview, readReview } from './readReview.ts';
import type { Review } from './review.ts';
import { reviewFileEnding } from './reviewFileName.ts';

/** A directory that reviews are kept in. */
export interface ReviewPlace {
  readonly files: ReviewFiles;
  /** `Name <address>` of whom to look for, where several reviewers keep theirs; undefined where only one does. */
  readonly owner?: string;
}

/** Directories to look in; new files go to the first. */
export type ReviewPlaces = readonly [ReviewPlace, ...ReviewPlace[]];

/** A review file as it is now. */
export interface FoundReview {
  readonly place: ReviewPlace;
  readonly name: string;
  readonly text: string;
}

/** One's own review file of a series in a place. */
export async function findReview(place: ReviewPlace, seriesId: string): Promise<FoundReview | undefined> {
  const ending = reviewFileEnding(seriesId, place.owner);
  const name = [...(await place.files.list())].sort().find((candidate) => candidate.endsWith(ending));
  const text = name === undefined ? undefined : await place.files.read(name);
  return name === undefined || text === undefined ? undefined : { place, name, text };
}

/** What a found file holds; a problem if it is the review of another series. */
export function readFound(
  { place, name, text }: FoundReview,
  seriesId: string,
): WithProblems<Review | undefined> {
  const at = `${place.files.place}/${name}`;
  const read = readReview(text, at);
  if (!read.value || read.value.series.id === seriesId) return read;
  const message = 'A review of another series stands in the file where the review of this one belongs.';
  return { value: undefined, problems: [{ code: 'bad-review-file', message, at }] };
}

/** True for a file that a later version of this program wrote: it is never changed. */
export function isNewer({ text }: FoundReview): boolean {
  return isNewerReview(text);
}

/** Renames a file that cannot be read, so that nothing of it is lost, and says so. */
export async function putAside({ place: { files }, name }: FoundReview): Promise<Problem> {
  const taken = new Set(await files.list());
  let number = 1;
  while (taken.has(`${name}.corrupt-${number}`)) number++;
  const kept = `${name}.corrupt-${number}`;
  await files.rename(name, kept);
  const message = `The review file that could not be read is kept as ${kept}; a new one is begun.`;
  return { code: 'bad-review-file', message, at: files.place };
}
