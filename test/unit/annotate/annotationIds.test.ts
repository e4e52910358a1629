import { expect, it } from 'vitest';
import { analyzed, annotations } from './analyzed.ts';

const path = 'rust/qom/src/fan.rs';
const BLOCKS = 'fn open() {\n    unsafe { dev_open() };\n    unsafe { dev_open() };\n}\n';

it('are the same when lines shift and other patches join the series', async () => {
  const alone = await annotations('', BLOCKS);
  const shifted = `// A comment.\n\nfn other() {\n    unsafe { dev_close() };\n}\n\n`;
  const analysis = await analyzed([
    { changes: [{ path: 'rust/qom/src/other.rs', before: '', after: BLOCKS }] },
    { changes: [{ path, before: shifted, after: shifted + BLOCKS }] },
  ]);
  const joined = analysis.patches[1]?.files[0]?.annotations ?? [];
  expect(alone).toHaveLength(2);
  expect(joined.map(({ id }) => id)).toEqual(alone.map(({ id }) => id));
});

it('differ within a series, also for equal lines and for places that two patches touch', async () => {
  const again = BLOCKS.replace('    unsafe', '    // SAFETY: there.\n    unsafe');
  const analysis = await analyzed([
    { changes: [{ path, before: '', after: BLOCKS }] },
    { changes: [{ path, before: BLOCKS, after: again }] },
  ]);
  const ids = analysis.patches.flatMap(({ files }) =>
    files.flatMap((file) => file.annotations.map(({ id }) => id)),
  );
  expect(ids).toHaveLength(3);
  expect(new Set(ids).size).toBe(3);
});
