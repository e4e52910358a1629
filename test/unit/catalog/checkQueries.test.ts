import { expect, it } from 'vitest';
import { checkQueries } from '../../../src/core/catalog/checkQueries.ts';
import { catalog, engine } from '../annotate/analyzed.ts';

it('tells what no node can match, with file and line', () => {
  const [pattern] = catalog.patterns;
  if (!pattern) throw new Error('the catalogue is empty');
  const queries = {
    rust: '(unsafe_block) @anchor\n(no_such_node) @anchor',
    c: '(call_expression wrong: (_)) @anchor',
  };
  const bad = { ...pattern, source: 'mine.md', queries, queryLines: { rust: 20, c: 30 } };
  expect(checkQueries(engine, [bad])).toMatchObject([
    { code: 'bad-pattern', at: 'mine.md:21', message: expect.stringContaining('no_such_node') as string },
    { code: 'bad-pattern', at: 'mine.md:30', message: expect.stringContaining('wrong') as string },
  ]);
});
