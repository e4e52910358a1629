import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/core/patch/language.ts';
import { blankedLines } from '../../../src/core/syntax/blankedLines.ts';

function blanked(language: Language, source: string, inComment = false): string {
  const lines = blankedLines(language, source.split('\n'), inComment);
  expect(lines.map((line) => line.length)).toEqual(source.split('\n').map((line) => line.length));
  return lines.map((line) => line.replace(/ +/g, ' ').trimEnd()).join('\n');
}

describe('blankedLines of Rust', () => {
  it.each([
    ['line and doc comments', 'a(); // unsafe { }\n/// unsafe\nb();', 'a();\n\nb();'],
    ['nested block comments', 'a /* x /* unsafe */ y */ b', 'a b'],
    ['a comment over lines', 'a /* x\nunsafe\n*/ b', 'a\n\n b'],
    ['strings with escapes', String.raw`f("a \" unsafe", b"\\", c"x") + g`, 'f( , , ) + g'],
    ['strings over lines', 'f("one\ntwo"); g', 'f(\n ); g'],
    ['raw strings', 'f(r#"a " unsafe"#, br"\\", r##"x"# y"##) + g', 'f( , , ) + g'],
    ['raw identifiers', 'r#unsafe + r#match', 'r#unsafe + r#match'],
    ['characters', String.raw`f('"', '\'', b'x', '\u{1F}', '𝄞') + g`, 'f( , , , , ) + g'],
    ['lifetimes', "fn f<'a>(x: &'a str) -> &'static str", "fn f<'a>(x: &'a str) -> &'static str"],
    ['a label and a character', "'x: loop { c == 'x' }", "'x: loop { c == }"],
    ['what does not end', 'a "unsafe\nb', 'a\n'],
  ])('%s', (_, source, expected) => {
    expect(blanked('rust', source)).toBe(expected);
  });
});

describe('blankedLines of C', () => {
  it.each([
    ['comments', 'a(); // g_free(x)\nb /* g_free */ c', 'a();\nb c'],
    ['block comments do not nest', 'a /* x /* y */ b', 'a b'],
    ['a line comment goes on after a backslash', 'a // x \\\n g_free\nb', 'a\n\nb'],
    ['literals', String.raw`f("a\"g_free", L'x', '\'') + g`, 'f( , L , ) + g'],
    ['a string goes on after a backslash', 'f("one\\\ntwo") + g', 'f(\n ) + g'],
    ['a string ends with its line', 'puts("a\ng_free(x);', 'puts(\ng_free(x);'],
    [
      'directives',
      '#define FREE(x) g_free(x) /* "y" */\n#include "a.h"',
      '#define FREE(x) g_free(x)\n#include',
    ],
    ['apostrophes in a directive', "#error don't\ng_free(x);", '#error don\ng_free(x);'],
    ['carriage returns', 'f("a\\\r\nb"); g\r\nh', 'f(\n ); g\nh'],
  ])('%s', (_, source, expected) => {
    expect(blanked('c', source)).toBe(expected);
  });
});

it('begins inside a block comment when told so', () => {
  expect(blanked('c', ' * g_free(x)\n */ a();', true)).toBe('\n a();');
  expect(blanked('rust', 'unsafe */ unsafe', true)).toBe(' unsafe');
});

it('returns as many lines as it got', () => {
  expect(blankedLines('rust', [], false)).toEqual([]);
  expect(blankedLines('c', ['', ''], true)).toEqual(['', '']);
});
