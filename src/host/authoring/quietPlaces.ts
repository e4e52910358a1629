import { hash } from '../../base/hash.ts';
import type { Analysis } from '../../core/analysis.ts';
import type { Annotation } from '../../core/annotate/annotation.ts';
import { localSeries } from '../../core/patch/localSeries.ts';
import type { Problem } from '../../core/problem.ts';
import { makeAnchor } from '../../core/review/makeAnchor.ts';
import type { Mark, MarkTarget, Review } from '../../core/review/review.ts';
import type { ReviewStore } from '../../core/review/reviewStore.ts';
import { removeMark, setMark } from '../../core/review/setMark.ts';
import { CHANGES_PATCH } from './changeAnalysis.ts';

/** Where an author said not to be asked again, by repository: marks with their reason, in a review file of their own. */
export class QuietPlaces {
  readonly #store: ReviewStore;
  readonly #onProblems: (problems: readonly Problem[]) => void;
  readonly #reviews = new Map<string, Promise<Review>>();

  constructor(store: ReviewStore, onProblems: (problems: readonly Problem[]) => void) {
    this.#store = store;
    this.#onProblems = onProblems;
  }

  /** The places of a repository. */
  async marks(root: string): Promise<readonly Mark[]> {
    return (await this.#of(root)).marks;
  }

  /** Keeps an annotation of a file from being asked about, for a reason. */
  async add(
    root: string,
    path: string,
    analysis: Analysis,
    annotation: Annotation,
    reason: string,
  ): Promise<void> {
    const { side, line, endLine } = annotation;
    const target: MarkTarget = { kind: 'lines', patch: CHANGES_PATCH, path, side, line, endLine };
    await this.#save(
      root,
      setMark(await this.#of(root), {
        id: crypto.randomUUID(),
        target,
        anchor: makeAnchor(analysis, target),
        state: 'understood',
        question: reason,
        annotation: annotation.id,
        pattern: annotation.pattern,
        deferredTo: null,
        exit: null,
        madeAt: new Date().toISOString(),
      }),
    );
  }

  async remove(root: string, id: string): Promise<void> {
    await this.#save(root, removeMark(await this.#of(root), id));
  }

  #of(root: string): Promise<Review> {
    const known = this.#reviews.get(root) ?? this.#load(root);
    this.#reviews.set(root, known);
    return known;
  }

  async #load(root: string): Promise<Review> {
    const id = `changes-${hash(root)}`;
    const subject = `Not asked about in ${root}`;
    const { value, problems } = await this.#store.load(localSeries(id, subject));
    this.#onProblems(problems);
    return value;
  }

  async #save(root: string, review: Review): Promise<void> {
    this.#reviews.set(root, Promise.resolve(review));
    const { value, problems } = await this.#store.save(review);
    this.#reviews.set(root, Promise.resolve(value));
    this.#onProblems(problems);
  }
}

/** True if the author does not want to be asked about this annotation of this file. */
export function isQuiet(marks: readonly Mark[], path: string, annotation: Annotation): boolean {
  return marks.some(
    (mark) => mark.annotation === annotation.id && mark.target.kind === 'lines' && mark.target.path === path,
  );
}
