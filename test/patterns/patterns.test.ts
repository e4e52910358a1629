// The queries of every pattern fit the grammar, and every example of every pattern is matched: all its marks and nothing
// else, from a whole file and from a hunk.
import { describe, expect, it } from 'vitest';
import { DETECTORS } from '../../src/core/annotate/computed/detectors.ts';
import { checkQueries } from '../../src/core/catalog/checkQueries.ts';
import type { Example } from '../../src/core/catalog/pattern.ts';
import { createEngine } from '../../src/core/syntax/engine.ts';
import { readShippedCatalog } from '../tools/catalog.ts';
import { testAssets } from '../unit/assets.ts';
import { exampleMatches, type ExamplePlace } from './exampleMatches.ts';

const { patterns, profiles } = await readShippedCatalog(new URL('../../', import.meta.url));
const engine = await createEngine(testAssets());

function marks({ expected, code }: Example, capture: string): readonly string[] {
  const rows = code.split('\n');
  return expected
    .filter((mark) => mark.capture === capture)
    .map(({ row, column, endColumn }) => shown(rows, { row, column, endColumn }))
    .sort();
}

function anchors(places: readonly ExamplePlace[], { code }: Example): readonly string[] {
  return places.map((place) => shown(code.split('\n'), place)).sort();
}

function shown(rows: readonly string[], place: Omit<ExamplePlace, 'symbol'>): string {
  const { row, column, endColumn } = place;
  return `${String(row + 1).padStart(3)}:${column}-${endColumn} in ${rows[row] ?? ''}`;
}

function symbolsMarked({ expected, code, form }: Example): readonly string[] {
  const shift = form === 'diff' ? 1 : 0;
  return expected
    .filter(({ capture }) => capture === 'symbol')
    .map(
      ({ row, column, endColumn }) => code.split('\n')[row]?.slice(column + shift, endColumn + shift) ?? '',
    );
}

it('has a detector for exactly the computed patterns', () => {
  const computed = patterns.filter((pattern) => pattern.computed).map(({ id }) => id);
  expect(Object.keys(DETECTORS).sort()).toEqual([...computed].sort());
});

describe.each(patterns)('$id', (pattern) => {
  it('has queries that fit the grammar', () => {
    expect(checkQueries(engine, [pattern])).toEqual([]);
  });

  describe.each(pattern.examples)('line $line, $language $polarity', (example) => {
    const images = pattern.needs === 'file' ? (['whole'] as const) : (['whole', 'hunks'] as const);
    it.each(images)('from %s', (image) => {
      const places = exampleMatches(engine, profiles, pattern, example, image);
      expect(anchors(places, example), `${pattern.source}:${example.line}`).toEqual(marks(example, 'anchor'));
      const symbols = places.map(({ symbol }) => symbol);
      for (const symbol of symbolsMarked(example)) expect(symbols).toContain(symbol);
    });
  });
});
