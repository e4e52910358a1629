import { describe, expect, it } from 'vitest';
import { drawByPattern } from '../../tools/sample/draw.ts';

const item = (pattern: string, source: string, id: number) => ({ pattern, source, id });
const many = (pattern: string, source: string, count: number) =>
  Array.from({ length: count }, (_, id) => item(pattern, source, id));

describe('drawByPattern', () => {
  const items = [
    ...many('unsafe-block', 'qemu', 50),
    ...many('unsafe-block', 'glib', 2),
    ...many('kref', 'qemu', 3),
  ];

  it('draws as many of a rare pattern as of a common one', () => {
    const drawn = drawByPattern(items, 6, 1);
    expect(drawn.filter(({ pattern }) => pattern === 'kref')).toHaveLength(3);
  });

  it('draws from small sources as from large ones', () => {
    const blocks = drawByPattern(items, 7, 1).filter(({ pattern }) => pattern === 'unsafe-block');
    expect(blocks.filter(({ source }) => source === 'glib')).toHaveLength(2);
  });

  it('draws the same for the same seed, and other things for another', () => {
    expect(drawByPattern(items, 10, 4)).toEqual(drawByPattern(items, 10, 4));
    expect(drawByPattern(items, 10, 4)).not.toEqual(drawByPattern(items, 10, 5));
  });

  it('draws nothing twice, and no more than there is', () => {
    expect(new Set(drawByPattern(items, 1000, 1)).size).toBe(items.length);
  });
});
