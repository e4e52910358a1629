import { describe, expect, it } from 'vitest';
import { readAddress, readAddresses } from '../../../src/core/patch/message/addresses.ts';
import { isScissorsLine } from '../../../src/core/patch/message/scissors.ts';
import { readSubject } from '../../../src/core/patch/message/subjectPrefix.ts';
import { readTrailers } from '../../../src/core/patch/message/trailers.ts';
import { decodeWords } from '../../../src/core/patch/mime/encodedWords.ts';
import { gitDiff, HUNK } from './describeFiles.ts';
import { mail, readOne } from './sampleMail.ts';

describe('a subject', () => {
  it.each([
    ['[PATCH] fan: port', [1, undefined, undefined, 'fan: port']],
    ['[PATCH v3 RESEND 02/11] fan: port', [3, 2, 11, 'fan: port']],
    ['[RFC PATCH 0/7] fan: port', [1, 0, 7, 'fan: port']],
    ['[PATCH rust-next v2 1/3] fan: port', [2, 1, 3, 'fan: port']],
    ['[PATCH net-next,v4,2/3] fan: port', [4, 2, 3, 'fan: port']],
    ['[PATCHv5 1/2] fan: port', [5, 1, 2, 'fan: port']],
    ['[PATCH-v5 1/2] fan: port', [5, 1, 2, 'fan: port']],
    ['[PATCH 1/2 V6] fan: port', [6, 1, 2, 'fan: port']],
    ['[PATCH v2.1 1/2] fan: port', [2, 1, 2, 'fan: port']],
    ['[devel] [PATCH v2 1/2] [media] fan: port', [2, 1, 2, 'fan: port']],
    ['[PULL 03/20] fan: port', [1, 3, 20, 'fan: port']],
    ['[PATCH] fan [v2] of 1/2', [1, undefined, undefined, 'fan [v2] of 1/2']],
  ])('is taken apart: %s', (text, [version, position, total, subject]) => {
    expect(readSubject(text)).toMatchObject({
      version,
      position,
      total,
      subject,
      posting: true,
      reply: false,
    });
  });

  it.each(['fan: port', '[devel] fan: port', 'v2 of fan'])('posts nothing by itself: %s', (text) => {
    expect(readSubject(text)).toMatchObject({ posting: false, version: 1 });
  });
});

describe('encoded words', () => {
  it.each([
    ['=?UTF-8?Q?J=C3=B6rg_One?=', 'J\u00f6rg One'],
    ['=?utf-8?B?w6Q=?= b =?iso-8859-1?q?=E4?=', '\u00e4 b \u00e4'],
    ['=?UTF-8?Q?a=C3?= =?UTF-8?Q?=A4b?=', 'a\u00e4b'],
    ['=?utf-8*en?Q?x?=', 'x'],
    ['=?x-klingon?Q?x?=', 'x'],
    ['=?utf-8?Q?not closed', '=?utf-8?Q?not closed'],
    ['a = b ? c : d', 'a = b ? c : d'],
  ])('are decoded: %j', (text, decoded) => {
    expect(decodeWords(text)).toBe(decoded);
  });
});

describe('addresses', () => {
  it.each([
    ['one@example.org', ['one@example.org']],
    ['One <one@example.org>, <two@example.org>', ['One <one@example.org>', 'two@example.org']],
    [
      '"Three, T." <three@example.org>,four@example.org (Four)',
      ['Three, T. <three@example.org>', 'Four <four@example.org>'],
    ],
    ['=?UTF-8?Q?F=C3=BCnf=2C_5?= <five@example.org>', ['F\u00fcnf, 5 <five@example.org>']],
    [
      'all: six@example.org, seven@example.org;, eight@example.org',
      ['six@example.org', 'seven@example.org', 'eight@example.org'],
    ],
    ['undisclosed-recipients:;', []],
    ['"A \\"B\\" C" <nine@example.org>', ['A "B" C <nine@example.org>']],
    ['', []],
  ])('are read from %j', (text, addresses) => {
    expect(readAddresses(text)).toEqual(addresses);
  });

  it('are one when only one is asked for', () => {
    expect(readAddress('Last, First <one@example.org>')).toBe('Last, First <one@example.org>');
  });
});

describe('trailers', () => {
  it.each([
    [
      'all lines of the last paragraph',
      ['Why.', '', 'Fixes: 0123 ("x: y")', 'Signed-off-by: One <one@example.org>'],
      ['Fixes: 0123 ("x: y")', 'Signed-off-by: One <one@example.org>'],
    ],
    [
      'continued ones',
      ['Why.', '', 'Link: https://example.org/', '  second line', 'Cc: two@example.org'],
      ['Link: https://example.org/ second line', 'Cc: two@example.org'],
    ],
    [
      'some lines, if one signs off',
      [
        'Why.',
        '',
        'Signed-off-by: One <one@example.org>',
        '[two: mended]',
        'Signed-off-by: Two <two@example.org>',
      ],
      ['Signed-off-by: One <one@example.org>', 'Signed-off-by: Two <two@example.org>'],
    ],
    ['none of prose with a colon', ['Note: this is prose', 'that goes on.'], []],
    ['none of a last paragraph without any', ['Signed-off-by: One <one@example.org>', '', 'P.S.'], []],
    ['none of nothing', [], []],
  ])('are %s', (_, body, trailers) => {
    expect(readTrailers(body).map(({ key, value }) => `${key}: ${value}`)).toEqual(trailers);
  });
});

describe('scissors', () => {
  it.each(['-- >8 --', '---- 8< ----', '- - - >% - - - cut here', '>8------'])('cut: %s', (line) => {
    expect(isScissorsLine(line)).toBe(true);
  });
  it.each([
    '--------',
    '>8',
    '-- >8',
    'a -- 8< -- in the middle of a long line of prose that goes on',
    'if (a >8) return -1;',
  ])('do not cut: %s', (line) => {
    expect(isScissorsLine(line)).toBe(false);
  });
});

describe('the text of a mail', () => {
  const patchOf = async (body: string): Promise<unknown> => {
    const { series, problems } = await readOne(mail([], body));
    const { message, author } = series[0]?.patches[0] ?? {};
    return {
      ...message,
      trailers: undefined,
      author,
      problems: problems.map(({ code, at }) => `${code} ${at}`),
    };
  };
  const diff = gitDiff('x.c', HUNK);
  const plain = {
    subject: 'fan: add \u00e4',
    author: 'J\u00f6rg One <one@example.org>',
    body: ['Why.'],
    notes: [],
    problems: [],
  };

  it('ends at three dashes; what is between them and the diff are notes', async () => {
    const text = `\n\nWhy.\n\n---\nv2: mended\n---\n x.c | 2 +-\n 1 file changed, 1 insertion(+), 1 deletion(-)\n\n${diff}`;
    const notes = ['v2: mended', '---', ' x.c | 2 +-', ' 1 file changed, 1 insertion(+), 1 deletion(-)'];
    expect(await patchOf(text)).toEqual({ ...plain, notes });
  });

  it('ends at the diff if nothing else ends it', async () => {
    expect(await patchOf(`Why.\n\n${diff}-- \n2.47.0\n`)).toMatchObject(plain);
    expect(await patchOf(`Why.\n\nIndex: x.c\n====\n--- a/x.c\n+++ b/x.c\n${HUNK}`)).toMatchObject(plain);
  });

  it('may name another author and subject', async () => {
    const text = `From: =?UTF-8?Q?Zw=C3=B6?= <two@example.org>\nSubject: [PATCH 3/4] fan:\n other\n\nWhy.\n---\n${diff}`;
    expect(await patchOf(text)).toEqual({
      ...plain,
      author: 'Zw\u00f6 <two@example.org>',
      subject: 'fan: other',
    });
  });

  it('begins below scissors', async () => {
    expect(await patchOf(`Hello,\n\n-- >8 --\nFrom: Two <two@example.org>\n\nWhy.\n---\n${diff}`)).toEqual({
      ...plain,
      author: 'Two <two@example.org>',
      notes: ['Hello,'],
    });
  });

  it('that git would cut at a line that looks like a diff is reported there', async () => {
    const text = `Why.\n--- see below\nand above,\nand\nhere.\nand there.\n---\n${diff}`;
    expect(await patchOf(text)).toMatchObject({ body: ['Why.'], problems: ['forged-header in:9'] });
  });

  it('that holds characters which are not seen is reported there', async () => {
    expect(await patchOf(`Why.\nNot\u202ehere.\n---\n${diff}`)).toMatchObject({
      problems: ['hidden-characters in:9'],
    });
  });

  it('that holds a whole diff is reported, and the diff is shown', async () => {
    const text = `Why.\n\n${gitDiff('z.c', HUNK)}\nNo.\n---\n x.c | 2 +-\n\n${diff}`;
    const { series, problems } = await readOne(mail([], text));
    expect(series[0]?.patches[0]?.files.map(({ newPath }) => newPath)).toEqual(['z.c', 'x.c']);
    expect(problems.map(({ code }) => code)).toEqual(['forged-header']);
  });
});
