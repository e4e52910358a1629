import { plural } from '../text/plural.ts';
import { words as panelWords } from '../text/words.ts';

/** Every word that the catalogue page shows or says, in one place. */
export const words = {
  page: 'Pattern catalogue',
  search: 'Search the patterns',
  searchHint: 'Search: title, prose, checks, lints',
  categories: 'Categories',
  all: 'all',
  count: (shown: number, all: number) =>
    shown === all ? plural(all, 'pattern', 'patterns') : `${shown} of ${plural(all, 'pattern', 'patterns')}`,
  nothing: 'No pattern holds all of these words.',
  loading: 'Reading the catalogue…',
  lookUp: 'Look up a C or Rust name…',
  examples: 'Examples',
  flagged: 'Asks a question here',
  clean: 'Asks nothing here',
  checks: 'What to check',
  questions: 'What a reviewer may ask',
  good: 'What a good explanation says',
  links: 'Read more',
  pairs: 'Goes with',
  lints: 'Lints about the same',
  places: 'Examples in this tree',
  placesWhy: 'Places in the open folder that use this pattern, best explained first.',
  noFolder: 'Open a folder to look for places that use this pattern.',
  find: 'Find examples',
  findAgain: 'Search again',
  cancel: 'Stop',
  searching: (done: number, total: number) =>
    total === 0 ? 'Listing files…' : `${done} of ${plural(total, 'file', 'files')}`,
  found: (count: number) => (count === 0 ? 'Nothing was found.' : plural(count, 'place', 'places')),
  attention: { 'look-first': 'look first', check: 'check', note: 'note' },
  category: panelWords.category,
  language: (name: string) => ({ c: 'C', rust: 'Rust' })[name] ?? name,
} as const;
