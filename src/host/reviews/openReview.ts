import { EventEmitter, type Disposable } from 'vscode';
import type { Analysis } from '../../core/analysis.ts';
import type { Problem } from '../../core/problem.ts';
import type { Series } from '../../core/patch/series.ts';
import type { Carried } from '../../core/review/carry/adoptMarks.ts';
import type { CarriedMark } from '../../core/review/carry/carryReview.ts';
import { mergeReviews } from '../../core/review/mergeReviews.ts';
import type { ExitKind, Mark, Review } from '../../core/review/review.ts';
import type { ReviewStore } from '../../core/review/reviewStore.ts';
import type { OtherReview } from '../../core/review/others/otherReview.ts';
import { saidBelow } from '../../core/review/others/saidBelow.ts';
import { setAnswer } from '../../core/review/setAnswer.ts';
import { removeMark, setMark } from '../../core/review/setMark.ts';
import type { Repository } from '../../node/git.ts';
import {
  NO_OTHERS,
  otherQuestions,
  type OtherQuestion,
  type OthersView,
} from '../../present/otherQuestions.ts';
import type { PanelKept } from '../../protocol/panelModel.ts';
import type { GatheredOthers } from '../others/otherReviews.ts';
import { sourceKey, type ReviewSource } from '../source/reviewSource.ts';
import { endMark, makeMark, remarkOn, reopenMark, understoodAfterAll, type MarkRequest } from './makeMark.ts';

/** What a review is when it is opened. */
export interface Opened {
  readonly source: ReviewSource;
  readonly analysis: Analysis;
  readonly repository: Repository | undefined;
  readonly carried: Carried | undefined;
  readonly review: Review;
  /** Earlier versions of the series that came along. */
  readonly earlier?: readonly Series[];
  /** Where the review is kept now. */
  readonly kept?: () => Promise<PanelKept>;
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
  readonly earlier: readonly Series[];
  #review: Review;
  #others: GatheredOthers = { reviews: [], marks: [] };
  #inTree: ReadonlyMap<string, CarriedMark> = new Map();
  #kept: PanelKept | undefined;
  /** What others said, as of this state of the review. */
  #view: { readonly review: Review; readonly others: OthersView } | undefined;
  readonly #findKept: (() => Promise<PanelKept>) | undefined;
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
    this.earlier = opened.earlier ?? [];
    this.#findKept = opened.kept;
    this.#review = opened.review;
    this.#store = store;
  }

  get review(): Review {
    return this.#review;
  }

  /** What other reviewers said. */
  get others(): OthersView {
    const review = this.#review;
    if (this.#view?.review === review) return this.#view.others;
    const { reviews, marks } = this.#others;
    const isQuiet = reviews.length === 0 && review.answers === undefined;
    const others = isQuiet ? NO_OTHERS : { marks, said: saidBelow(review, reviews), inTree: this.#inTree };
    this.#view = { review, others };
    return others;
  }

  /** Reviews of others, as they were read. */
  get otherReviews(): readonly OtherReview[] {
    return this.#others.reviews;
  }

  /** Questions of other reviewers. */
  get otherQuestions(): readonly OtherQuestion[] {
    return otherQuestions(this.analysis.series, this.#review, this.others);
  }

  /** Where the review is kept, once that is known. */
  get kept(): PanelKept | undefined {
    return this.#kept;
  }

  /** Takes over what others said. */
  showOthers(others: GatheredOthers): void {
    if (JSON.stringify(others) === JSON.stringify(this.#others)) return;
    this.#others = others;
    this.#view = undefined;
    this.#changed.fire();
  }

  /** Takes over what became of others' lines in the work tree, by id of the mark. */
  showInTree(inTree: ReadonlyMap<string, CarriedMark>): void {
    if (JSON.stringify([...inTree]) === JSON.stringify([...this.#inTree])) return;
    this.#inTree = inTree;
    this.#view = undefined;
    this.#changed.fire();
  }

  /** Looks up where the review is kept. */
  async findKept(): Promise<void> {
    const kept = await this.#findKept?.();
    if (JSON.stringify(kept) === JSON.stringify(this.#kept)) return;
    this.#kept = kept;
    this.#changed.fire();
  }

  /** Answers another reviewer's question; an empty text takes the answer back. False when there is none with this id. */
  answer(id: string, text: string): boolean {
    const asked = this.otherQuestions.find(({ at }) => at.mark.id === id)?.at;
    if (!asked) return false;
    const { mark, reviewer } = asked;
    const answer = { question: id, to: reviewer, asked: mark.question, text: text.trim(), madeAt: now() };
    this.#save(setAnswer(this.#review, answer));
    return true;
  }

  /** Takes over the review as it was written elsewhere, such as in another place. */
  adopt(review: Review): void {
    this.#adopt(this.#review, review);
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
    if (without === this.#review) return;
    const isCarried = this.carried?.marks.has(id) === true;
    this.#save(isCarried ? { ...without, dismissed: [...(without.dismissed ?? []), id] } : without);
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
      return this.findKept();
    });
  }

  /** Joins a state that grew out of `before` elsewhere with what was done here since. */
  #adopt(before: Review, theirs: Review): void {
    if (theirs === before) return;
    const joined = mergeReviews(before, this.#review, theirs);
    if (JSON.stringify(joined) === JSON.stringify(this.#review)) return;
    this.#review = joined;
    this.#changed.fire();
  }
}

function now(): string {
  return new Date().toISOString();
}
