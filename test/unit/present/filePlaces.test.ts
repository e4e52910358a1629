import { describe, expect, it } from 'vitest';
import { FilePlaces } from '../../../src/present/filePlaces.ts';
import { file, hunk } from '../review/sample.ts';

const twoHunks = new FilePlaces(
  file('a.rs', [
    hunk(10, [' ten', '-eleven', '+ELEVEN', '+between', ' twelve']),
    hunk(40, [' forty', '+more', ' forty-one']),
  ]),
);

describe('rows of lines', () => {
  it('finds each side by its own numbers', () => {
    expect(twoHunks.rowsOf('new', 11, 11)).toEqual({ hunk: 0, row: 2, endRow: 2 });
    expect(twoHunks.rowsOf('old', 11, 12)).toEqual({ hunk: 0, row: 1, endRow: 4 });
    expect(twoHunks.rowsOf('new', 41, 41)).toEqual({ hunk: 1, row: 1, endRow: 1 });
  });

  it('clamps a range that begins above its hunk and one that ends below', () => {
    expect(twoHunks.rowsOf('new', 3, 11)).toEqual({ hunk: 0, row: 0, endRow: 2 });
    expect(twoHunks.rowsOf('new', 12, 20)).toEqual({ hunk: 0, row: 3, endRow: 4 });
  });

  it('takes the nearest row for lines that no hunk shows', () => {
    expect(twoHunks.rowsOf('new', 1, 2)).toEqual({ hunk: 0, row: 0, endRow: 0 });
    expect(twoHunks.rowsOf('new', 20, 21)).toEqual({ hunk: 0, row: 4, endRow: 4 });
    expect(twoHunks.rowsOf('new', 37, 38)).toEqual({ hunk: 1, row: 0, endRow: 0 });
    expect(twoHunks.rowsOf('new', 90, 99)).toEqual({ hunk: 1, row: 2, endRow: 2 });
  });

  it('has nothing to say about a side without lines', () => {
    const added = new FilePlaces(file('a.rs', [hunk(1, ['+one', '+two'])], { kind: 'added', oldPath: null }));
    expect(added.rowsOf('old', 1, 1)).toBeUndefined();
    expect(added.rowsOf('new', 2, 2)).toEqual({ hunk: 0, row: 1, endRow: 1 });
    expect(new FilePlaces(file('a.rs', [])).rowsOf('new', 1, 1)).toBeUndefined();
  });
});
