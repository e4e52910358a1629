// Every query of every pattern compiles alone, and every example of every pattern is matched: all its marks and nothing
// else, from a whole file and from a hunk.
import { describe, expect, it } from 'vitest';
import { DETECTORS } from '../../src/core/annotate/computed/detectors.ts';
import type { Example, Pattern } from '../../src/core/catalog/pattern.ts';
import { readQuery } from '../../src/core/catalog/querySource.ts';
import type { Language } from '../../src/core/patch/language.ts';
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

function queriesOf(pattern: Pattern): readonly { language: Language; line: number; text: string }[] {
  return (['rust', 'c'] as const).flatMap((language) => {
    const source = pattern.queries[language];
    if (source === undefined) return [];
    const firstLine = pattern.queryLines[language] ?? 1;
    return readQuery(source).forms.map(({ line, text }) => ({ language, line: firstLine + line, text }));
  });
}

it('has a detector for exactly the computed patterns', () => {
  const computed = patterns.filter((pattern) => pattern.computed).map(({ id }) => id);
  expect(Object.keys(DETECTORS).sort()).toEqual([...computed].sort());
});

describe.each(patterns)('$id', (pattern) => {
  it('has queries that fit the grammar, each one pattern', () => {
    for (const { language, line, text } of queriesOf(pattern)) {
      const at = `${pattern.source}:${line}`;
      try {
        const query = engine.query(language, text);
        expect(query.patternCount(), at).toBe(1);
        query.delete();
      } catch (error) {
        throw new Error(`${at}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      }
    }
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
