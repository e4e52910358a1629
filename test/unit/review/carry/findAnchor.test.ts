import { describe, expect, it } from 'vitest';
import { findAnchor } from '../../../../src/core/review/carry/findAnchor.ts';
import { wholeText } from '../../../../src/core/review/carry/knownText.ts';
import { movedLines } from '../../../../src/core/review/carry/movedLines.ts';
import { newExplanation } from '../../../../src/core/review/carry/newExplanation.ts';
import type { Anchor } from '../../../../src/core/review/review.ts';
import { spliced } from './spliced.ts';

const TEXT = [
  'fn read(&self) -> u32 {',
  '    let state = unsafe { &mut *self.opaque };',
  '    state.duty',
  '}',
  '',
  'fn reset(&self) {',
  '    let state = unsafe { &mut *self.opaque };',
  '    state.reset();',
  '}',
];

/** What lines `line` to `endLine` (1-based) of TEXT are remembered by. */
function anchorOf(line: number, endLine = line, ordinal = 0): Anchor {
  return {
    text: TEXT.slice(line - 1, endLine),
    before: TEXT.slice(Math.max(0, line - 4), line - 1),
    after: TEXT.slice(endLine, endLine + 3),
    item: null,
    ordinal,
  };
}

function find(anchor: Anchor, text: readonly string[]) {
  return findAnchor(anchor, wholeText('fan.rs', text), movedLines([]));
}

function short(anchor: Anchor, text: readonly string[]): string {
  const found = find(anchor, text);
  return found ? `${found.range.fate} ${found.range.line} ${found.range.endLine}` : 'nothing';
}

describe('findAnchor', () => {
  it('tells equal lines apart by what stands around them', () => {
    const shifted = ['// One', '// Two', ...TEXT];
    expect(short(anchorOf(2), shifted)).toBe('exact 4 4');
    expect(short(anchorOf(7), shifted)).toBe('exact 9 9');
    expect(short(anchorOf(2, 3), shifted)).toBe('exact 4 5');
  });

  it('tells places apart by their ordinal when even what stands around them is equal', () => {
    const twice = [...TEXT.slice(0, 5), ...TEXT.slice(0, 5)];
    const anchor = { ...anchorOf(2), before: TEXT.slice(0, 1), after: TEXT.slice(2, 4) };
    expect(short(anchor, twice)).toBe('exact 2 2');
    expect(short({ ...anchor, ordinal: 1 }, twice)).toBe('exact 7 7');
  });

  it('finds lines that were edited, by their neighbours', () => {
    const edited = spliced(TEXT, 1, 1, '    let state = unsafe { &*self.opaque };');
    expect(short(anchorOf(2), ['use x;', ...edited])).toBe('edited 3 3');
  });

  it('sees lines that were taken out, and texts that have nothing of them', () => {
    expect(short(anchorOf(2), spliced(TEXT, 1, 1))).toBe('gone null null');
    expect(short(anchorOf(2), ['int main(void)', '{', '}'])).toBe('nothing');
    expect(short(anchorOf(2), [])).toBe('nothing');
  });

  it('lets a comment be recognised as new, and one that stood there as old', () => {
    const documented = spliced(TEXT, 1, 0, '    // SAFETY: set once, by realize.');
    const found = find(anchorOf(2), documented);
    expect(found && newExplanation(found.alignment, 3, 3)).toBe('SAFETY: set once, by realize.');
    const untouched = find(anchorOf(7), documented);
    expect(untouched && newExplanation(untouched.alignment, 8, 8)).toBeNull();
  });
});
