import type { Analysis } from './analysis.ts';
import type { Catalog } from './catalog/catalog.ts';
import type { Series } from './patch/series.ts';
import type { BlobStore, Cancellation } from './ports.ts';
import type { Problem, WithProblems } from './problem.ts';
import type { Engine } from './syntax/engine.ts';

export interface AnalyzeOptions {
  /** Repository whose blobs make images whole. */
  readonly blobs?: BlobStore;
  /** Profile id; recognised from the series when absent. */
  readonly profile?: string;
  readonly cancellation?: Cancellation;
  /** Called after each patch, for progress: patches done so far. */
  readonly onProgress?: (done: number) => void;
}

/** Annotates a series. Problems of reading are handed through, so that one list says all that is missing. */
export declare function analyze(
  engine: Engine,
  catalog: Catalog,
  series: WithProblems<Series>,
  options?: AnalyzeOptions,
): Promise<Analysis>;
export type { Problem };
