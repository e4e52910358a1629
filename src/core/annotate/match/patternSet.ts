import type { Pattern, PatternLanguage } from '../../catalog/pattern.ts';
import type { Language } from '../../patch/language.ts';
import type { Problem } from '../../problem.ts';
import type { Engine, Query } from '../../syntax/engine.ts';
import type { Detector } from '../computed/detector.ts';
import { DETECTORS } from '../computed/detectors.ts';
import { type CompiledPatterns, compilePatterns } from './compiledPatterns.ts';
import { createCueIndex, type CueIndex } from './cueIndex.ts';

/** Patterns bound to an engine. What is compiled is kept as long as the engine. */
export interface PatternSet {
  readonly engine: Engine;
  /** Which patterns with a query or expression in a language may occur in a text. */
  readonly cues: (language: Language) => CueIndex;
  /** The same for patterns whose removal is worth a note. */
  readonly removalCues: (language: Language) => CueIndex;
  /** The computed patterns that may occur in a text of some kind of file. */
  readonly detectorCues: (kind: PatternLanguage) => CueIndex;
  readonly detector: (pattern: Pattern) => Detector | undefined;
  /** At least the `needed` patterns, compiled. An earlier answer for the same language is no longer valid then. */
  readonly compiled: (language: Language, needed: ReadonlySet<Pattern>) => CompiledPatterns;
  /** A detector's own query. */
  readonly query: (language: Language, source: string) => Query;
  /** What of the patterns compiled so far could not be. */
  readonly problems: () => readonly Problem[];
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
  const queries = new Map<string, Query>();
  const searched = (language: Language): readonly Pattern[] =>
    patterns.filter((pattern) => (pattern.queries[language] ?? pattern.lexical[language]) !== undefined);
  const compiled: Record<Language, Compiler> = {
    rust: createCompiler(engine, 'rust', searched('rust')),
    c: createCompiler(engine, 'c', searched('c')),
  };
  const detector = ({ computed, id }: Pattern): Detector | undefined =>
    computed ? DETECTORS[id] : undefined;
  return {
    engine,
    cues: once((language: Language) => createCueIndex(searched(language))),
    removalCues: once((language: Language) =>
      createCueIndex(searched(language).filter(({ onRemoval }) => onRemoval)),
    ),
    detectorCues: once((kind: PatternLanguage) =>
      createCueIndex(patterns.filter((pattern) => detector(pattern) && pattern.languages.includes(kind))),
    ),
    detector,
    compiled: (language, needed) => compiled[language].get(needed),
    query(language, source) {
      const key = `${language} ${source}`;
      const query = queries.get(key) ?? engine.query(language, source);
      queries.set(key, query);
      return query;
    },
    problems: () => Object.values(compiled).flatMap(({ problems }) => problems()),
  };
}

interface Compiler {
  readonly get: (needed: ReadonlySet<Pattern>) => CompiledPatterns;
  readonly problems: () => readonly Problem[];
}

/** After this many times of needing more, all is compiled: each time costs as much as a small patch. */
const SMALL_STEPS = 2;

/** Compiling all patterns takes longer than analysing a small patch, so it is only done for what is needed. */
function createCompiler(engine: Engine, language: Language, all: readonly Pattern[]): Compiler {
  let current: CompiledPatterns | undefined;
  let steps = 0;
  return {
    get(needed) {
      const known = current?.patterns ?? new Set();
      if (current && [...needed].every((pattern) => known.has(pattern))) return current;
      current?.query.delete();
      const wanted =
        ++steps > SMALL_STEPS ? all : all.filter((pattern) => needed.has(pattern) || known.has(pattern));
      current = compilePatterns(engine, new Set(wanted), language);
      return current;
    },
    problems: () => current?.problems ?? [],
  };
}

function once<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}
