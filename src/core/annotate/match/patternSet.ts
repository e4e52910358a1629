import type { Pattern, PatternLanguage } from '../../catalog/pattern.ts';
import type { Language } from '../../patch/language.ts';
import type { Problem } from '../../problem.ts';
import type { Engine } from '../../syntax/engine.ts';
import type { ShownHunk } from '../diffLines.ts';
import type { Detector } from '../computed/detector.ts';
import { DETECTORS } from '../computed/detectors.ts';
import { type CompiledPatterns, compilePatterns } from './compiledPatterns.ts';
import { createFinder, type Finder } from './finder.ts';
import { createCueIndex, type CueIndex } from './cueIndex.ts';

/** Patterns bound to an engine. What is compiled is kept as long as the engine. */
export interface PatternSet {
  readonly engine: Engine;
  /** Which patterns may occur in a text of some kind of file. */
  readonly cues: (kind: PatternLanguage) => CueIndex;
  /** The same for what a hunk shows; found once per hunk. */
  readonly patternsIn: (kind: PatternLanguage, hunk: ShownHunk) => ReadonlySet<Pattern>;
  /** Of those the ones that queries or expressions look for. */
  readonly searchedIn: (language: Language, hunk: ShownHunk) => ReadonlySet<Pattern>;
  /** Which patterns whose removal is worth a note the changed lines of a hunk may hold. */
  readonly removedIn: (language: Language, hunk: ShownHunk) => ReadonlySet<Pattern>;
  readonly detector: (pattern: Pattern) => Detector | undefined;
  /** At least those of the `needed` patterns that queries look for, compiled. An earlier answer for the same language is no longer valid then. */
  readonly compiled: (language: Language, needed: ReadonlySet<Pattern>) => CompiledPatterns;
  /** Runs the queries of detectors. */
  readonly finder: (language: Language) => Finder;
  /** At least those of the `needed` patterns whose removal is worth a note, compiled. */
  readonly compiledRemovals: (language: Language, needed: ReadonlySet<Pattern>) => CompiledPatterns;
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
  const searched = (language: Language): readonly Pattern[] =>
    patterns.filter((pattern) => isSearched(pattern, language));
  const compiled: Record<Language, Compiler> = {
    rust: createCompiler(engine, 'rust', searched('rust')),
    c: createCompiler(engine, 'c', searched('c')),
  };
  const watched = (language: Language): readonly Pattern[] =>
    searched(language).filter(({ onRemoval }) => onRemoval);
  const removals: Record<Language, Compiler> = {
    rust: createCompiler(engine, 'rust', watched('rust')),
    c: createCompiler(engine, 'c', watched('c')),
  };
  const detector = ({ computed, id }: Pattern): Detector | undefined =>
    computed ? DETECTORS[id] : undefined;
  const cues = once((kind: PatternLanguage) =>
    createCueIndex(
      patterns.filter(
        (pattern) => pattern.languages.includes(kind) && (detector(pattern) ?? isSearched(pattern, kind)),
      ),
    ),
  );
  const removalCues = once((language: Language) => createCueIndex(watched(language)));
  const shown = new WeakMap<ShownHunk, ReadonlySet<Pattern>>();
  const patternsIn = (kind: PatternLanguage, hunk: ShownHunk): ReadonlySet<Pattern> => {
    const found = shown.get(hunk) ?? cues(kind)(hunk.text);
    shown.set(hunk, found);
    return found;
  };
  return {
    engine,
    cues,
    patternsIn,
    searchedIn: (language, hunk) =>
      new Set([...patternsIn(language, hunk)].filter((pattern) => isSearched(pattern, language))),
    removedIn: (language, hunk) => removalCues(language)(hunk.changedText),
    detector,
    compiled: (language, needed) => compiled[language].get(needed),
    finder: once((language: Language) => createFinder(engine, language)),
    compiledRemovals: (language, needed) => removals[language].get(needed),
    problems: () => Object.values(compiled).flatMap(({ problems }) => problems()),
  };
}

/** True if queries or expressions look for the pattern, not only code. */
function isSearched({ queries, lexical }: Pattern, kind: PatternLanguage): boolean {
  return (kind === 'rust' || kind === 'c') && (queries[kind] ?? lexical[kind]) !== undefined;
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
      current = compilePatterns(engine, new Set(++steps > SMALL_STEPS ? all : wanted), language);
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
