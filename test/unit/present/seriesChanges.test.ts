import { expect, it } from 'vitest';
import type { Analysis } from '../../../src/core/analysis.ts';
import { seriesChanges } from '../../../src/present/seriesChanges.ts';

type File = readonly [oldPath: string | null, newPath: string | null, image?: 'whole' | 'hunks'];

function places(patches: readonly (readonly File[])[]): readonly (readonly number[])[] {
  const analysis = {
    series: {
      patches: patches.map((files) => ({ files: files.map(([oldPath, newPath]) => ({ oldPath, newPath })) })),
    },
    patches: patches.map((files) => ({ files: files.map(([, , image = 'whole']) => ({ image })) })),
  } as unknown as Analysis;
  return seriesChanges(analysis).map(({ first, last }) => [first.patch, first.file, last.patch, last.file]);
}

it('a file that several patches change comes once, from the first to the last', () => {
  expect(
    places([
      [[null, 'a.rs']],
      [
        ['b.c', 'b.c'],
        ['a.rs', 'a.rs'],
      ],
      [['a.rs', 'a.rs']],
    ]),
  ).toEqual([
    [0, 0, 2, 0],
    [1, 0, 1, 0],
  ]);
});

it('renames are followed, and a new file of an old name is another one', () => {
  expect(places([[['a.rs', 'b.rs']], [['b.rs', 'c.rs']], [[null, 'b.rs']], [['c.rs', null]]])).toEqual([
    [0, 0, 3, 0],
    [2, 0, 2, 0],
  ]);
});

it('what only hunks show is not joined', () => {
  expect(places([[['a.rs', 'a.rs', 'hunks']], [['a.rs', 'a.rs', 'hunks']]])).toEqual([
    [0, 0, 0, 0],
    [1, 0, 1, 0],
  ]);
});
