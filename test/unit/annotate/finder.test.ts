import { expect, it } from 'vitest';
import { findInFragment } from '../../../src/core/annotate/match/finder.ts';
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

function parse(): Fragment {
  const part = { firstLine: 1, lines, section: '' };
  const [fragment] = parseImage(engine, 'rust', { side: 'new', kind: 'whole', parts: [part] });
  if (!fragment) throw new Error('nothing was parsed');
  return fragment;
}

it('finds in all of a fragment, or what touches some lines, each once', () => {
  const fragment = parse();
  const found = (query: string, ranges?: readonly { first: number; last: number }[]) =>
    findInFragment(query, fragment, ranges).map((match) => match.get('name').text);
  expect(found(CALLS)).toEqual(['dev_open', 'dev_close']);
  expect(found(CALLS, [{ first: 1, last: 4 }])).toEqual(['dev_open']);
  expect(
    found(NAMES, [
      { first: 3, last: 3 },
      { first: 4, last: 4 },
    ]),
  ).toEqual(['open']);
  expect([...found(NAMES)].sort()).toEqual(['Fan', 'close', 'open']);
  fragment.delete();
});

it('says which capture is missing', () => {
  const fragment = parse();
  const [found] = findInFragment(CALLS, fragment, undefined);
  expect(found?.has('name')).toBe(true);
  expect(found?.has('other')).toBe(false);
  expect(() => found?.get('other')).toThrow('@other');
  fragment.delete();
});
