import { t } from '../../base/translate.ts';
import { plural } from '../text/plural.ts';
import { words as panelWords } from '../text/words.ts';

/** Every word that the catalogue page shows or says, in one place. */
export const words = {
  page: t('Pattern catalogue'),
  search: t('Search the patterns'),
  searchHint: t('Search: title, prose, checks, lints'),
  categories: t('Categories'),
  all: t('all'),
  count: (shown: number, all: number) =>
    shown === all
      ? plural(all, '{0} pattern', '{0} patterns')
      : t('{0} of {1}', shown, plural(all, '{0} pattern', '{0} patterns')),
  nothing: t('No pattern holds all of these words.'),
  loading: t('Reading the catalogue…'),
  lookUp: t('Look up a C or Rust name…'),
  examples: t('Examples'),
  flagged: t('Asks a question here'),
  clean: t('Asks nothing here'),
  checks: t('What to check'),
  questions: t('What a reviewer may ask'),
  good: t('What a good explanation says'),
  links: t('Read more'),
  pairs: t('Goes with'),
  lints: t('Lints about the same'),
  places: t('Examples in this tree'),
  placesWhy: t('Places in the open folder that use this pattern, best explained first.'),
  noFolder: t('Open a folder to look for places that use this pattern.'),
  find: t('Find examples'),
  findAgain: t('Search again'),
  cancel: t('Stop'),
  searching: (done: number, total: number) =>
    total === 0 ? t('Listing files…') : t('{0} of {1}', done, plural(total, '{0} file', '{0} files')),
  found: (count: number) =>
    count === 0 ? t('Nothing was found.') : plural(count, '{0} place', '{0} places'),
  attention: { 'look-first': t('look first'), check: t('check'), note: t('note') },
  category: panelWords.category,
  language: (name: string) => ({ c: 'C', rust: 'Rust' })[name] ?? name,
} as const;
