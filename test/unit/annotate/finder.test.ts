import { expect, it } from 'vitest';
import { createFinder, type Finder } from '../../../src/core/annotate/match/finder.ts';
import type { Fragment } from '../../../src/core/syntax/fragment.ts';
import { parseImage } from '../../../src/core/syntax/parseImage.ts';
import { engine } from './analyzed.ts';

const CALLS = '((call_expression function: (identifier) @name) (#match? @name "^dev_"))';
const NAMES = '(function_item name: (identifier) @name)\n(struct_item name: (type_identifier) @name)';
const lines = [
  'struct Fan;',
  'fn open() {',
  '    dev_open();',
  '    other();',
  '}',
  'fn close() {',
  '    dev_close();',
  '}',
];
const RANGES = [
  { first: 1, last: 3 },
  { first: 5, last: 8 },
];

function parse(): Fragment {
  const part = { firstLine: 1, lines, section: '' };
  const [fragment] = parseImage(engine, 'rust', { side: 'new', kind: 'whole', parts: [part] });
  if (!fragment) throw new Error('nothing was parsed');
  return fragment;
}

function answers(finder: Finder): readonly (readonly string[])[] {
  const fragment = parse();
  const found = [
    finder.find(CALLS, fragment, RANGES),
    finder.find(NAMES, fragment, RANGES),
    finder.find(CALLS, fragment),
  ].map((matches) => matches.map((match) => match.get('name').text));
  fragment.delete();
  return found;
}

it('finds the same by one query of all as by each alone', () => {
  const finder = createFinder(engine, 'rust');
  const first = answers(finder);
  expect(first).toEqual([
    ['dev_open', 'dev_close'],
    ['Fan', 'open', 'close'],
    ['dev_open', 'dev_close'],
  ]);
  for (let run = 0; run < 400; run++) expect(answers(finder)).toEqual(first);
});

it('says which capture is missing', () => {
  const fragment = parse();
  const [found] = createFinder(engine, 'rust').find(CALLS, fragment);
  expect(found?.has('name')).toBe(true);
  expect(found?.has('other')).toBe(false);
  expect(() => found?.get('other')).toThrow('@other');
  fragment.delete();
});
