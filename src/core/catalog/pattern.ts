import type { Language } from '../patch/language.ts';

/** The eleven categories of the catalogue; also the folder names under `src/patterns/`. */
export const CATEGORIES = [
  'unsafe',
  'errors',
  'callbacks',
  'containers',
  'strings',
  'ownership',
  'layout-abi',
  'concurrency',
  'api-idiom',
  'build-deps',
  'parity',
] as const;
export type Category = (typeof CATEGORIES)[number];

export const ATTENTIONS = ['look-first', 'check', 'note'] as const;
/** In what order a reviewer should look. Never "error": the tool asks, it does not judge. */
export type Attention = (typeof ATTENTIONS)[number];

export const OWES = ['safety-comment', 'safety-doc', 'doc', 'nothing'] as const;
/**
 * What explanation the code owes: a `SAFETY:` comment before it, a `# Safety` doc section on it, any doc comment, or
 * nothing (then `explainedBy` is null).
 */
export type Owes = (typeof OWES)[number];

export const PATTERN_LANGUAGES = ['rust', 'c', 'toml', 'meson', 'kconfig', 'make', 'wrap', 'text'] as const;
/**
 * What a pattern speaks about. Only Rust and C are parsed and have queries; the others are kinds of files (see
 * `fileKind.ts`) whose lines a computed pattern reads. `text` is every file that is none of the others.
 */
export type PatternLanguage = (typeof PATTERN_LANGUAGES)[number];

export interface DocLink {
  /** Profile the link is for, or `any`. */
  readonly profile: string;
  readonly title: string;
  /** Absolute https URL; or null when `path` is given. */
  readonly url: string | null;
  /** Path in the project's tree with an optional `#heading-anchor`; preferred when the tree has it. */
  readonly path: string | null;
}

export interface Example {
  readonly language: PatternLanguage;
  readonly polarity: 'flagged' | 'clean';
  /** `code`: the new side of a file that the patch adds. `diff`: hunk lines, each with its marker. */
  readonly form: 'code' | 'diff';
  /** Path of the file that the example stands for: `path=…` of the fence, else a usual name for the language. */
  readonly path: string;
  readonly code: string;
  /**
   * Expected captures of a flagged example: from caret comment lines (`// ^^^ anchor`) below the marked code, which
   * are removed from `code`. Rows (of `code`) and columns 0-based, end exclusive; a mark that runs over several rows
   * ends with its first one. In a diff, columns do not count the marker.
   */
  readonly expected: readonly {
    readonly row: number;
    readonly column: number;
    readonly endColumn: number;
    readonly capture: string;
  }[];
  /** 1-based line of the fence in the pattern file. */
  readonly line: number;
}

/** One kind of crossing or unsafe construct: rule, documentation, tests and lesson in one Markdown file. Plain data. */
export interface Pattern {
  readonly id: string;
  readonly title: string;
  readonly category: Category;
  /** Attention in ordinary device or API code; raised and lowered by facets. */
  readonly attention: Attention;
  readonly languages: readonly PatternLanguage[];
  /** The least image this pattern can be trusted on. */
  readonly needs: 'hunk' | 'file';
  /** Code finds (some of) its places: see `annotate/computed/detectors.ts`. */
  readonly computed: boolean;
  readonly owes: Owes;
  /** A place that the patch takes away, and has not elsewhere, is worth a note as well. */
  readonly onRemoval: boolean;
  /** Says that a person wrote it, so it is not looked for in generated files. */
  readonly byHand: boolean;
  /**
   * Words of which at least one must occur in a piece of code for the queries to match there. Lets the engine skip
   * parsing; every flagged example must contain one. Empty only for computed patterns: looked at everywhere.
   */
  readonly cues: readonly string[];
  readonly pairsWith: readonly string[];
  /** Names of lints that speak about the same thing, for readers who know them: `clippy::…`. */
  readonly lints: readonly string[];
  readonly docs: readonly DocLink[];
  /** What crosses: Markdown prose; the first two sentences are the hover text. */
  readonly what: string;
  readonly checks: readonly string[];
  readonly questions: readonly string[];
  readonly goodExplanation: string;
  /** Query text by language; captures: see `querySource.ts`. */
  readonly queries: Partial<Record<Language, string>>;
  /** 1-based line of the pattern file on which each query text begins. */
  readonly queryLines: Partial<Record<Language, number>>;
  /**
   * Fallback where no tree can be trusted (macro bodies, lines inside an ERROR node): a regular expression by language,
   * run over the lines with comments and literals blanked. Its named group `anchor` (else the match) is the place,
   * `symbol` the symbol.
   */
  readonly lexical: Partial<Record<Language, string>>;
  readonly examples: readonly Example[];
  /** It is a repository's own: whoever wrote it is not trusted. */
  readonly fromRepository: boolean;
  /** Path of the pattern file, for messages. */
  readonly source: string;
}
