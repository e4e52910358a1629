import type {
  CatalogueExample,
  CataloguePattern,
  CataloguePlace,
  CatalogueViewState,
  ToCatalogue,
} from '../../protocol/catalogue.ts';

/** A search for places that use a pattern: under way, or what it found. */
export type PlaceSearch =
  | { readonly kind: 'searching'; readonly done: number; readonly total: number }
  | { readonly kind: 'found'; readonly places: readonly CataloguePlace[]; readonly notes: readonly string[] };

/** All that the page draws. */
export interface CatalogueState {
  readonly patterns: readonly CataloguePattern[];
  readonly categories: readonly string[];
  readonly canSearch: boolean;
  /** Id of the pattern that is shown. */
  readonly shown: string | null;
  readonly text: string;
  /** Only this category, or all. */
  readonly category: string | null;
  readonly examples: ReadonlyMap<string, readonly CatalogueExample[]>;
  readonly searches: ReadonlyMap<string, PlaceSearch>;
}

export function firstCatalogueState(stored: CatalogueViewState | null): CatalogueState {
  return {
    patterns: [],
    categories: [],
    canSearch: false,
    shown: stored?.pattern ?? null,
    text: stored?.text ?? '',
    category: stored?.category ?? null,
    examples: new Map(),
    searches: new Map(),
  };
}

/** The state after a message of the host. */
export function received(state: CatalogueState, message: ToCatalogue): CatalogueState {
  switch (message.type) {
    case 'catalogue': {
      const { patterns, categories, canSearch } = message;
      const known = patterns.some(({ id }) => id === state.shown);
      const next = { ...state, patterns, categories, canSearch };
      return { ...next, shown: known ? state.shown : (inOrder(next)[0]?.id ?? null) };
    }
    case 'show':
      return showing(state, message.pattern);
    case 'examples':
      return { ...state, examples: new Map(state.examples).set(message.pattern, message.examples) };
    case 'searching': {
      const { pattern, done, total } = message;
      // One search at a time: what an earlier one did not find in time is not awaited any more.
      const ended = [...state.searches].filter(([, { kind }]) => kind === 'found');
      return { ...state, searches: new Map(ended).set(pattern, { kind: 'searching', done, total }) };
    }
    case 'places': {
      const { pattern, places, notes } = message;
      return { ...state, searches: new Map(state.searches).set(pattern, { kind: 'found', places, notes }) };
    }
  }
}

/** Shows a pattern; a filter that hides it in the list is taken off. */
export function showing(state: CatalogueState, pattern: string): CatalogueState {
  if (!state.patterns.some(({ id }) => id === pattern)) return state;
  const shown = { ...state, shown: pattern };
  return listed(shown).some(({ id }) => id === pattern) ? shown : { ...shown, text: '', category: null };
}

/** The patterns that the filter lets through, by category. */
export function listed(state: CatalogueState): readonly CataloguePattern[] {
  const words = state.text.toLowerCase().split(/\s+/).filter(Boolean);
  return inOrder(state).filter(
    (pattern) =>
      (state.category === null || pattern.category === state.category) &&
      words.every((word) => searchText(pattern).includes(word)),
  );
}

/** The pattern that is shown. */
export function shownPattern({ patterns, shown }: CatalogueState): CataloguePattern | undefined {
  return patterns.find(({ id }) => id === shown);
}

function inOrder({ patterns, categories }: Pick<CatalogueState, 'patterns' | 'categories'>) {
  return categories.flatMap((category) => patterns.filter((pattern) => pattern.category === category));
}

function searchText({ id, title, category, what, checks, questions, lints }: CataloguePattern): string {
  return [id, title, category, ...what, ...checks, ...questions, ...lints].join('\n').toLowerCase();
}
