import { expect, it } from 'vitest';
import { lineage } from '../../../src/core/image/lineage.ts';
import { file, patch, series } from '../review/sample.ts';

const added = file('a.rs', [], { kind: 'added', oldPath: null });
const other = file('b.rs', []);
const first = file('a.rs', []);
const renamed = file('c.rs', [], { kind: 'renamed', oldPath: 'a.rs' });
const second = file('c.rs', []);
const posting = series([
  patch(1, [other, added]),
  patch(2, [first]),
  patch(3, [renamed, other]),
  patch(4, [second]),
]);

it('is every change that a file went through, over renames, oldest first', () => {
  expect(lineage(posting, 3, 0)).toEqual([added, first, renamed, second]);
  expect(lineage(posting, 1, 0)).toEqual([added, first]);
});

it('is the change alone where nothing came before', () => {
  expect(lineage(posting, 0, 1)).toEqual([added]);
  expect(lineage(posting, 9, 0)).toEqual([]);
});

it('ends where the file was taken away in between', () => {
  const gone = file('a.rs', [], { kind: 'deleted', newPath: null });
  const again = file('a.rs', [], { kind: 'added', oldPath: null });
  const value = series([patch(1, [added]), patch(2, [gone]), patch(3, [again]), patch(4, [first])]);
  expect(lineage(value, 3, 0)).toEqual([again, first]);
});
