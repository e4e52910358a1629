import { expect, it } from 'vitest';
import { loadCatalog } from '../../src/core/catalog/loadCatalog.ts';
import type { SourceTree } from '../../src/core/ports.ts';
import { createEngine } from '../../src/core/syntax/engine.ts';
import { findTreeExamples, type TreeSearch } from '../../src/core/treeExamples.ts';
import { testAssets } from './assets.ts';

const bare = 'fn a(p: *const u8) -> u8 {\n    unsafe { *p }\n}\n';
const told = bare.replace('    unsafe', '    // SAFETY: every caller passes a valid pointer.\n    unsafe');

const files: Readonly<Record<string, string>> = {
  'src/a.rs': bare,
  'src/b.rs': told,
  'src/none.rs': 'fn c() {}\n',
  'src/unsafe.txt': told,
};

const tree: SourceTree = {
  files: () => Promise.resolve(Object.keys(files).map((path) => ({ path, version: '' }))),
  read: (path) => Promise.resolve(new TextEncoder().encode(files[path])),
};

async function search(options: Partial<TreeSearch> = {}) {
  const [engine, catalog] = await Promise.all([createEngine(testAssets()), loadCatalog(testAssets())]);
  const pattern = catalog.patterns.find(({ id }) => id === 'unsafe-block');
  if (!pattern) throw new Error('the catalogue has no unsafe-block');
  return findTreeExamples({ engine, catalog, pattern, tree, ...options });
}

it('finds the places of a pattern, the explained before the others', async () => {
  const { value, problems } = await search();
  expect(value.map(({ path, line, explainedBy }) => [path, line, explainedBy])).toEqual([
    ['src/b.rs', 3, 'safety-comment'],
    ['src/a.rs', 2, 'none'],
  ]);
  expect(value[0]?.text).toBe('unsafe { *p }');
  expect(value[0]?.explanation).toContain('every caller passes a valid pointer');
  expect(problems).toEqual([]);
});

it('says how far it came, and that it was stopped', async () => {
  const progress: (readonly [number, number])[] = [];
  const cancellation = { cancelled: false };
  const { value, problems } = await search({
    cancellation,
    onProgress: (...far) => {
      progress.push(far);
      cancellation.cancelled = true;
    },
  });
  expect(progress).toEqual([[1, 3]]);
  expect(value.map(({ path }) => path)).toEqual(['src/a.rs']);
  expect(problems.map(({ code }) => code)).toEqual(['cancelled']);
});
