import type { ProblemCode } from '../../../src/core/problem.ts';

/** Agreement of two sets of annotations: of what the hunks alone gave with what the whole files gave. */
export interface Agreement {
  both: number;
  onlyHunk: number;
  onlyWhole: number;
}

/** Sums over commits; grows with the number of patterns and problem codes, not with the number of commits. */
export interface Tally {
  commits: number;
  files: number;
  hunkAnnotations: number;
  wholeAnnotations: number;
  /** Files whose whole image could not be had: they count in nothing below. */
  incomparable: number;
  /** Lines outside macros. */
  readonly plain: Agreement;
  /** Lines inside Rust macro definitions and invocations, where the whole file is only a tree of tokens. */
  readonly macro: Agreement;
  /** Patterns that say themselves that they need the whole file: on hunks their annotations count as not resolved. */
  readonly unsure: Agreement;
  /** Of the annotations that both have: how many also agree in attention, and in what explains them. */
  sameAttention: number;
  sameExplanation: number;
  pairs: number;
  readonly byPattern: Map<string, Agreement>;
  readonly hunkProblems: Map<ProblemCode, number>;
  readonly wholeProblems: Map<ProblemCode, number>;
  /** Commits that git itself could not show. */
  readonly unread: string[];
  readonly crashes: string[];
  silentSkips: number;
  readonly silentExamples: string[];
  /** A few differences of each pattern, to look at. */
  readonly examples: Map<string, string[]>;
}

export function newTally(): Tally {
  return {
    commits: 0,
    files: 0,
    hunkAnnotations: 0,
    wholeAnnotations: 0,
    incomparable: 0,
    plain: newAgreement(),
    macro: newAgreement(),
    unsure: newAgreement(),
    sameAttention: 0,
    sameExplanation: 0,
    pairs: 0,
    byPattern: new Map(),
    hunkProblems: new Map(),
    wholeProblems: new Map(),
    unread: [],
    crashes: [],
    silentSkips: 0,
    silentExamples: [],
    examples: new Map(),
  };
}

export function newAgreement(): Agreement {
  return { both: 0, onlyHunk: 0, onlyWhole: 0 };
}

/** Adds the sums of `from` to `into`. */
export function addTally(into: Tally, from: Tally): void {
  into.commits += from.commits;
  into.files += from.files;
  into.hunkAnnotations += from.hunkAnnotations;
  into.wholeAnnotations += from.wholeAnnotations;
  into.incomparable += from.incomparable;
  into.silentSkips += from.silentSkips;
  addAgreement(into.plain, from.plain);
  addAgreement(into.macro, from.macro);
  addAgreement(into.unsure, from.unsure);
  into.sameAttention += from.sameAttention;
  into.sameExplanation += from.sameExplanation;
  into.pairs += from.pairs;
  for (const [pattern, agreement] of from.byPattern) addAgreement(entry(into.byPattern, pattern), agreement);
  for (const [code, number] of from.hunkProblems) increase(into.hunkProblems, code, number);
  for (const [code, number] of from.wholeProblems) increase(into.wholeProblems, code, number);
  into.unread.push(...from.unread);
  into.crashes.push(...from.crashes);
  into.silentExamples.push(...from.silentExamples);
  for (const [pattern, examples] of from.examples)
    for (const example of examples) addExample(into, pattern, example);
}

export function entry(map: Map<string, Agreement>, key: string): Agreement {
  const found = map.get(key) ?? newAgreement();
  map.set(key, found);
  return found;
}

export function increase<K>(map: Map<K, number>, key: K, by = 1): void {
  map.set(key, (map.get(key) ?? 0) + by);
}

const KEPT_EXAMPLES = 20;

export function addExample(tally: Tally, pattern: string, example: string): void {
  const examples = tally.examples.get(pattern) ?? [];
  if (examples.length < KEPT_EXAMPLES) examples.push(example);
  tally.examples.set(pattern, examples);
}

function addAgreement(into: Agreement, from: Agreement): void {
  into.both += from.both;
  into.onlyHunk += from.onlyHunk;
  into.onlyWhole += from.onlyWhole;
}
