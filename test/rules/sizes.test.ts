import { describe, expect, it } from 'vitest';
import { projectFiles, read } from './sources.ts';

const wanted = 300;
const limit = 400;

const lengths = projectFiles
  .filter((path) => /\.(?:ts|mts|mjs|cjs|css)$/.test(path))
  .map((path) => ({ path, lines: read(path).split('\n').length - 1 }))
  .sort((a, b) => b.lines - a.lines);

const inSource = lengths.filter(({ path }) => path.startsWith('src/'));

describe('file sizes', () => {
  it(`none has more than ${limit} lines`, () => {
    const long = lengths.filter(({ lines }) => lines > wanted);
    if (long.length > 0) console.warn(['More than it should be:', ...long.map(told)].join('\n'));
    expect(lengths.filter(({ lines }) => lines > limit).map(told)).toEqual([]);
  });

  it('the median below src is at most 95 lines', () => {
    expect(inSource[Math.floor(inSource.length / 2)]?.lines).toBeLessThanOrEqual(95);
  });
});

function told({ path, lines }: { readonly path: string; readonly lines: number }): string {
  return `${path}: ${lines} lines`;
}
