import { describe, expect, it } from 'vitest';
import { codePointName, codeSegments } from '../../../src/webview/text/codeSegments.ts';
import { columnsOf } from '../../../src/webview/text/columns.ts';
import { inlineCode } from '../../../src/webview/text/inlineCode.ts';
import { words } from '../../../src/webview/text/words.ts';

const shown = (...args: Parameters<typeof codeSegments>): readonly string[] =>
  codeSegments(...args).map(
    ({ text, token, hit, hidden }) =>
      `${text}|${[token, hit && 'hit', hidden && 'hidden'].filter(Boolean).join(' ')}`,
  );

describe('codeSegments', () => {
  it('is the whole line when nothing is known of it', () => {
    expect(shown('let s = 1;', [], '')).toEqual(['let s = 1;|']);
    expect(shown('', [], '')).toEqual([]);
  });

  it('cuts at tokens and at what is searched for', () => {
    const tokens = [
      [0, 3, 'keyword'],
      [8, 1, 'number'],
    ] as const;
    expect(shown('let s = 1;', tokens, 'T S')).toEqual([
      'le|keyword',
      't|keyword hit',
      ' s|hit',
      ' = |',
      '1|number',
      ';|',
    ]);
  });

  it('sets hidden characters apart, tokens or not, but no tab', () => {
    expect(shown('a\tb\u202ec\r', [[0, 5, 'comment']], '')).toEqual([
      'a\tb|comment',
      '\u202e|comment hidden',
      'c|comment',
      '\r|hidden',
    ]);
  });

  it('takes tokens that reach beyond the line for its end', () => {
    expect(shown('ab', [[1, 9, 'string']], '')).toEqual(['a|', 'b|string']);
  });

  it('loses nothing', () => {
    const text = 'unsafe\u200b { *p }\ufeff // x';
    const tokens = [
      [0, 6, 'keyword'],
      [7, 4, 'string'],
      [16, 4, 'comment'],
    ] as const;
    expect(
      codeSegments(text, tokens, 'p')
        .map((one) => one.text)
        .join(''),
    ).toBe(text);
  });

  it('names a character', () => {
    expect(codePointName('\u202e')).toBe('U+202E');
    expect(codePointName('\r')).toBe('U+000D');
  });
});

describe('columnsOf', () => {
  it.each([
    ['abc', 3],
    ['\tx', 9],
    ['ab\tx', 9],
    ['漢字', 4],
  ])('%j', (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });
});

describe('inlineCode', () => {
  it.each([
    ['plain', ['plain']],
    ['while `s` lives', ['while ', '<s>', ' lives']],
    ['`s`', ['<s>']],
    ['a ` alone', ['a ', '` alone']],
    ['`a` and ` b', ['<a>', ' and ', '` b']],
  ])('%s', (prose, pieces) => {
    expect(inlineCode(prose).map(({ text, isCode }) => (isCode ? `<${text}>` : text))).toEqual(pieces);
  });
});

describe('words', () => {
  it('says how far the review is', () => {
    const coverage = { total: 23, understood: 11, needsExplanation: 3, deferred: 0, notLookedAt: 9 };
    expect(words.progress(coverage)).toBe('14 of 23 looked at, 3 need explanation');
    expect(words.progress({ ...coverage, total: 0, notLookedAt: 0, needsExplanation: 0 })).toBe(
      'nothing asks for a look',
    );
  });

  it('tells whole images from hunks', () => {
    expect(words.images(5, 2)).toBe('whole images for 5, hunks only for 2');
    expect(words.images(0, 2)).toBe('hunks only');
    expect(words.images(3, 0)).toBe('whole images');
  });

  it('never says that all is well where nothing was found', () => {
    expect(words.noAnnotations(4, 2, 1)).toBe(
      'No place in 4 files matched a pattern. Of 2 files only the hunks were looked at. 1 file could not be looked at. This does not say that nothing crosses there: any line can be marked.',
    );
  });
});
