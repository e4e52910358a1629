import { hash } from '../../base/hash.ts';
import { bareAddress } from '../../core/patch/message/addresses.ts';
import type { Series } from '../../core/patch/series.ts';
import type { ReviewFiles } from '../../core/ports.ts';
import type { WithProblems } from '../../core/problem.ts';
import { unionOf } from '../../core/review/others/joinOthers.ts';
import type { OtherReview } from '../../core/review/others/otherReview.ts';
import { readReviewFiles } from '../../core/review/others/readReviewFiles.ts';
import { isRelated } from '../../core/review/others/relatedSeries.ts';
import { readReview } from '../../core/review/readReview.ts';
import type { Review } from '../../core/review/review.ts';
import { writeReview } from '../../core/review/writeReview.ts';
import { sourceKey, type ReviewSource } from '../source/reviewSource.ts';

/**
 * Copies of other reviewers' reviews that the user opened or pasted, one file for each reviewer and series, so that they are
 * there after a reload, for the next version, and for the next commit of a range.
 */
export class KeptOthers {
  readonly #files: ReviewFiles;

  constructor(files: ReviewFiles) {
    this.#files = files;
  }

  /** Those that were opened on this source, or are of any version of this series. */
  async load(source: ReviewSource, series: Series): Promise<WithProblems<readonly OtherReview[]>> {
    const mark = belongsTo(source, series);
    const { value, problems } = await readReviewFiles(this.#files, 'kept');
    const found = value.filter(
      ({ source: { name }, review }) => name.includes(mark) || isRelated(review.series, series),
    );
    return { value: found, problems };
  }

  /** Keeps reviews that were opened on a source, joined with what is kept of the same people. */
  async keep(source: ReviewSource, series: Series, reviews: readonly Review[]): Promise<void> {
    await this.#files.exclusively(async () => {
      for (const review of reviews) {
        const name = fileName(belongsTo(source, series), review);
        const text = await this.#files.read(name);
        const known = text === undefined ? undefined : readReview(text, name).value;
        await this.#files.write(name, writeReview(known ? unionOf(known, review) : review));
      }
    });
  }

  /** Forgets a kept review by the name of its file. */
  async forget(name: string): Promise<void> {
    await this.#files.exclusively(() => this.#files.remove(name));
  }
}

/** A mailed series is known by its id; a range or changes of a tree by how they are asked for, whatever they hold now. */
function belongsTo(source: ReviewSource, series: Series): string {
  return `.on-${source.kind === 'files' ? hash(series.id) : sourceKey(source)}.`;
}

function fileName(mark: string, { reviewer, series }: Review): string {
  const who = reviewer.replace(/<[^>]*>\s*$/, '').replace(/[^A-Za-z0-9]+/g, '-');
  return `${who.slice(0, 40) || 'reviewer'}${mark}${hash(JSON.stringify([bareAddress(reviewer), series.id]))}.json`;
}
