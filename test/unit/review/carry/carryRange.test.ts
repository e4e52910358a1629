import { describe, expect, it } from 'vitest';
import { alignTexts, carryRange, type CarriedRange } from '../../../../src/core/review/carry/carryRange.ts';
import { wholeText } from '../../../../src/core/review/carry/knownText.ts';
import { movedLines } from '../../../../src/core/review/carry/movedLines.ts';
import { spliced } from './spliced.ts';

const BEFORE = [
  'fn read(&self) -> u32 {',
  '    let state = unsafe { &mut *self.opaque.cast::<Fan>() };',
  '    state.duty',
  '}',
  '',
  'fn write(&self, value: u32) {',
  '    self.duty.set(value);',
  '}',
];

/** Follows a range (1-based) from BEFORE into `after`; `elsewhere` is another file that is new. */
function carried(after: readonly string[], line: number, endLine = line, elsewhere: readonly string[] = []) {
  const alignment = alignTexts(wholeText('fan.rs', BEFORE), wholeText('fan.rs', after));
  const kept = new Set(alignment.kept);
  const moved = movedLines([
    { text: alignment.to, isNew: (index) => !kept.has(index) },
    { text: wholeText('other.rs', elsewhere), isNew: () => true },
  ]);
  return carryRange(alignment, moved, line, endLine);
}

function short(range: CarriedRange | undefined): string {
  return range ? [range.fate, range.path, range.line, range.endLine].join(' ') : 'nothing';
}

describe('carryRange', () => {
  it('finds untouched lines at their new numbers', () => {
    expect(short(carried(BEFORE, 2))).toBe('exact fan.rs 2 2');
    expect(short(carried(['use fan::Fan;', '', ...BEFORE], 2, 3))).toBe('exact fan.rs 4 5');
  });

  it('calls lines edited that changed in place, and shows both texts', () => {
    const after = spliced(BEFORE, 1, 1, '    let state = unsafe { &*self.opaque.cast::<Fan>() };');
    const range = carried(after, 2);
    expect(short(range)).toBe('edited fan.rs 2 2');
    expect(range?.before).toEqual([BEFORE[1]]);
    expect(range?.after).toEqual([after[1]]);
  });

  it('calls a range edited when something was put into it, or a part of it changed', () => {
    expect(short(carried(spliced(BEFORE, 2, 0, '    trace(state);'), 2, 3))).toBe('edited fan.rs 2 4');
    expect(short(carried(spliced(BEFORE, 2, 1, '    state.duty.get()'), 2, 3))).toBe('edited fan.rs 2 3');
  });

  it('follows lines that moved within the file or to another', () => {
    const swapped = [...BEFORE.slice(5), '', ...BEFORE.slice(0, 4)];
    expect([short(carried(swapped, 2)), short(carried(swapped, 7))]).toEqual([
      'exact fan.rs 6 6',
      'moved fan.rs 2 2',
    ]);
    const away = carried(BEFORE.slice(5), 2, 2, ['mod x;', ...BEFORE.slice(0, 4)]);
    expect(short(away)).toBe('moved other.rs 3 3');
  });

  it('counts lines as moved, not edited, when only white space changed', () => {
    const nested = ['impl Fan {', ...BEFORE.map((line) => (line === '' ? '' : `    ${line}`)), '}'];
    expect(short(carried(nested, 2))).toBe('moved fan.rs 3 3');
  });

  it('says gone, and what took the place, when nothing of the lines is left', () => {
    expect(short(carried(BEFORE.slice(5), 2, 3))).toBe('gone   ');
    expect(short(carried([], 2))).toBe('gone   ');
  });

  it('calls lines edited that were replaced by others, however different', () => {
    const after = spliced(BEFORE, 1, 2, '    todo!()');
    expect(short(carried(after, 2, 3))).toBe('edited fan.rs 2 2');
  });

  it('does not take a brace or a common line elsewhere for the marked one', () => {
    expect(short(carried(BEFORE.slice(5), 4, 4, ['}', '}']))).toMatch(/^gone/);
    expect(short(carried(BEFORE.slice(5), 3, 3, ['    state.duty', 'x']))).toMatch(/^gone/);
  });

  it('knows nothing of lines that the earlier version does not show', () => {
    expect(carried(BEFORE, 99)).toBeUndefined();
  });

  it('calls lines edited that others were put in place of, however many and different', () => {
    const other = Array.from({ length: 30 }, (_, index) => `other_${index}();`);
    expect(short(carried(spliced(BEFORE, 1, 2, ...other), 2))).toBe('edited fan.rs 2 31');
    expect(carried(spliced(BEFORE, 1, 2, ...other), 2)?.isReplaced).toBe(true);
  });

  it('prefers the edit in place to an equal line elsewhere', () => {
    const edited = '    let state = unsafe { &*self.opaque.cast::<Fan>() };';
    const after = [...spliced(BEFORE, 1, 1, edited), '', 'fn other() {', BEFORE[1] ?? '', '}'];
    expect(short(carried(after, 2))).toBe('edited fan.rs 2 2');
  });

  it('follows short lines of code that was indented anew', () => {
    const nested = [
      'fn f() {',
      '    if a {',
      '        b_is_called();',
      '    }',
      '    if c {',
      '        d_is_called();',
      '    }',
      '}',
    ];
    const after = [
      'fn f() {',
      '    loop {',
      ...nested.slice(1, -1).map((line) => `    ${line}`),
      '    }',
      '}',
    ];
    const alignment = alignTexts(wholeText('fan.rs', nested), wholeText('fan.rs', after));
    expect([...alignment.kept].slice(0, 7)).toEqual([0, 2, 3, 4, 5, 6, 7]);
  });
});
