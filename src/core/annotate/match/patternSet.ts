import type { Pattern, PatternLanguage } from '../../catalog/pattern.ts';
import type { Language } from '../../patch/language.ts';
import type { Problem } from '../../problem.ts';
import type { Engine, Query } from '../../syntax/engine.ts';
import { type CompiledPatterns, compilePatterns, cuesOf } from './compiledPatterns.ts';
import { DETECTORS } from '../computed/detectors.ts';
import type { Detector } from '../computed/detector.ts';

/** Patterns bound to an engine. Queries are compiled when first needed and kept as long as the engine. */
export interface PatternSet {
  readonly engine: Engine;
  compiled(language: Language): CompiledPatterns;
  /** What of the patterns compiled so far could not be. */
  problems(): readonly Problem[];
  /** Finds a cue of the patterns whose removal is worth a note. */
  watchedForRemoval(language: Language): RegExp;
  /** A detector's own query. */
  query(language: Language, source: string): Query;
  /** The computed patterns that speak about a kind of file. */
  detectors(kind: PatternLanguage): readonly { readonly pattern: Pattern; readonly detect: Detector }[];
}

/** The set of these patterns for this engine; the same pair gives the same set. */
export function patternSet(engine: Engine, patterns: readonly Pattern[]): PatternSet {
  const ofEngine = sets.get(engine) ?? new WeakMap<readonly Pattern[], PatternSet>();
  sets.set(engine, ofEngine);
  const set = ofEngine.get(patterns) ?? createSet(engine, patterns);
  ofEngine.set(patterns, set);
  return set;
}

const sets = new WeakMap<Engine, WeakMap<readonly Pattern[], PatternSet>>();

function createSet(engine: Engine, patterns: readonly Pattern[]): PatternSet {
  const compiled: Partial<Record<Language, CompiledPatterns>> = {};
  const watched: Partial<Record<Language, RegExp>> = {};
  const queries = new Map<string, Query>();
  return {
    engine,
    compiled: (language) => (compiled[language] ??= compilePatterns(engine, patterns, language)),
    problems: () => Object.values(compiled).flatMap((of) => of.problems),
    watchedForRemoval: (language) =>
      (watched[language] ??= cuesOf(
        patterns.filter((pattern) => pattern.onRemoval && pattern.languages.includes(language)),
      )),
    query(language, source) {
      const key = `${language} ${source}`;
      const query = queries.get(key) ?? engine.query(language, source);
      queries.set(key, query);
      return query;
    },
    detectors: (kind) =>
      patterns.flatMap((pattern) => {
        const detect = DETECTORS[pattern.id];
        return pattern.computed && detect && pattern.languages.includes(kind) ? [{ pattern, detect }] : [];
      }),
  };
}
