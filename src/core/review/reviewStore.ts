import { bareAddress } from '../patch/message/addresses.ts';
import type { Series } from '../patch/series.ts';
import type { Problem, WithProblems } from '../problem.ts';
import { emptyReview } from './emptyReview.ts';
import { mergeReviews } from './mergeReviews.ts';
import { moveReview } from './moveReview.ts';
import { isEarlier } from './others/relatedSeries.ts';
import { readReview } from './readReview.ts';
import type { Review } from './review.ts';
import { reviewFileName } from './reviewFileName.ts';
import {
  findReview,
  isNewer,
  putAside,
  readFound,
  type FoundReview,
  type ReviewPlace,
  type ReviewPlaces,
} from './reviewPlace.ts';
import { writeReview } from './writeReview.ts';

/**
 * Keeps reviews in files, one a series. Nothing is lost: what another window saved meanwhile is joined in, a file that
 * cannot be read is kept aside, and one of a newer format is left alone. Problems are 'bad-review-file' and
 * 'review-conflict'.
 */
export class ReviewStore {
  readonly #places: (seriesId: string) => ReviewPlaces | Promise<ReviewPlaces>;
  #queue: Promise<unknown> = Promise.resolve();
  /** By series id: the review as it last was in its file. */
  readonly #known = new Map<string, Review>();
  /** By series id: what waits to be saved; later states take the place of earlier ones. */
  readonly #waiting = new Map<string, { review: Review; readonly saved: Promise<WithProblems<Review>> }>();

  /** @param places where the review of a series may be */
  constructor(places: (seriesId: string) => ReviewPlaces | Promise<ReviewPlaces>) {
    this.#places = places;
  }

  /** The saved review of a series, or an empty one. */
  load(series: Series): Promise<WithProblems<Review>> {
    return this.#queued(async () => {
      const fresh = emptyReview(series);
      const { value, problems } = await this.#read(series.id);
      this.#know(series.id, value);
      return { value: value ? { ...value, series: fresh.series } : fresh, problems };
    });
  }

  /** The saved review of the series with this id, whatever else it is called; undefined if there is none. */
  find(seriesId: string): Promise<Review | undefined> {
    return this.#queued(async () => (await this.#read(seriesId)).value);
  }

  /** The saved review of the latest earlier version of a series: of the same change-id, or else the same subject. */
  loadEarlier(series: Series): Promise<Review | undefined> {
    return this.#queued(async () => {
      let latest: Review | undefined;
      for (const review of await this.#all(series.id))
        if (isEarlier(review.series, series) && review.series.version >= (latest?.series.version ?? 0))
          latest = review;
      return latest;
    });
  }

  /** Saves a review and returns it as it is in the file now, with what another window had added. */
  save(review: Review): Promise<WithProblems<Review>> {
    const { id } = review.series;
    const waiting = this.#waiting.get(id);
    if (waiting) {
      waiting.review = review;
      return waiting.saved;
    }
    const saved = this.#queued(async () => {
      const latest = this.#waiting.get(id)?.review ?? review;
      this.#waiting.delete(id);
      return this.#save(latest);
    });
    this.#waiting.set(id, { review, saved });
    return saved;
  }

  /** The review joined with what another window has saved since; nothing is written. */
  refresh(review: Review): Promise<Review> {
    return this.#queued(async () => {
      const { id } = review.series;
      const { value } = await this.#read(id);
      if (!value) return review;
      const joined = mergeReviews(this.#known.get(id), review, value);
      this.#know(id, value);
      return joined;
    });
  }

  /** Where the review of a series is kept: its file, or undefined while there is none. */
  kept(seriesId: string): Promise<FoundReview | undefined> {
    return this.#queued(async () => (await this.#findAll(seriesId))[0]);
  }

  /** Moves the review to another place, and returns it as it is there; a review without a file is written there. */
  move(review: Review, to: ReviewPlace): Promise<WithProblems<Review>> {
    const { id } = review.series;
    return this.#queued(async () => {
      try {
        let value = review;
        const problems: Problem[] = [];
        const found = await this.#findAll(id);
        for (const from of found.filter(({ place }) => place.files.place !== to.files.place)) {
          const moved = await moveReview(from, to, id);
          value = moved.value ?? value;
          problems.push(...moved.problems);
        }
        if (found.length === 0) await to.files.exclusively(() => this.#write(to, review));
        else this.#know(id, value);
        return { value, problems };
      } catch (error) {
        const message = `The review could not be moved; it stays where it was: ${reason(error)}`;
        return { value: review, problems: [unsaved(message, review)] };
      }
    });
  }

  /** Resolves when everything asked for so far is in its file. */
  async flush(): Promise<void> {
    await this.#queue;
  }

  #queued<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  #know(id: string, review: Review | undefined): void {
    if (review) this.#known.set(id, review);
    else this.#known.delete(id);
  }

  async #save(review: Review): Promise<WithProblems<Review>> {
    try {
      const { id } = review.series;
      const places = (await this.#findAll(id)).map(({ place }) => place);
      const [first = (await this.#places(id))[0], ...more] = places;
      const saved = await first.files.exclusively(() => this.#write(first, review));
      return await this.#joinCopies(saved, first, more);
    } catch (error) {
      const message = `The review could not be saved: ${reason(error)}`;
      return { value: review, problems: [unsaved(message, review)] };
    }
  }

  async #write(first: ReviewPlace, ours: Review): Promise<WithProblems<Review>> {
    const { id } = ours.series;
    const found = await findReview(first, id);
    const problems: Problem[] = [];
    let joined = ours;
    if (found) {
      const read = readFound(found, id);
      if (read.value) joined = mergeReviews(this.#known.get(id), ours, read.value);
      else if (isNewer(found))
        return { value: ours, problems: [unsaved('The review is not saved.', ours), ...read.problems] };
      else problems.push(await putAside(found), ...read.problems);
    }
    await first.files.write(found?.name ?? reviewFileName(ours.series, first.owner), writeReview(joined));
    this.#know(id, joined);
    return { value: joined, problems };
  }

  /** What other places hold, as after a move that was cut off, is joined in and goes. */
  async #joinCopies(
    saved: WithProblems<Review>,
    first: ReviewPlace,
    places: readonly ReviewPlace[],
  ): Promise<WithProblems<Review>> {
    let { value, problems } = saved;
    const { id } = value.series;
    for (const place of places) {
      const copy = await findReview(place, id);
      const moved = copy && (await moveReview(copy, first, id));
      problems = [...problems, ...(moved?.problems ?? [])];
      value = moved?.value ?? value;
      this.#know(id, value);
    }
    return { value, problems };
  }

  async #read(id: string): Promise<WithProblems<Review | undefined>> {
    try {
      let value: Review | undefined;
      const problems: Problem[] = [];
      for (const found of await this.#findAll(id)) {
        const read = readFound(found, id);
        if (value && read.value) value = mergeReviews(undefined, value, read.value);
        else value ??= read.value;
        problems.push(...read.problems);
      }
      return { value, problems };
    } catch (error) {
      const message = `Saved reviews could not be read: ${reason(error)}`;
      const [{ files }] = await this.#places(id);
      return { value: undefined, problems: [{ code: 'bad-review-file', message, at: files.place }] };
    }
  }

  /** Every review that can be read; what cannot is told when its own series is opened. */
  async #all(id: string): Promise<readonly Review[]> {
    const reviews: Review[] = [];
    for (const { files, owner } of await this.#places(id)) {
      const names = await files.list().catch(() => []);
      for (const name of names.filter((candidate) => candidate.endsWith('.json'))) {
        const text = await files.read(name).catch(() => undefined);
        const review = text === undefined ? undefined : readReview(text, name).value;
        if (review && (owner === undefined || isBy(review, owner))) reviews.push(review);
      }
    }
    return reviews;
  }

  async #findAll(id: string): Promise<readonly FoundReview[]> {
    const found: FoundReview[] = [];
    for (const place of await this.#places(id)) {
      const here = await findReview(place, id);
      if (here) found.push(here);
    }
    return found;
  }
}

function isBy({ reviewer }: Review, owner: string): boolean {
  return bareAddress(reviewer) === bareAddress(owner);
}

function unsaved(message: string, { series }: Review): Problem {
  return { code: 'review-conflict', message, at: series.subject };
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
