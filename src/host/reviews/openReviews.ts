import { EventEmitter, l10n, type Disposable } from 'vscode';
import { analyze } from '../../core/analyze.ts';
import type { Series } from '../../core/patch/series.ts';
import type { Cancellation } from '../../core/ports.ts';
import type { Problem, WithProblems } from '../../core/problem.ts';
import type { ReviewStore } from '../../core/review/reviewStore.ts';
import { unplacedMarks } from '../../present/panelMarks.ts';
import { breather } from '../breather.ts';
import type { PanelKept } from '../../protocol/panelModel.ts';
import type { Core } from '../lazyCore.ts';
import type { OtherReviews } from '../others/otherReviews.ts';
import { readSource } from '../source/readSource.ts';
import type { Repositories } from '../source/repositories.ts';
import { sourceKey, type ReviewSource } from '../source/reviewSource.ts';
import { beginReview, carriedInto, type EarlierReview } from './beginReview.ts';
import { keptIn } from './keptIn.ts';
import type { LastSeries } from './lastSeries.ts';
import { OpenReview } from './openReview.ts';
import type { ReviewKeeping } from './reviewKeeping.ts';

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
  readonly keeping: ReviewKeeping;
  readonly others: OtherReviews;
  readonly lastSeries: LastSeries;
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
  readonly #opening = new Map<string, Promise<Opened>>();
  readonly #reopening = new Map<string, Promise<Opened>>();
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
  open(source: ReviewSource, watch: OpeningWatch): Promise<WithProblems<OpenReview | undefined>> {
    const key = sourceKey(source);
    const again = this.#reopening.get(key);
    if (again) return again;
    return whileIn(this.#opening, key, this.#read(source, watch));
  }

  /** Opens a source as `open` does, unless it is open or being opened; whoever opens it meanwhile gets the same review. */
  async reopen(source: ReviewSource, watch: OpeningWatch): Promise<readonly Problem[]> {
    const key = sourceKey(source);
    if (this.#open.has(key) || this.#opening.has(key) || this.#reopening.has(key)) return [];
    return (await whileIn(this.#reopening, key, this.#read(source, watch))).problems;
  }

  async #read(source: ReviewSource, watch: OpeningWatch): Promise<Opened> {
    const { core, repositories, store, keeping, others, profile, reviewer } = this.#services;
    const read = await readSource(source, repositories);
    if (!read.value) return { value: undefined, problems: read.problems };
    const { series, repository, earlier: versions } = read.value;
    if (repository) keeping.assign(series.id, repository.root);
    const total = series.patches.length;
    watch.onProgress(0, total);
    const { engine, catalog, project } = await core();
    const wanted = profile() ?? project.profile;
    const known = wanted === undefined || catalog.profiles.some(({ id }) => id === wanted);
    const saved = await store.load(series);
    const signed = { ...saved.value, reviewer: saved.value.reviewer || (await reviewer()) };
    const gathering = { source, series, earlier: versions, blobs: repository };
    const gathered = await others.gather(gathering, signed);
    const problems = [
      ...project.problems,
      ...read.problems,
      ...saved.problems,
      ...gathered.problems,
      ...(known ? [] : [unknownProfile(wanted)]),
    ];
    const earlier = await this.#earlier(source, series, versions);
    const carried = await carriedInto(series, earlier, repository);
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
    const review = beginReview(saved.value, analysis, earlier?.review, carried, signed.reviewer);
    const kept = (): Promise<PanelKept> => keptIn(series.id, store, keeping);
    const opened = { source, analysis, repository, carried, review, earlier: versions, kept };
    const open = new OpenReview(opened, store);
    open.showOthers(gathered.value);
    await open.findKept();
    return { value: this.#add(open), problems: [] };
  }

  /** Looks again for what others said about a review, or about all that are open. */
  async gatherOthers(only?: OpenReview): Promise<void> {
    for (const review of only ? [only] : this.all) {
      const { source, earlier, repository: blobs } = review;
      const gathering = { source, series: review.analysis.series, earlier, blobs };
      const { value, problems } = await this.#services.others.gather(gathering, review.review);
      review.showOthers(value);
      if (only) this.#services.onProblems(problems);
    }
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
    await this.gatherOthers();
  }

  dispose(): void {
    for (const review of this.all) review.dispose();
    this.#open.clear();
    this.#changed.dispose();
  }

  /** The review of an earlier version, or of what the same range or tree held before. */
  async #earlier(
    source: ReviewSource,
    series: Series,
    versions: readonly Series[],
  ): Promise<EarlierReview | undefined> {
    const { store, lastSeries } = this.#services;
    const last = lastSeries.of(source);
    const before = last === undefined || last === series.id ? undefined : await store.find(last);
    const review = before ?? (await store.loadEarlier(series));
    const known = [...this.all.map(({ analysis }) => analysis.series), ...versions];
    return review && { review, series: known.find(({ id }) => id === review.series.id) };
  }

  #add(review: OpenReview): OpenReview {
    this.#open.get(review.key)?.dispose();
    this.#open.set(review.key, review);
    review.onDidChange(() => {
      if (review.review.marks.length > 0)
        void this.#services.lastSeries.set(review.source, review.analysis.series.id);
      this.#changed.fire({ kind: 'marked', review });
    });
    review.onDidFail(this.#services.onProblems);
    this.#changed.fire({ kind: 'opened', review });
    return review;
  }
}

type Opened = WithProblems<OpenReview | undefined>;

/** Keeps work under a key until it is done. */
async function whileIn(
  running: Map<string, Promise<Opened>>,
  key: string,
  work: Promise<Opened>,
): Promise<Opened> {
  running.set(key, work);
  try {
    return await work;
  } finally {
    if (running.get(key) === work) running.delete(key);
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
