import { expect, test } from 'vitest';
import { createEngine } from '../../../src/core/syntax/engine.ts';
import { testAssets } from '../assets.ts';

test('reads Rust and C', async () => {
  const engine = await createEngine(testAssets());
  const rust = engine.parse('rust', 'unsafe extern "C" {\n    fn fan_start(fan: *mut Fan);\n}\n');
  const c = engine.parse('c', 'void fan_start(struct fan *fan);\n');
  expect(rust.rootNode.firstChild?.type).toBe('foreign_mod_item');
  expect(c.rootNode.firstChild?.type).toBe('declaration');
  expect(rust.rootNode.hasError || c.rootNode.hasError).toBe(false);
  rust.delete();
  c.delete();
});

test('compiles a query and says where a bad one is wrong', async () => {
  const engine = await createEngine(testAssets());
  expect(engine.query('rust', '(unsafe_block) @anchor').captureNames).toEqual(['anchor']);
  expect(() => engine.query('c', '(unsafe_block) @anchor')).toThrow(/unsafe_block/);
});

test('two engines share the runtime', async () => {
  const [first, second] = [await createEngine(testAssets()), await createEngine(testAssets())];
  const trees = [first.parse('c', 'int a;'), second.parse('c', 'int b;'), first.parse('rust', 'fn f() {}')];
  expect(trees.map((tree) => tree.rootNode.hasError)).toEqual([false, false, false]);
  for (const tree of trees) tree.delete();
});

test('a text that exhausts the parser does not spoil the next one', async () => {
  const engine = await createEngine(testAssets());
  const deep = engine.parse('c', '.a={'.repeat(9000));
  expect(deep.rootNode.hasError).toBe(true);
  expect(deep.rootNode.endIndex).toBeLessThan(100);
  const next = engine.parse('c', 'int after;');
  expect(next.rootNode.firstChild?.type).toBe('declaration');
  expect(next.rootNode.hasError).toBe(false);
  deep.delete();
  next.delete();
});
