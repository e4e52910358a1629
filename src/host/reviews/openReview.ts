import { EventEmitter, type Disposable } from 'vscode';
import type { Analysis } from '../../core/analysis.ts';
import type { Problem } from '../../core/problem.ts';
import type { Carried } from '../../core/review/carry/adoptMarks.ts';
import { mergeReviews } from '../../core/review/mergeReviews.ts';
import type { ExitKind, Mark, Review } from '../../core/review/review.ts';
import type { ReviewStore } from '../../core/review/reviewStore.ts';
import { removeMark, setMark } from '../../core/review/setMark.ts';
import type { Repository } from '../../node/git.ts';
import { sourceKey, type ReviewSource } from '../source/reviewSource.ts';
import { endMark, makeMark, remarkOn, reopenMark, understoodAfterAll, type MarkRequest } from './makeMark.ts';

/** What a review is when it is opened. */
export interface Opened {
  readonly source: ReviewSource;
  readonly analysis: Analysis;
  readonly repository: Repository | undefined;
  readonly carried: Carried | undefined;
  readonly review: Review;
}

/** A series that is being reviewed: what was found in it, and the marks, which are saved as they are made. */
export class OpenReview implements Disposable {
  readonly key: string;
  readonly source: ReviewSource;
  readonly analysis: Analysis;
  /** Repository whose blobs made images whole, if any. */
  readonly repository: Repository | undefined;
  /** What the review of an earlier version came to here; undefined if there is none. */
  readonly carried: Carried | undefined;
  #review: Review;
  readonly #store: ReviewStore;
  readonly #changed = new EventEmitter<void>();
  readonly #failed = new EventEmitter<readonly Problem[]>();
  /** The marks have changed. */
  readonly onDidChange = this.#changed.event;
  /** Saving told of problems; the marks are still here. */
  readonly onDidFail = this.#failed.event;

  constructor(opened: Opened, store: ReviewStore) {
    this.key = sourceKey(opened.source);
    this.source = opened.source;
    this.analysis = opened.analysis;
    this.repository = opened.repository;
    this.carried = opened.carried;
    this.#review = opened.review;
    this.#store = store;
  }

  get review(): Review {
    return this.#review;
  }

  /** Puts a mark. False when the series has no such place. */
  mark(request: MarkRequest): boolean {
    const mark = makeMark(this.analysis, this.#review, request, { id: crypto.randomUUID(), now: now() });
    if (!mark) return false;
    this.#save(setMark(this.#review, mark));
    return true;
  }

  unmark(id: string): void {
    const without = removeMark(this.#review, id);
    if (without !== this.#review) this.#save(without);
  }

  /** Ends a question. False when there is none with this id. */
  endQuestion(id: string, kind: ExitKind, reason: string): boolean {
    const mark = this.#review.marks.find((candidate) => candidate.id === id);
    if (mark?.state !== 'needs-explanation') return false;
    const proposal = this.carried?.marks.get(id)?.proposal ?? null;
    this.#save(setMark(this.#review, endMark(this.analysis, mark, { kind, reason }, now(), proposal)));
    return true;
  }

  /** Says something below a question. False when there is none with this id. */
  remark(id: string, text: string): boolean {
    return this.#change(id, (mark) => remarkOn(mark, { author: this.#review.reviewer, text, madeAt: now() }));
  }

  /** Takes a question back because its lines are understood. False when there is none with this id. */
  understand(id: string): boolean {
    return this.#change(id, (mark) => understoodAfterAll(mark, now()));
  }

  /** Opens a question again that had ended. False when there is none with this id. */
  reopen(id: string): boolean {
    return this.#change(id, (mark) => reopenMark(mark, now()));
  }

  /** Takes over what another window has saved. */
  async refresh(): Promise<void> {
    const before = this.#review;
    this.#adopt(before, await this.#store.refresh(before));
  }

  dispose(): void {
    this.#changed.dispose();
    this.#failed.dispose();
  }

  #change(id: string, changed: (mark: Mark) => Mark): boolean {
    const mark = this.#review.marks.find((candidate) => candidate.id === id);
    if (mark?.state !== 'needs-explanation') return false;
    this.#save(setMark(this.#review, changed(mark)));
    return true;
  }

  #save(next: Review): void {
    this.#review = next;
    this.#changed.fire();
    void this.#store.save(next).then(({ value, problems }) => {
      this.#adopt(next, value);
      if (problems.length > 0) this.#failed.fire(problems);
    });
  }

  /** Joins a state that grew out of `before` elsewhere with what was done here since. */
  #adopt(before: Review, theirs: Review): void {
    if (theirs === before) return;
    const joined = mergeReviews(before, this.#review, theirs);
    if (JSON.stringify(joined.marks) === JSON.stringify(this.#review.marks)) return;
    this.#review = joined;
    this.#changed.fire();
  }
}

function now(): string {
  return new Date().toISOString();
}
