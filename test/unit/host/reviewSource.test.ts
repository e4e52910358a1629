import { expect, it } from 'vitest';
import { readReviewSource, sourceKey, type ReviewSource } from '../../../src/host/source/reviewSource.ts';

const sources: readonly ReviewSource[] = [
  { kind: 'files', uris: ['file:///a.mbox', 'vscode-vfs://host/b.patch'] },
  { kind: 'range', directory: '/src/tree', range: 'main..HEAD' },
  { kind: 'changes', directory: '/src/tree', changes: 'staged' },
];

it('comes back from what was stored', () => {
  for (const source of sources)
    expect(readReviewSource(JSON.parse(JSON.stringify({ ...source, more: 1 })))).toEqual(source);
});

it('names each source apart', () => {
  expect(new Set(sources.map(sourceKey)).size).toBe(sources.length);
});

it.each([
  null,
  'files',
  {},
  { kind: 'files', uris: [] },
  { kind: 'files', uris: [1] },
  { kind: 'range', directory: '/src/tree' },
  { kind: 'range', range: 'a..b' },
  { kind: 'changes', directory: '/src/tree', changes: 'everything' },
  { kind: 'run', directory: '/src/tree', range: 'a..b' },
])('is refused when it is %j', (value) => {
  expect(readReviewSource(value)).toBeUndefined();
});
