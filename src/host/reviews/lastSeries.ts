import type { Memento } from 'vscode';
import { sourceKey, type ReviewSource } from '../source/reviewSource.ts';

const KEY = 'interopReview.lastSeries';
/** Sources that are remembered. */
const MAX_SOURCES = 200;

/**
 * Remembers under which series the review of a range or of uncommitted changes was last kept: a commit more makes another
 * series of it, and its marks must come along.
 */
export class LastSeries {
  readonly #memory: Memento;

  constructor(memory: Memento) {
    this.#memory = memory;
  }

  /** Id of the series; undefined for mailed ones, which their versions lead from one to the next. */
  of(source: ReviewSource): string | undefined {
    return source.kind === 'files' ? undefined : this.#all()[sourceKey(source)];
  }

  async set(source: ReviewSource, seriesId: string): Promise<void> {
    if (source.kind === 'files' || this.of(source) === seriesId) return;
    const key = sourceKey(source);
    const others = Object.entries(this.#all()).filter(([known]) => known !== key);
    const all = [...others.slice(-MAX_SOURCES + 1), [key, seriesId] as const];
    await this.#memory.update(KEY, Object.fromEntries(all));
  }

  #all(): Readonly<Record<string, string>> {
    return this.#memory.get<Readonly<Record<string, string>>>(KEY) ?? {};
  }
}
