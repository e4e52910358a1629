import { expect, it } from 'vitest';
import { hunkLines } from '../../../src/core/patch/diff/hunkLines.ts';
import type { HunkText } from '../../../src/core/patch/diff/hunkText.ts';

const HUNK: HunkText = {
  oldStart: 3,
  oldLines: 2,
  newStart: 3,
  newLines: 2,
  section: '',
  line: 1,
  body: ' a\n-b\n+c\n',
};
const read = (...hunks: readonly HunkText[]): readonly (number | undefined)[] =>
  hunkLines(hunks).map((lines) => lines?.length);

it('gives the lines of each hunk', () => {
  expect(read(HUNK, { ...HUNK, oldStart: 9, newStart: 9 })).toEqual([3, 3]);
});

it.each([
  ['more lines than counted', { body: ' a\n-b\n+c\n+d\n' }],
  ['fewer lines than counted', { body: ' a\n-b\n' }],
  ['lines that are no diff lines', { body: ' a\nb\n+c\n' }],
])('does not trust a reading that has %s', (_, change) => {
  expect(read({ ...HUNK, ...change })).toEqual([undefined]);
});

it('trusts none when there are more hunks than were handed over', () => {
  expect(read({ ...HUNK, body: ' a\n-b\n+c\n@@ -9 +9 @@\n-x\n+y\n' })).toEqual([undefined]);
});
