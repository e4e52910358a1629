import type { LineTokens } from '../base/tokens.ts';

/** What the catalogue page shows of a pattern, as plain data. */
export interface CataloguePattern {
  readonly id: string;
  readonly title: string;
  readonly category: string;
  readonly attention: 'look-first' | 'check' | 'note';
  readonly languages: readonly string[];
  /** Paragraphs of prose; code between backticks. */
  readonly what: readonly string[];
  readonly checks: readonly string[];
  readonly questions: readonly string[];
  readonly goodExplanation: readonly string[];
  readonly links: readonly CatalogueLink[];
  /** Patterns that go with it, by id. */
  readonly pairs: readonly string[];
  readonly lints: readonly string[];
}

export interface CatalogueLink {
  readonly title: string;
  /** Project that the link is for; null when it is for everyone. */
  readonly project: string | null;
  readonly target: string;
}

/** A piece of code that a pattern asks about, or that it has nothing to ask about. */
export interface CatalogueExample {
  readonly language: string;
  readonly polarity: 'flagged' | 'clean';
  /** As a hunk shows them, with markers, for an example that is a change. */
  readonly lines: readonly string[];
  readonly tokens: readonly LineTokens[];
}

/** A place in the open workspace that uses a pattern. Line 1-based. */
export interface CataloguePlace {
  readonly path: string;
  readonly line: number;
  readonly text: string;
  /** How it is explained there, in words; null when it is not, or nothing is owed. */
  readonly explained: string | null;
  /** What the explanation says, shortened. */
  readonly explanation: string | null;
  readonly target: string;
}

export type ToCatalogue =
  | {
      readonly type: 'catalogue';
      readonly patterns: readonly CataloguePattern[];
      /** In their order on the page. */
      readonly categories: readonly string[];
      /** A folder is open in which places can be looked for. */
      readonly canSearch: boolean;
    }
  | { readonly type: 'show'; readonly pattern: string }
  | { readonly type: 'examples'; readonly pattern: string; readonly examples: readonly CatalogueExample[] }
  | { readonly type: 'searching'; readonly pattern: string; readonly done: number; readonly total: number }
  | {
      readonly type: 'places';
      readonly pattern: string;
      readonly places: readonly CataloguePlace[];
      /** What was not looked at, and how many more there are. */
      readonly notes: readonly string[];
    };

export type FromCatalogue =
  | { readonly type: 'ready' }
  | { readonly type: 'needExamples'; readonly pattern: string }
  | { readonly type: 'findPlaces'; readonly pattern: string }
  | { readonly type: 'cancelSearch' }
  | { readonly type: 'lookUpName' }
  | { readonly type: 'openLink'; readonly target: string }
  | { readonly type: 'problem'; readonly message: string };

/** What the page remembers over a reload. */
export interface CatalogueViewState {
  readonly format: 1;
  readonly pattern: string | null;
  readonly text: string;
  readonly category: string | null;
}

type Fields = Readonly<Record<string, unknown>>;

/** Reads a message of the page. Undefined for anything that is not exactly one: the host drops it. */
export function decodeFromCatalogue(value: unknown): FromCatalogue | undefined {
  if (!isFields(value)) return undefined;
  const { type, pattern, target, message } = value;
  switch (type) {
    case 'ready':
    case 'cancelSearch':
    case 'lookUpName':
      return { type };
    case 'needExamples':
    case 'findPlaces':
      return typeof pattern === 'string' ? { type, pattern } : undefined;
    case 'openLink':
      return typeof target === 'string' ? { type, target } : undefined;
    case 'problem':
      return typeof message === 'string' ? { type, message } : undefined;
    default:
      return undefined;
  }
}

/** Reads a stored view state; undefined when it is not one of this format. */
export function decodeCatalogueState(value: unknown): CatalogueViewState | undefined {
  if (!isFields(value) || value['format'] !== 1) return undefined;
  const { pattern, text, category } = value;
  if (!isTextOrNull(pattern) || !isTextOrNull(category) || typeof text !== 'string') return undefined;
  return { format: 1, pattern, text, category };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}
