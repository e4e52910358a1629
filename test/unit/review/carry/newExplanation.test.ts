import { describe, expect, it } from 'vitest';
import { alignTexts } from '../../../../src/core/review/carry/carryRange.ts';
import { wholeText } from '../../../../src/core/review/carry/knownText.ts';
import { documentLines, explainingParagraph } from '../../../../src/core/review/carry/explainingParagraph.ts';
import { newExplanation } from '../../../../src/core/review/carry/newExplanation.ts';
import { file, hunk, patch } from '../sample.ts';
import { spliced } from './spliced.ts';

const BEFORE = [
  'impl Fan {',
  '    /// Reads a register.',
  '    fn read(&self) -> u32 {',
  '        let state = unsafe { &*self.opaque };',
  '        state.duty',
  '    }',
  '}',
];

/** The explanation found for the line that holds `state = unsafe`, after these lines were put in above `row` (0-based). */
function added(row: number, ...lines: readonly string[]): string | null {
  const after = spliced(BEFORE, row, 0, ...lines);
  const line = after.findIndex((text) => text.includes('state = unsafe')) + 1;
  return newExplanation(alignTexts(wholeText('fan.rs', BEFORE), wholeText('fan.rs', after)), line, line);
}

/** The explanation found in `after` for its first line with `state = unsafe`. */
function between(before: readonly string[], after: readonly string[]): string | null {
  const line = after.findIndex((text) => text.includes('state = unsafe')) + 1;
  return newExplanation(alignTexts(wholeText('fan.rs', before), wholeText('fan.rs', after)), line, line);
}

describe('newExplanation', () => {
  it('is the comment added right above, attributes between or not', () => {
    expect(added(3, '        // SAFETY: the board never moves', '        // a device.')).toBe(
      'SAFETY: the board never moves a device.',
    );
    expect(added(3, '        // SAFETY: set by realize.', '        #[allow(clippy::x)]')).toBe(
      'SAFETY: set by realize.',
    );
  });

  it('is no placeholder', () => {
    expect(added(3, '        // SAFETY: TODO')).toBeNull();
    expect(added(3, '        //')).toBeNull();
  });

  it('is the safety section added to the item around, or documentation that names what the lines use', () => {
    expect(added(2, '    ///', '    /// # Safety', '    ///', '    /// The device is realized.')).toContain(
      'The device is realized.',
    );
    expect(added(2, '    /// `opaque` is set once, by realize.')).toContain('set once');
    expect(added(2, '    /// Fans turn.')).toBeNull();
  });

  it('stands above the statement or the unsafe block that the lines are in', () => {
    const block = [
      'fn read(&self) -> u32 {',
      '    let duty = unsafe {',
      '        state = unsafe_read(self.opaque)',
      '    };',
      '}',
    ];
    expect(between(block, spliced(block, 1, 0, '    // SAFETY: set by realize.'))).toBe(
      'SAFETY: set by realize.',
    );
    const call = [
      'fn read(&self) {',
      '    call(',
      '        first,',
      '        state = unsafe { 1 },',
      '    );',
      '}',
    ];
    expect(between(call, spliced(call, 1, 0, '    // The board never moves it.'))).toBe(
      'The board never moves it.',
    );
    expect(between(call, spliced(call, 0, 0, '// About fans in general.', '', ''))).toBeNull();
  });

  it('is no comment that came along, was wrapped anew or had its spelling mended', () => {
    const said = ['        // SAFETY: the borad never moves', '        // a device that is realized.'];
    const before = spliced(BEFORE, 3, 0, ...said);
    const moved = ['fn new() {', '}', '', ...before];
    expect(between(before, moved)).toBeNull();
    expect(between([...BEFORE, ...said, 'fn x() {}'], before)).toBeNull();
    const wrapped = [
      '        // SAFETY: the borad never',
      '        // moves a device that is',
      '        // realized.',
    ];
    expect(between(before, spliced(before, 3, 2, ...wrapped))).toBeNull();
    expect(between(before, spliced(before, 3, 1, '        // SAFETY: the board never moves'))).toBeNull();
  });

  it('is nothing that only says the code over again, or speaks of something else', () => {
    expect(added(3, '        // Gets the state from the opaque pointer of self.')).toBeNull();
    expect(added(3, '        // TODO: say why')).toBeNull();
    expect(added(4, '        // The duty is in percent.')).toBeNull();
    expect(added(0, '/// Turns the air.')).toBeNull();
  });

  it('is the rest of a comment that the lines begin', () => {
    const before = spliced(BEFORE, 3, 0, '        // For now state = unsafe.');
    const after = spliced(before, 4, 0, '        //', '        // The board frees it last, see realize.');
    expect(between(before, after)).toBe('The board frees it last, see realize.');
  });

  it('is not a comment that stood there before', () => {
    const before = spliced(BEFORE, 3, 0, '        // SAFETY: as ever.');
    const after = spliced(before, 4, 1, '        let state = unsafe { &mut *self.opaque };');
    const alignment = alignTexts(wholeText('fan.rs', before), wholeText('fan.rs', after));
    expect(newExplanation(alignment, 5, 5)).toBeNull();
  });

  it('may stand behind the code', () => {
    const after = spliced(
      BEFORE,
      3,
      1,
      '        let state = unsafe { &*self.opaque }; // SAFETY: set by realize.',
    );
    const alignment = alignTexts(wholeText('fan.rs', BEFORE), wholeText('fan.rs', after));
    expect(newExplanation(alignment, 4, 4)).toBe('SAFETY: set by realize.');
  });
});

describe('explainingParagraph', () => {
  const lines = ['let fan = unsafe { &*fan_opaque };'];

  it('is a new paragraph that gives a reason for a name in the lines', () => {
    const said = 'The pointer fan_opaque is valid until\nthe timer is freed.';
    expect(explainingParagraph(['Port it.'], ['Port it.', '', ...said.split('\n')], lines, null)).toBe(
      'The pointer fan_opaque is valid until the timer is freed.',
    );
    expect(explainingParagraph(said.split('\n'), said.split('\n'), lines, null)).toBeNull();
  });

  it('may name the item that the lines are in instead', () => {
    const said = ['Fan::id() borrows from the device, which is safe since the board frees it last.'];
    expect(explainingParagraph([], said, ['x.y'], 'Fan::id')).toContain('borrows');
    expect(explainingParagraph([], said, ['x.y'], 'Fan::identity')).toBeNull();
    expect(explainingParagraph([], said, ['x.y'], 'Fan')).toBeNull();
  });

  it('may stand in a document of the project', () => {
    const documented = (path: string) => [
      patch(1, [file(path, [hunk(1, ['+The pointer fan_opaque is valid until', '+the timer is freed.'])])]),
    ];
    const prose = (path: string) => documentLines({ patches: documented(path) });
    expect(explainingParagraph([], prose('docs/fan.rst'), lines, null)).toContain('until the timer');
    expect(explainingParagraph([], prose('src/fan.c'), lines, null)).toBeNull();
  });

  it('is no paragraph in which only the spelling was mended', () => {
    const said = 'The pointer fan_opaque is valid until the tiemr is freed.';
    expect(explainingParagraph([said], [said.replace('tiemr', 'timer')], lines, null)).toBeNull();
  });

  it('is none that only names it, or only reasons', () => {
    expect(explainingParagraph([], ['Rename fan_opaque.'], lines, null)).toBeNull();
    expect(explainingParagraph([], ['This is safe.'], lines, null)).toBeNull();
  });
});
