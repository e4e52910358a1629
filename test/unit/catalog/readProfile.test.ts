import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readProfile } from '../../../src/core/catalog/readProfile.ts';

const text = readFileSync(new URL('../../../src/profiles/generic.json', import.meta.url), 'utf8');

it('reads a shipped profile as it is', () => {
  expect(readProfile(text, 'generic.json')).toEqual({ value: JSON.parse(text) as unknown, problems: [] });
});

it.each([
  ['{', /^p.json$/, /JSON/],
  ['[]', /^p.json$/, /Expected an object/],
  [text.replace('"title"', '"titel"'), /^p.json$/, /"titel" is unknown/],
  [text.replace('"layer": "docs"', '"layer": "dogs"'), /^p.json: layers\[\d+\]\.layer$/, /one of bindings/],
  [text.replace('"phase": "runtime"', '"phase": 3'), /^p.json: phases\[\d+\]\.phase$/, /one of init/],
  [text.replace(/"generated": \[/, '"generated": [1, '), /^p.json: generated\[0\]$/, /Expected text/],
])('refuses faults with their place (%#)', (source, at, message) => {
  const { value, problems } = readProfile(source, 'p.json');
  expect(value).toBeUndefined();
  expect(problems.map(({ code }) => code)).toContain('bad-profile');
  expect(problems.some((problem) => at.test(problem.at) && message.test(problem.message))).toBe(true);
});
