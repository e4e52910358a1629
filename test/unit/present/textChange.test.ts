import { describe, expect, it } from 'vitest';
import { createImages } from '../../../src/core/image/createImages.ts';
import { textChange, textLines } from '../../../src/present/textChange.ts';

const OID = '1'.padStart(40, '0');

/** Both sides as they come back from the change alone, with the text before at hand. */
async function roundTrip(before: string, after: string): Promise<readonly unknown[]> {
  const change = textChange('a.rs', textLines(before), textLines(after), OID);
  if (!change) return [];
  const blobs = {
    blob: () => Promise.resolve(new TextEncoder().encode(before)),
    file: () => Promise.resolve(undefined),
  };
  const { value, problems } = await createImages({ blobs }).of(change, '');
  expect(problems).toEqual([]);
  return [value.old.parts[0]?.lines, value.new.parts[0]?.lines];
}

function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `line ${index + 1}`);
}

describe('the change between two texts', () => {
  it('is none for the same text, whatever its line ends', () => {
    expect(textChange('a.rs', textLines('a\nb\n'), textLines('a\r\nb'), OID)).toBeUndefined();
  });

  it('gives both texts back, for changes at the ends, apart, and close together', async () => {
    const before = numbered(40);
    const edits: readonly ((lines: string[]) => void)[] = [
      (lines) => lines.splice(0, 1),
      (lines) => lines.unshift('new'),
      (lines) => lines.push('new', 'newer'),
      (lines) => lines.splice(5, 2, 'x'),
      (lines) => {
        lines[3] = 'x';
        lines[9] = 'y';
        lines[30] = 'z';
      },
      (lines) => lines.splice(0, 39),
    ];
    for (const edit of edits) {
      const after = [...before];
      edit(after);
      expect(await roundTrip(`${before.join('\n')}\n`, `${after.join('\n')}\n`)).toEqual([before, after]);
    }
  });

  it('shows three lines around, and parts what is more than six lines apart', () => {
    const after = numbered(40);
    after[9] = 'x';
    after[16] = 'y';
    after[30] = 'z';
    const hunks = textChange('a.rs', numbered(40), after, OID)?.hunks ?? [];
    const starts = hunks.map(({ oldStart, oldLines, newStart, newLines }) => [
      oldStart,
      oldLines,
      newStart,
      newLines,
    ]);
    expect(starts).toEqual([
      [7, 14, 7, 14],
      [28, 7, 28, 7],
    ]);
  });

  it('to a file that was not there adds all of it', () => {
    const change = textChange('a.rs', undefined, ['a', 'b'], OID);
    expect(change?.kind).toBe('added');
    expect(change?.hunks[0]).toMatchObject({ oldStart: 0, oldLines: 0, newStart: 1, newLines: 2 });
  });
});
