import { EventEmitter, l10n, type Disposable } from 'vscode';
import { analyze } from '../../core/analyze.ts';
import type { Series } from '../../core/patch/series.ts';
import type { Cancellation } from '../../core/ports.ts';
import type { Problem, WithProblems } from '../../core/problem.ts';
import { adoptMarks } from '../../core/review/carry/adoptMarks.ts';
import type { Review } from '../../core/review/review.ts';
import type { ReviewStore } from '../../core/review/reviewStore.ts';
import { unplacedMarks } from '../../present/panelMarks.ts';
import { breather } from '../breather.ts';
import type { Core } from '../lazyCore.ts';
import { readSource } from '../source/readSource.ts';
import type { Repositories } from '../source/repositories.ts';
import type { ReviewSource } from '../source/reviewSource.ts';
import { carryEarlier } from './carryEarlier.ts';
import { OpenReview } from './openReview.ts';

/** Something that the surfaces must follow. */
export interface ReviewChange {
  readonly kind: 'opened' | 'marked' | 'closed';
  readonly review: OpenReview;
}

/** What whoever opens a review is told, and can say, while it takes its time. */
export interface OpeningWatch {
  readonly cancellation: Cancellation;
  readonly onProgress: (done: number, total: number) => void;
}

/** What opening reviews needs. */
export interface ReviewServices {
  readonly core: () => Promise<Core>;
  readonly repositories: Repositories;
  readonly store: ReviewStore;
  /** Profile id that the user has set, or undefined. */
  readonly profile: () => string | undefined;
  /** `Name <address>` of the reviewer, or empty. */
  readonly reviewer: () => Promise<string>;
  readonly onProblems: (problems: readonly Problem[]) => void;
}

/** The reviews that are open. Panels, trees and editors all show what is here, and follow its changes. */
export class OpenReviews implements Disposable {
  readonly #services: ReviewServices;
  readonly #open = new Map<string, OpenReview>();
  readonly #changed = new EventEmitter<ReviewChange>();
  readonly onDidChange = this.#changed.event;

  constructor(services: ReviewServices) {
    this.#services = services;
  }

  /** In the order in which they were opened. */
  get all(): readonly OpenReview[] {
    return [...this.#open.values()];
  }

  get(key: string): OpenReview | undefined {
    return this.#open.get(key);
  }

  /**
   * Reads and annotates a source; a review of it that is open already is replaced. Undefined with problems when there is
   * nothing to review. What could not be read of a series that there is, is in its analysis.
   */
  async open(source: ReviewSource, watch: OpeningWatch): Promise<WithProblems<OpenReview | undefined>> {
    const { core, repositories, store, profile, reviewer } = this.#services;
    const read = await readSource(source, repositories);
    if (!read.value) return { value: undefined, problems: read.problems };
    const { series, repository } = read.value;
    const total = series.patches.length;
    watch.onProgress(0, total);
    const { engine, catalog, project } = await core();
    const wanted = profile() ?? project.profile;
    const known = wanted === undefined || catalog.profiles.some(({ id }) => id === wanted);
    const saved = await store.load(series);
    const problems = [
      ...project.problems,
      ...read.problems,
      ...saved.problems,
      ...(known ? [] : [unknownProfile(wanted)]),
    ];
    const earlier = await store.loadEarlier(series);
    const carried = earlier && (await carryEarlier(earlier, this.#seriesOf(earlier), series, repository));
    const unplaced = unplacedMarks(series, saved.value.marks).filter(({ id }) => !carried?.marks.has(id));
    if (unplaced.length > 0) problems.push(marksWithoutPlace(unplaced.length));
    const breathe = breather();
    const analysis = await analyze(
      engine,
      catalog,
      { value: series, problems },
      {
        ...(repository && { blobs: repository }),
        ...(wanted !== undefined && known && { profile: wanted }),
        cancellation: watch.cancellation,
        onProgress: (done) => {
          watch.onProgress(done, total);
        },
        breathe: async () => {
          await breathe();
        },
      },
    );
    const isNew = saved.value.marks.length === 0;
    const begun = carried && isNew ? adoptMarks(saved.value, analysis, carried) : saved.value;
    const review = begun.reviewer === '' ? { ...begun, reviewer: await reviewer() } : begun;
    return {
      value: this.#add(new OpenReview({ source, analysis, repository, carried, review }, store)),
      problems: [],
    };
  }

  close(key: string): void {
    const review = this.#open.get(key);
    if (!review) return;
    this.#open.delete(key);
    this.#changed.fire({ kind: 'closed', review });
    review.dispose();
  }

  /** Takes over what other windows have saved. */
  async refresh(): Promise<void> {
    await Promise.all(this.all.map((review) => review.refresh()));
  }

  dispose(): void {
    for (const review of this.all) review.dispose();
    this.#open.clear();
    this.#changed.dispose();
  }

  /** The series that a review was made on, if it is open. */
  #seriesOf({ series: { id } }: Review): Series | undefined {
    return this.all.find(({ analysis }) => analysis.series.id === id)?.analysis.series;
  }

  #add(review: OpenReview): OpenReview {
    this.#open.get(review.key)?.dispose();
    this.#open.set(review.key, review);
    review.onDidChange(() => {
      this.#changed.fire({ kind: 'marked', review });
    });
    review.onDidFail(this.#services.onProblems);
    this.#changed.fire({ kind: 'opened', review });
    return review;
  }
}

function unknownProfile(profile: string): Problem {
  const message = l10n.t('There is no profile {0}; one was chosen by the series itself.', profile);
  return { code: 'bad-profile', message, at: 'interopReview.profile' };
}

function marksWithoutPlace(count: number): Problem {
  const message = l10n.t(
    '{0} marks of the saved review stand on parts of the series that are not here; they are kept.',
    count,
  );
  return { code: 'missing-patch', message, at: '' };
}
