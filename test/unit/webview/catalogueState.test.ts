import { describe, expect, it } from 'vitest';
import type { CataloguePattern } from '../../../src/protocol/catalogue.ts';
import { decodeCatalogueState, decodeFromCatalogue } from '../../../src/protocol/catalogue.ts';
import {
  firstCatalogueState,
  listed,
  received,
  showing,
} from '../../../src/webview/catalogue/catalogueState.ts';

function pattern(id: string, category: string, what: string): CataloguePattern {
  return {
    ...{ id, title: id, category, attention: 'check', languages: ['rust'], what: [what] },
    ...{ checks: [], questions: [], goodExplanation: [], links: [], pairs: [], lints: [] },
  };
}

const begun = received(firstCatalogueState(null), {
  type: 'catalogue',
  patterns: [pattern('late', 'parity', 'Field by field'), pattern('early', 'unsafe', 'A raw pointer')],
  categories: ['unsafe', 'parity'],
  canSearch: true,
});

describe('the list of patterns', () => {
  it('goes by category, and begins with its first pattern', () => {
    expect(listed(begun).map(({ id }) => id)).toEqual(['early', 'late']);
    expect(begun.shown).toBe('early');
  });

  it('holds what has all words, wherever they stand', () => {
    expect(listed({ ...begun, text: 'POINTER raw' }).map(({ id }) => id)).toEqual(['early']);
    expect(listed({ ...begun, text: 'pointer field' })).toEqual([]);
  });

  it('takes off a filter that hides what is to be shown, and keeps one that does not', () => {
    expect(showing({ ...begun, category: 'unsafe' }, 'late')).toMatchObject({
      shown: 'late',
      category: null,
    });
    expect(showing({ ...begun, category: 'parity' }, 'late')).toMatchObject({ category: 'parity' });
    expect(showing(begun, 'unknown')).toBe(begun);
  });
});

it('what is no message of the page, or no state of it, is not read', () => {
  expect(decodeFromCatalogue({ type: 'findPlaces', pattern: 'early' })).toEqual({
    type: 'findPlaces',
    pattern: 'early',
  });
  expect(decodeFromCatalogue({ type: 'lookUpName', name: 'x' })).toEqual({ type: 'lookUpName' });
  for (const value of [null, [], { type: 'findPlaces' }, { type: 'openLink', target: 1 }, { type: 'other' }])
    expect(decodeFromCatalogue(value)).toBeUndefined();
  expect(decodeCatalogueState({ format: 2, pattern: null, text: '', category: null })).toBeUndefined();
});
