import type { Annotation } from '../annotate/annotation.ts';
import type { Analysis } from '../analysis.ts';
import { changedPaths } from '../patch/changedPaths.ts';
import type { Side } from '../patch/series.ts';
import type { Cancellation } from '../ports.ts';
import { cursorAt } from './at/cursor.ts';
import type { Engine } from '../syntax/engine.ts';
import type { CrossingResult } from './counterpart.ts';
import { counterpartIn } from './counterpartAt.ts';
import { checkRust } from './checks/checkRust.ts';
import { pairC } from './pair/pairC.ts';
import { linesOf, pairRust, type Spot } from './pair/pairRust.ts';
import { oneSided, type OneSided } from './parity/oneSided.ts';
import { resultOf } from './resultOf.ts';
import { createScope, type SourceScope } from './sources/createScope.ts';
import { createFileReader } from './sources/fileReader.ts';
import { createSeriesSources, type ImageSource } from './sources/seriesSources.ts';
import type { TreeSources } from './sources/treeSources.ts';

export interface CounterpartOptions {
  /** Both sides of the files; without it only what the hunks show is known. */
  readonly images?: ImageSource;
  /** The project's tree; without it counterparts are looked for in the series alone. */
  readonly tree?: TreeSources;
}

/** The other sides of a series' crossings, looked up one by one. */
export interface Counterparts {
  /** What is on the other side of an annotation; undefined when there is no annotation of this id. */
  of(annotation: string): Promise<CrossingResult | undefined>;
  /**
   * All of them as they are found: in reading order, but whoever needs what is not read yet lets others go first. Those
   * for which more is known once the whole tree has been read come again. Ends early when cancelled.
   */
  all(cancellation?: Cancellation): AsyncIterable<CrossingResult>;
  /** What is on the other side of any line of a file, annotated or not. */
  at(place: PlaceInSeries): Promise<CrossingResult>;
  /** Files of a device that the series changes in one language while their twin stays; none without a tree. */
  oneSided(): Promise<readonly OneSided[]>;
}

/** A place in one side of a file change; indices 0-based, line and column 1-based. */
export interface PlaceInSeries {
  readonly patch: number;
  readonly file: number;
  readonly side: Side;
  readonly line: number;
  readonly column: number;
}

interface Site {
  readonly annotation: Annotation;
  readonly patch: number;
  readonly file: number;
}

/** Look-ups under way at once. */
const MAX_ASKED = 32;

export function createCounterparts(
  engine: Engine,
  analysis: Analysis,
  { images, tree }: CounterpartOptions = {},
): Counterparts {
  const reader = createFileReader(engine);
  const sources = createSeriesSources(analysis.series, reader, images);
  const sites = new Map<string, Site>();
  for (const [patch, { files }] of analysis.patches.entries())
    for (const [file, { annotations }] of files.entries())
      for (const annotation of annotations) sites.set(annotation.id, { annotation, patch, file });
  const scopes = new Map<number, SourceScope>();
  const results = new Map<string, Promise<CrossingResult>>();
  const changed = changedPaths(analysis.series);
  tree?.prefer(changed);
  let generation = tree?.generation;

  const scopeOf = (patch: number): SourceScope => {
    const scope = scopes.get(patch) ?? createScope(sources, patch, tree ?? null);
    scopes.set(patch, scope);
    return scope;
  };
  const find = async ({ annotation, patch, file }: Site): Promise<CrossingResult> => {
    const source = await sources.file(patch, file, annotation.side);
    if (!source) return resultOf(annotation.id, []);
    const scope = scopeOf(patch);
    if (source.rust) {
      const text = linesOf(source.rust, annotation.line, annotation.endLine);
      const place = { annotation: spotOf(annotation), file: source.rust, scope, text };
      const [findings, checked] = [await pairRust(place), await checkRust(place, analysis.profile)];
      return resultOf(annotation.id, findings, checked);
    }
    const shown = await sources.lines(patch, file, annotation.side, annotation.line, annotation.endLine);
    return resultOf(annotation.id, await pairC(annotation, source, shown, scope));
  };
  const forgetOld = (): void => {
    if (!tree || tree.generation === generation) return;
    ({ generation } = tree);
    scopes.clear();
    results.clear();
  };
  const of = (site: Site): Promise<CrossingResult> => {
    forgetOld();
    const known = results.get(site.annotation.id) ?? find(site);
    results.set(site.annotation.id, known);
    return known;
  };
  const each = async function* (
    wanted: readonly Site[],
    cancellation: Cancellation | undefined,
  ): AsyncGenerator<CrossingResult> {
    const waiting = [...wanted];
    const asked = new Map<string, Promise<CrossingResult>>();
    for (;;) {
      for (const site of waiting.splice(0, MAX_ASKED - asked.size)) asked.set(site.annotation.id, of(site));
      if (asked.size === 0 || cancellation?.cancelled) return;
      const result = await Promise.race(asked.values());
      asked.delete(result.annotation);
      yield result;
    }
  };
  return {
    oneSided: async () => (tree ? oneSided(changed, await tree.paths()) : []),
    at: async ({ patch, file, side, line, column }) => {
      forgetOld();
      const source = await sources.file(patch, file, side);
      if (!source) return resultOf('', []);
      const text = await sources.lines(patch, file, side, line, line);
      return counterpartIn(source, cursorAt(text, line, column), scopeOf(patch));
    },
    of: async (id) => {
      const site = sites.get(id);
      return site && of(site);
    },
    all: async function* (cancellation) {
      const early = new Map<string, string>();
      const begun = tree?.generation;
      for await (const result of each([...sites.values()], cancellation)) {
        if (tree?.generation === begun) early.set(result.annotation, JSON.stringify(result));
        yield result;
      }
      if (!tree || early.size === 0 || cancellation?.cancelled) return;
      await tree.ready();
      if (tree.generation === begun) return;
      const again = [...sites.values()].filter(({ annotation }) => early.has(annotation.id));
      for await (const result of each(again, cancellation))
        if (early.get(result.annotation) !== JSON.stringify(result)) yield result;
    },
  };
}

function spotOf({ pattern, line, endLine, column, symbol, facets }: Annotation): Spot {
  return { pattern, line, endLine, column, symbol, layer: facets.layer };
}
