import { expect, it } from 'vitest';
import { createCueIndex } from '../../../src/core/annotate/match/cueIndex.ts';
import type { Pattern } from '../../../src/core/catalog/pattern.ts';
import { catalog } from './analyzed.ts';

function withCues(id: string, cues: readonly string[]): Pattern {
  const [pattern] = catalog.patterns;
  if (!pattern) throw new Error('the catalogue is empty');
  return { ...pattern, id, cues };
}

const index = createCueIndex([
  withCues('short', ['from']),
  withCues('long', ['from_raw_parts']),
  withCues('inner', ['raw_parts']),
  withCues('across', ['parts_mut']),
  withCues('signs', ['(*', 'a.b']),
]);

function found(text: string): readonly string[] {
  return [...index(text)].map(({ id }) => id).sort();
}

it('sees every cue, also inside of and across others', () => {
  expect(found('x = from_raw_parts_mut(p)')).toEqual(['across', 'inner', 'long', 'short']);
  expect(found('from the\nraw_parts')).toEqual(['inner', 'short']);
});

it('takes signs as they are', () => {
  expect(found('int (*f)(void);')).toEqual(['signs']);
  expect(found('axb')).toEqual([]);
});

it('sees nothing where there is nothing, and patterns without cues everywhere', () => {
  expect(found('')).toEqual([]);
  expect(createCueIndex([])('text').size).toBe(0);
  expect([...createCueIndex([withCues('any', [])])('text')].map(({ id }) => id)).toEqual(['any']);
});
