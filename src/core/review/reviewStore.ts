import type { Series } from '../patch/series.ts';
import type { ReviewFiles } from '../ports.ts';
import type { Problem, WithProblems } from '../problem.ts';
import { emptyReview } from './emptyReview.ts';
import { mergeReviews } from './mergeReviews.ts';
import { isNewerReview, readReview } from './readReview.ts';
import type { Review } from './review.ts';
import { reviewFileEnding, reviewFileName } from './reviewFileName.ts';
import { writeReview } from './writeReview.ts';

/** A review file as it is now. */
interface Found {
  readonly files: ReviewFiles;
  readonly name: string;
  readonly text: string;
}

/**
 * Keeps reviews in files, one a series. Nothing is lost: what another window saved meanwhile is joined in, a file that
 * cannot be read is kept aside, and one of a newer format is left alone. Problems are 'bad-review-file' and
 * 'review-conflict'.
 */
export class ReviewStore {
  readonly #places: () => readonly [ReviewFiles, ...ReviewFiles[]];
  #queue: Promise<unknown> = Promise.resolve();
  /** By series id: the review as it last was in its file. */
  readonly #known = new Map<string, Review>();
  /** By series id: what waits to be saved; later states take the place of earlier ones. */
  readonly #waiting = new Map<string, { review: Review; readonly saved: Promise<WithProblems<Review>> }>();

  /** @param places directories to look in; new files go to the first. */
  constructor(places: () => readonly [ReviewFiles, ...ReviewFiles[]]) {
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

  /** The saved review of the latest earlier version of a series: of the same change-id, or else the same subject. */
  loadEarlier(series: Series): Promise<Review | undefined> {
    return this.#queued(async () => {
      let latest: Review | undefined;
      for (const review of await this.#all())
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
      const files = (await this.#find(review.series.id))?.files ?? this.#places()[0];
      return await files.exclusively(() => this.#write(files, review));
    } catch (error) {
      const message = `The review could not be saved: ${reason(error)}`;
      return { value: review, problems: [unsaved(message, review)] };
    }
  }

  async #write(files: ReviewFiles, ours: Review): Promise<WithProblems<Review>> {
    const { id } = ours.series;
    const found = await findIn(files, id);
    const problems: Problem[] = [];
    let joined = ours;
    if (found) {
      const read = readFound(found, id);
      if (read.value) joined = mergeReviews(this.#known.get(id), ours, read.value);
      else if (isNewerReview(found.text))
        return { value: ours, problems: [unsaved('The review is not saved.', ours), ...read.problems] };
      else problems.push(await putAside(found), ...read.problems);
    }
    await files.write(found?.name ?? reviewFileName(ours.series), writeReview(joined));
    this.#know(id, joined);
    return { value: joined, problems };
  }

  async #read(id: string): Promise<WithProblems<Review | undefined>> {
    try {
      const found = await this.#find(id);
      return found ? readFound(found, id) : { value: undefined, problems: [] };
    } catch (error) {
      const message = `Saved reviews could not be read: ${reason(error)}`;
      return {
        value: undefined,
        problems: [{ code: 'bad-review-file', message, at: this.#places()[0].place }],
      };
    }
  }

  /** Every review that can be read; what cannot is told when its own series is opened. */
  async #all(): Promise<readonly Review[]> {
    const reviews: Review[] = [];
    for (const files of this.#places()) {
      const names = await files.list().catch(() => []);
      for (const name of names.filter((candidate) => candidate.endsWith('.json'))) {
        const text = await files.read(name).catch(() => undefined);
        const review = text === undefined ? undefined : readReview(text, name).value;
        if (review) reviews.push(review);
      }
    }
    return reviews;
  }

  async #find(id: string): Promise<Found | undefined> {
    for (const files of this.#places()) {
      const found = await findIn(files, id);
      if (found) return found;
    }
    return undefined;
  }
}

function isEarlier(earlier: Review['series'], { id, changeId, subject, version }: Series): boolean {
  if (earlier.id === id || earlier.version >= version) return false;
  if (earlier.changeId !== null && changeId !== undefined) return earlier.changeId === changeId;
  return squeezed(earlier.subject) === squeezed(subject);
}

function squeezed(subject: string): string {
  return subject.toLowerCase().replace(/\s+/g, ' ').trim();
}

async function findIn(files: ReviewFiles, id: string): Promise<Found | undefined> {
  const ending = reviewFileEnding(id);
  const name = [...(await files.list())].sort().find((candidate) => candidate.endsWith(ending));
  const text = name === undefined ? undefined : await files.read(name);
  return name === undefined || text === undefined ? undefined : { files, name, text };
}

function readFound({ files, name, text }: Found, id: string): WithProblems<Review | undefined> {
  const at = `${files.place}/${name}`;
  const read = readReview(text, at);
  if (!read.value || read.value.series.id === id) return read;
  const message = 'A review of another series stands in the file where the review of this one belongs.';
  return { value: undefined, problems: [{ code: 'bad-review-file', message, at }] };
}

async function putAside({ files, name }: Found): Promise<Problem> {
  const taken = new Set(await files.list());
  let number = 1;
  while (taken.has(`${name}.corrupt-${number}`)) number++;
  const kept = `${name}.corrupt-${number}`;
  await files.rename(name, kept);
  const message = `The review file that could not be read is kept as ${kept}; a new one is begun.`;
  return { code: 'bad-review-file', message, at: files.place };
}

function unsaved(message: string, { series }: Review): Problem {
  return { code: 'review-conflict', message, at: series.subject };
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
