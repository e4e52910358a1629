import type { Pattern, PatternLanguage } from '../../catalog/pattern.ts';
import type { Language } from '../../patch/language.ts';
import type { Problem } from '../../problem.ts';
import type { Detector } from '../computed/detector.ts';
import { DETECTORS } from '../computed/detectors.ts';
import type { ShownHunk } from '../diffLines.ts';
import { createCueIndex, type CueIndex } from './cueIndex.ts';
import { type PatternForms, patternForms } from './patternForms.ts';

/** Patterns made ready to be looked for. What has been read is kept. */
export interface PatternSet {
  /** Which patterns may occur in a text of some kind of file. */
  readonly cues: (kind: PatternLanguage) => CueIndex;
  /** The same for what a hunk shows, and for its changed lines alone, each with its heading; found once per hunk. */
  readonly patternsIn: (kind: PatternLanguage, hunk: ShownHunk) => ReadonlySet<Pattern>;
  readonly changedPatternsIn: (kind: PatternLanguage, hunk: ShownHunk) => ReadonlySet<Pattern>;
  /** Of those the ones that queries or expressions look for; the same ones give the same list. */
  readonly searchedIn: (language: Language, hunk: ShownHunk) => readonly PatternForms[];
  /** Those whose removal is worth a note and that the changed lines of a hunk may hold. */
  readonly removedIn: (language: Language, hunk: ShownHunk) => readonly PatternForms[];
  readonly detector: (pattern: Pattern) => Detector | undefined;
  /** What of the patterns looked for so far was not understood. */
  readonly problems: () => readonly Problem[];
}

/** The set of these patterns; the same list gives the same set. */
export function patternSet(patterns: readonly Pattern[]): PatternSet {
  const set = sets.get(patterns) ?? createSet(patterns);
  sets.set(patterns, set);
  return set;
}

const sets = new WeakMap<readonly Pattern[], PatternSet>();

function createSet(patterns: readonly Pattern[]): PatternSet {
  const problems: Problem[] = [];
  const formsOf = once((language: Language) =>
    once((pattern: Pattern) => {
      const forms = patternForms(pattern, language);
      problems.push(...forms.problems);
      return forms;
    }),
  );
  const lists = {
    rust: new Map<string, readonly PatternForms[]>(),
    c: new Map<string, readonly PatternForms[]>(),
  };
  const read = (language: Language, wanted: ReadonlySet<Pattern>): readonly PatternForms[] => {
    const searched = [...wanted].filter((pattern) => isSearched(pattern, language));
    const key = searched.map(({ id }) => id).join(' ');
    const list = lists[language].get(key) ?? searched.map(formsOf(language));
    lists[language].set(key, list);
    return list;
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
  const patternsIn = onceWeak((hunk: ShownHunk) =>
    once((kind: PatternLanguage) => cues(kind)(`${hunk.heading}\n${hunk.text}`)),
  );
  const changedPatternsIn = onceWeak((hunk: ShownHunk) =>
    once((kind: PatternLanguage) => cues(kind)(`${hunk.heading}\n${hunk.changedText}`)),
  );
  const searchedIn = onceWeak((hunk: ShownHunk) =>
    once((language: Language) => read(language, patternsIn(hunk)(language))),
  );
  return {
    cues,
    patternsIn: (kind, hunk) => patternsIn(hunk)(kind),
    changedPatternsIn: (kind, hunk) => changedPatternsIn(hunk)(kind),
    searchedIn: (language, hunk) => searchedIn(hunk)(language),
    removedIn: (language, hunk) =>
      read(language, new Set([...changedPatternsIn(hunk)(language)].filter(({ onRemoval }) => onRemoval))),
    detector,
    problems: () => problems,
  };
}

/** True if queries or expressions look for the pattern, not only code. */
function isSearched({ queries, lexical }: Pattern, kind: PatternLanguage): boolean {
  return (kind === 'rust' || kind === 'c') && (queries[kind] ?? lexical[kind]) !== undefined;
}

function once<K, V>(make: (key: K) => V): (key: K) => V {
  return remembered(new Map<K, V>(), make);
}

function onceWeak<K extends object, V>(make: (key: K) => V): (key: K) => V {
  return remembered(new WeakMap<K, V>(), make);
}

function remembered<K, V>(
  made: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  make: (key: K) => V,
): (key: K) => V {
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}
