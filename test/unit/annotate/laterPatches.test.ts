import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../src/core/annotate/annotation.ts';
import { analyzed, one, type Change } from './analyzed.ts';

const path = 'rust/qom/src/fan.rs';
const EMPTY = 'fn other() {}\n';
const OPEN = `${EMPTY}fn open() {\n    unsafe { dev_open() }\n}\n`;
const EXPLAINED = OPEN.replace('    unsafe', '    // SAFETY: the device is there.\n    unsafe');

/** The unsafe block of the first of several patches, each the step from one text of the file to the next. */
async function first(texts: readonly string[], more: readonly Change[] = []): Promise<Annotation> {
  const patches = texts.slice(1).map((after, index) => ({
    changes: [{ path, before: texts[index] ?? '', after }, ...(index === texts.length - 2 ? more : [])],
  }));
  const analysis = await analyzed(patches);
  return one(analysis.patches[0]?.files[0]?.annotations ?? [], 'unsafe-block');
}

describe('a place left open', () => {
  it('is explained by a later patch', async () => {
    const { facets, attention } = await first([EMPTY, OPEN, EXPLAINED]);
    expect(facets).toMatchObject({ explainedBy: 'later-patch', explanation: 'SAFETY: the device is there.' });
    expect(attention).toBe('note');
  });

  it('is found although patches between shift and rewrite it', async () => {
    const shifted = `// A head line.\n// And another.\n${OPEN}`;
    const rewritten = shifted.replace('dev_open()', 'dev_open(0)');
    const explained = rewritten.replace('    unsafe', '    // SAFETY: the device is there.\n    unsafe');
    expect((await first([EMPTY, OPEN, shifted, rewritten, explained])).facets.explainedBy).toBe(
      'later-patch',
    );
  });

  it('is followed through a rename', async () => {
    const analysis = await analyzed([
      { changes: [{ path, before: EMPTY, after: OPEN }] },
      { changes: [{ path: 'rust/qom/src/new.rs', oldPath: path, before: OPEN, after: OPEN }] },
      { changes: [{ path: 'rust/qom/src/new.rs', before: OPEN, after: EXPLAINED }] },
    ]);
    const found = one(analysis.patches[0]?.files[0]?.annotations ?? [], 'unsafe-block');
    expect(found.facets.explainedBy).toBe('later-patch');
  });

  it('is addressed when a later patch takes it away', async () => {
    const { facets, attention } = await first([EMPTY, OPEN, EMPTY]);
    expect(facets).toMatchObject({ origin: 'addressed-later', explainedBy: 'none' });
    expect(attention).toBe('note');
  });

  it('stays open when it is rewritten without a word', async () => {
    const { facets } = await first([EMPTY, OPEN, OPEN.replace('dev_open()', 'dev_open(0)')]);
    expect(facets).toMatchObject({ origin: 'introduced', explainedBy: 'none' });
  });

  it('stays open when another place is explained', async () => {
    const two = `${OPEN}fn close() {\n    unsafe { dev_close() }\n}\n`;
    const explained = two.replace('    unsafe { dev_close', '    // SAFETY: open.\n    unsafe { dev_close');
    const analysis = await analyzed([
      { changes: [{ path, before: EMPTY, after: two }] },
      { changes: [{ path, before: two, after: explained }] },
    ]);
    const facets = analysis.patches[0]?.files[0]?.annotations.map((found) => found.facets.explainedBy);
    expect(facets).toEqual(['none', 'later-patch']);
  });
});
