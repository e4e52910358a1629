import { describe, expect, it } from 'vitest';
import { bundleText, messages } from './messages.ts';
import { read, readJson } from './sources.ts';

const all = [...messages()];

describe('texts that can be translated', () => {
  it('are those of l10n/bundle.l10n.json; `npm run messages` writes it', () => {
    expect(all.length).toBeGreaterThan(250);
    expect(read('l10n/bundle.l10n.json')).toBe(bundleText());
  });

  it('number their values from 0 without a gap', () => {
    const odd = all.filter(([text]) => {
      const numbers = new Set([...text.matchAll(/\{(\d+)\}/g)].map(([, number]) => Number(number)));
      return [...numbers].some((number) => number >= numbers.size);
    });
    expect(odd).toEqual([]);
  });

  it('of the manifest are in package.nls.json, each one used', () => {
    const names = Object.keys(readJson('package.nls.json') as object);
    const used = new Set([...read('package.json').matchAll(/"%([\w.]+)%"/g)].map(([, name]) => name));
    expect(names.filter((name) => !used.has(name))).toEqual([]);
    expect([...used].filter((name) => !names.includes(name ?? ''))).toEqual([]);
  });
});
