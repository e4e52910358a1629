import { describe, expect, it } from 'vitest';
import { isInLiteral } from '../../../src/core/annotate/match/isInLiteral.ts';
import { blankedLines } from '../../../src/core/syntax/blankedLines.ts';

describe('code in a literal that a hunk does not show the beginning of', () => {
  it.each([
    ['an escape that seems to begin a literal', String.raw`pub extern \"C\" fn __fan_exit() {{`, true],
    ['another escape', String.raw`println!(\n)`, true],
    ['escapes in a literal', String.raw`let text = "a\"b\n";`, false],
    ['a line of C that goes on', String.raw`#define fan_exit(fan) \ `, false],
    ['a comment', String.raw`open(); // \n ends it`, false],
  ])('is told by its escapes: %s', (_, line, expected) => {
    const [code] = blankedLines('rust', [line], false);
    expect(isInLiteral(line, code)).toBe(expected);
  });
});
