import { expect, it } from 'vitest';
import { analyze } from '../../../src/core/analyze.ts';
import { analyzed, annotations, catalog, engine } from './analyzed.ts';

const path = 'rust/qom/src/fan.rs';
const OPEN = 'fn open() {\n    unsafe { dev_open() }\n}\n';

it('gives one list of annotations per file of each patch, parallel to the series', async () => {
  const analysis = await analyzed([
    {
      changes: [
        { path, before: '', after: OPEN },
        { path: 'README', before: 'a\n', after: 'b\n' },
      ],
    },
    { changes: [{ path: 'gone.rs', before: OPEN, after: null }] },
  ]);
  expect(
    analysis.patches.map(({ files }) => files.map(({ image, annotations: found }) => [image, found.length])),
  ).toEqual([
    [
      ['whole', 1],
      ['whole', 0],
    ],
    [['whole', 0]],
  ]);
});

it('finds the same from hunks, and says how sure it is', async () => {
  const [whole] = await annotations('', OPEN);
  const [hunk] = await annotations('', OPEN, { image: 'hunks' });
  expect(whole?.facets.confidence).toBe('whole');
  expect({ ...hunk, facets: null }).toEqual({ ...whole, facets: null });
});

it('ends at a file when it is cancelled, and says so', async () => {
  let asked = 0;
  const cancellation = {
    get cancelled() {
      return ++asked > 2;
    },
  };
  const analysis = await analyzed(
    [{ changes: [1, 2, 3, 4].map((n) => ({ path: `src/${n}.rs`, before: '', after: OPEN })) }],
    'whole',
    { cancellation },
  );
  expect(analysis.patches[0]?.files).toHaveLength(4);
  expect(analysis.patches[0]?.files.map(({ annotations: found }) => found.length)).toEqual([1, 1, 0, 0]);
  expect(analysis.problems.map(({ code }) => code)).toEqual(['cancelled']);
});

it('counts patches as they are done', async () => {
  const done: number[] = [];
  const changes = [{ path, before: '', after: OPEN }];
  await analyzed([{ changes }, { changes }], 'whole', { onProgress: (count) => done.push(count) });
  expect(done).toEqual([1, 2]);
});

it('hands problems of reading through, and leaves out what a pattern got wrong', async () => {
  const problem = { code: 'hunk-count', message: 'A count is wrong.', at: 'a.patch:1' } as const;
  const [first, ...rest] = catalog.patterns.filter(({ id }) => id === 'unsafe-block');
  if (!first) throw new Error('no unsafe-block');
  const bad = {
    ...first,
    id: 'bad',
    queries: { rust: '(unsafe_block !label) @anchor\n(unsafe_block) @anchor' },
  };
  const { series } = await analyzed([{ changes: [{ path, before: '', after: OPEN }] }]);
  const analysis = await analyze(
    engine,
    { ...catalog, patterns: [first, bad, ...rest] },
    { value: series, problems: [problem] },
  );
  expect(analysis.problems.map(({ code }) => code)).toEqual(['hunk-count', 'bad-pattern']);
  expect(analysis.problems[1]?.message).toContain('"bad"');
  expect(analysis.patches[0]?.files[0]?.annotations.map(({ pattern }) => pattern)).toEqual([
    'bad',
    'unsafe-block',
  ]);
});

it('uses the profile asked for, else the one that paths and lists tell', async () => {
  const changes = [{ path: 'rust/hw/char/pl011/src/device.rs', before: '', after: OPEN }];
  expect((await analyzed([{ changes }])).profile).toBe('qemu');
  expect((await analyzed([{ changes }], 'whole', { profile: 'linux' })).profile).toBe('linux');
  expect((await analyzed([{ changes: [{ path: 'lib.rs', before: '', after: OPEN }] }])).profile).toBe(
    'generic',
  );
});

it('says where changed code could not be parsed and might hold something', async () => {
  const text = 'fn open() {\n    )))) unsafe_thing(Error ] = { ((\n}\n';
  const analysis = await analyzed([{ changes: [{ path, before: '', after: text }] }]);
  expect(analysis.problems).toMatchObject([{ code: 'parse-error', at: 'patch 1, rust/qom/src/fan.rs:1' }]);
});
