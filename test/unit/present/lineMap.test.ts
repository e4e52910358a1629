import { describe, expect, it } from 'vitest';
import { createImages } from '../../../src/core/image/createImages.ts';
import { lineMap, type LineMap } from '../../../src/present/lineMap.ts';
import { textChange } from '../../../src/present/textChange.ts';

const BEFORE = Array.from({ length: 20 }, (_, at) => `line ${at + 1}`);
/** Two lines in the middle are changed, and three added after them. */
const AFTER = [...BEFORE.slice(0, 9), 'new 10', 'new 11', 'more a', 'more b', 'more c', ...BEFORE.slice(11)];

async function mapInto(text: readonly string[], whole = true): Promise<LineMap | undefined> {
  const change = textChange('a.rs', BEFORE, AFTER, '1'.padStart(40, '0'));
  if (!change) throw new Error('nothing is changed');
  const bytes = new TextEncoder().encode(BEFORE.join('\n'));
  const blobs = { blob: () => Promise.resolve(bytes), file: () => Promise.resolve(undefined) };
  const { value } = await createImages(whole ? { blobs } : {}).of(change, '');
  return lineMap(change, value.new, text.join('\n'));
}

describe.each([
  ['a whole image', true],
  ['what the hunks show', false],
])('the lines of %s in an edited text', (_, whole) => {
  it('are where they were in the text itself', async () => {
    const map = await mapInto(AFTER, whole);
    expect([10, 14].map((line) => map?.toShown(line))).toEqual([10, 14]);
    expect(map?.toImage({ line: 10, endLine: 12 })).toEqual({ line: 10, endLine: 12 });
  });

  it('move with lines that are put in above', async () => {
    const map = await mapInto(['// one', '// two', ...AFTER], whole);
    expect(map?.toShown(10)).toBe(12);
    expect(map?.toImage({ line: 12, endLine: 12 })).toEqual({ line: 10, endLine: 10 });
    expect(map?.toImage({ line: 1, endLine: 2 })).toBeUndefined();
  });

  it('stay in their place when they are changed, and do not leave their neighbours when they are taken out', async () => {
    const changed = await mapInto(
      AFTER.map((line) => (line === 'new 11' ? 'something else' : line)),
      whole,
    );
    expect(changed?.toShown(11)).toBe(11);
    expect(changed?.toImage({ line: 11, endLine: 11 })).toBeUndefined();
    const removed = await mapInto(
      AFTER.filter((line) => line !== 'new 11' && line !== 'more a'),
      whole,
    );
    expect([10, 11, 12, 13].map((line) => removed?.toShown(line))).toEqual([10, 11, 11, 11]);
  });

  it('are not looked for in a text that has too little of the patch', async () => {
    expect(await mapInto(BEFORE, whole)).toBeUndefined();
    expect(await mapInto(['fn other() {}'], whole)).toBeUndefined();
  });
});
