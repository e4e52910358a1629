import { describe, expect, it } from 'vitest';
import { replyMails } from '../../../src/core/output/replyMails.ts';
import type { Patch } from '../../../src/core/patch/series.ts';
import { emptyReview } from '../../../src/core/review/emptyReview.ts';
import type { Mark } from '../../../src/core/review/review.ts';
import { analysis, annotation, envelope, file, hunk, lines, mark, patch, series } from '../review/sample.ts';

const numbered = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `+line ${from + index}`);

const LONG = hunk(1, numbered(1, 30), 'impl Fan');
const FILES = [
  file('hw/fan.rs', [LONG, hunk(100, [' above', '-gone', '+come', ' below'], 'fn read()')]),
  file('hw/fan.c', [hunk(5, ['-int fan;'])], { newPath: null, kind: 'deleted' }),
];

function mails(
  marks: readonly Mark[],
  change: Partial<Patch> = {},
  from = 'Reviewer Three <rev@example.org>',
) {
  const value = analysis(series([patch(1, FILES, change), patch(2, [])]), [
    [[annotation(12), annotation(13)]],
  ]);
  return replyMails(value, { ...emptyReview(value.series), marks }, { from });
}
function only(marks: readonly Mark[], change: Partial<Patch> = {}): string {
  const [mail, ...more] = mails(marks, change);
  expect(more).toEqual([]);
  return mail?.text ?? '';
}
const bodyOf = (text: string): readonly string[] => text.slice(text.indexOf('\n\n') + 2).split('\n');
const headersOf = (text: string): string => text.slice(0, text.indexOf('\n\n'));

describe('the mails', () => {
  it('are one for each part of the series with a question, cover letter first', () => {
    const sent = mails([
      mark(lines('hw/fan.rs', 12), 'Why?'),
      mark({ kind: 'message', patch: 'fan-2@example.org', line: 1, endLine: 1 }, 'What?'),
      mark({ kind: 'cover', line: 1, endLine: 1 }, 'Who?'),
    ]);
    expect(sent.map((mail) => mail.patch)).toEqual([null, 'fan-1@example.org', 'fan-2@example.org']);
    expect(sent.map((mail) => mail.subject)).toEqual([
      'Re: [PATCH v2 0/2] hw/fan: port',
      'Re: [PATCH v2 1/2] part 1',
      'Re: [PATCH v2 2/2] part 2',
    ]);
  });

  it('are none when nothing is asked', () => {
    expect(mails([mark(lines('hw/fan.rs', 12))])).toEqual([]);
  });

  it('answer in the thread, to everyone, and not to the reviewer', () => {
    const posted = envelope(1, { cc: ['Rev <REV@example.org>', 'Maintainer Two <maintainer@example.org>'] });
    expect(headersOf(only([mark(lines('hw/fan.rs', 12), 'Why?')], { envelope: posted }))).toBe(
      [
        'From: Reviewer Three <rev@example.org>',
        'To: Author One <author@example.org>',
        'Cc: devel@lists.example.org,',
        ' Maintainer Two <maintainer@example.org>',
        'Subject: Re: [PATCH v2 1/2] part 1',
        'In-Reply-To: <fan-1@example.org>',
        'References: <fan-0@example.org> <fan-1@example.org>',
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: 8bit',
      ].join('\n'),
    );
  });

  it('for patches that did not come by mail name the series, and no thread', () => {
    const text = only([mark(lines('hw/fan.rs', 12), 'Why?')], { envelope: undefined });
    expect(headersOf(text)).toContain('Subject: Re: [PATCH v2 1/2] part 1\nMIME-Version');
    expect(bodyOf(text)[0]).toBe('Author One wrote:');
  });

  it('never say that anything was approved', () => {
    const text = only([mark(lines('hw/fan.rs', 12), 'Why?')]);
    expect(text).not.toMatch(/-by:/i);
  });
});

describe('the quote', () => {
  it('keeps headers, five lines above, every marked line, and says what it leaves out', () => {
    expect(bodyOf(only([mark(lines('hw/fan.rs', 12, 13), 'Why is this sound?')]))).toEqual([
      'On Mon, 06 Jan 2025 10:00:00 +0100, Author One wrote:',
      '> [...]',
      '> diff --git a/hw/fan.rs b/hw/fan.rs',
      '> --- a/hw/fan.rs',
      '> +++ b/hw/fan.rs',
      '> @@ -1,0 +1,30 @@ impl Fan',
      '> [...]',
      ...numbered(7, 13).map((line) => `> ${line}`),
      '',
      'Why is this sound?',
      '',
      '2 crossings: 0 understood, 2 need explanation, 0 not looked at.',
      '',
    ]);
  });

  it('puts several questions of a hunk below their lines, and takes gaps out between', () => {
    const body = bodyOf(
      only([mark(lines('hw/fan.rs', 28), 'Last?'), mark(lines('hw/fan.rs', 1, 2), 'First?')]),
    );
    const from = body.indexOf('> @@ -1,0 +1,30 @@ impl Fan');
    expect(body.slice(from + 1, -3)).toEqual([
      '> +line 1',
      '> +line 2',
      '',
      'First?',
      '',
      '> [...]',
      ...numbered(23, 28).map((line) => `> ${line}`),
      '',
      'Last?',
    ]);
  });

  it('quotes a long range wholly', () => {
    const body = bodyOf(only([mark(lines('hw/fan.rs', 1, 30), 'All of it?')]));
    for (const line of numbered(1, 30)) expect(body).toContain(`> ${line}`);
  });

  it('quotes lines of the other side that stand in a range, but no context from another hunk', () => {
    const body = bodyOf(only([mark(lines('hw/fan.rs', 100, 102), 'Why?')]));
    expect(body.slice(body.indexOf('> @@ -100,3 +100,3 @@ fn read()'), -3)).toEqual([
      '> @@ -100,3 +100,3 @@ fn read()',
      '>  above',
      '> -gone',
      '> +come',
      '>  below',
      '',
      'Why?',
    ]);
    expect(body).not.toContain('> +line 30');
  });

  it('finds lines of the old side of a deleted file', () => {
    const body = bodyOf(only([mark(lines('hw/fan.c', 5, 5, 'old'), 'Who used this?')]));
    expect(body).toContain('> +++ /dev/null');
    expect(body.slice(-6, -3)).toEqual(['> -int fan;', '', 'Who used this?']);
  });

  it('quotes the message and then the diff', () => {
    const body = bodyOf(
      only([
        mark(lines('hw/fan.rs', 1), 'Why?'),
        mark({ kind: 'message', patch: 'fan-1@example.org', line: 3, endLine: 3 }, 'Third?'),
      ]),
    );
    expect(body.slice(1, 8)).toEqual([
      '> First line of the message.',
      '>',
      '> Third line.',
      '',
      'Third?',
      '',
      '> diff --git a/hw/fan.rs b/hw/fan.rs',
    ]);
  });

  it('does not lose a question whose lines are not shown', () => {
    const body = bodyOf(only([mark(lines('hw/fan.rs', 70, 71), 'What of this?')]));
    expect(body.slice(1, 5)).toEqual([
      '',
      'On hw/fan.rs:70-71 (new side, not shown in this patch):',
      '',
      'What of this?',
    ]);
  });

  it('wraps questions at 72 columns and keeps their paragraphs', () => {
    const question = `${'word '.repeat(30)}\nnext\n\n${'x'.repeat(90)}`;
    const body = bodyOf(only([mark(lines('hw/fan.rs', 1), question)]));
    const asked = body.slice(body.indexOf('> +line 1') + 2, -3);
    expect(asked).toEqual([
      'word '.repeat(14).trim(),
      'word '.repeat(14).trim(),
      'word word next',
      '',
      'x'.repeat(90),
    ]);
  });

  it('says when problems make the count unsure', () => {
    const value = analysis(series([patch(1, FILES)]), [], {
      problems: [{ code: 'hunk-count', message: 'x', at: 'y' }],
    });
    const marks = [mark(lines('hw/fan.rs', 1), 'Why?')];
    const [mail] = replyMails(value, { ...emptyReview(value.series), marks }, { from: '' });
    expect(mail?.text).toMatch(/The count may be incomplete: 1 problem in reading the series\.\n$/);
  });

  it('says nothing of crossings where there are none', () => {
    const value = analysis(series([patch(1, FILES)]), []);
    const marks = [mark(lines('hw/fan.rs', 1), 'Why?')];
    const [mail] = replyMails(value, { ...emptyReview(value.series), marks }, { from: '' });
    expect(mail?.text).toMatch(/\n\nWhy\?\n$/);
  });
});

describe('untrusted text', () => {
  const evil = envelope(1, {
    subject: 'a\r\nBcc: evil@example.org\u0000',
    from: 'Eve\nBcc: evil@example.org <eve@example.org>',
    to: ['"Last, First" <last@example.org>', 'Ünal Öz <oez@example.org>'],
    cc: ['x@example.org\r\nX-Evil: 1'],
    messageId: '<a@b>\r\nX-Evil: 1',
    references: ['<good@example.org>', 'bad\nX-Evil: 1'],
    date: 'now\r\nX-Evil: 1',
  });
  const text = only([mark(lines('hw/fan.rs', 12), 'Why?')], { envelope: evil });

  it('cannot begin a header', () => {
    const names = headersOf(text)
      .split('\n')
      .filter((line) => !line.startsWith(' '))
      .map((line) => line.split(':')[0]);
    expect(names).toEqual([
      'From',
      'To',
      'Cc',
      'Subject',
      'References',
      'MIME-Version',
      'Content-Type',
      'Content-Transfer-Encoding',
    ]);
    expect(headersOf(text)).toContain('Subject: Re: a Bcc: evil@example.org');
    expect(headersOf(text)).toContain('References: <good@example.org>\n');
    expect(bodyOf(text)[0]).toBe('On now X-Evil: 1, Eve Bcc: evil@example.org wrote:');
  });

  it('in names is quoted or encoded', () => {
    expect(headersOf(text)).toContain('To: "Eve Bcc: evil@example.org" <eve@example.org>');
    expect(headersOf(text)).toContain('Cc: "Last, First" <last@example.org>,');
    expect(headersOf(text)).toContain('=?UTF-8?Q?=C3=9Cnal_=C3=96z?= <oez@example.org>');
  });

  it('in quoted lines shows its control characters', () => {
    const files = [file('hw/fan.rs', [hunk(1, ['+a\u001b[2Jb\u202ec\r'])])];
    expect(bodyOf(only([mark(lines('hw/fan.rs', 1), 'Why?')], { files }))).toContain('> +a\\x1b[2Jb\\u202ec');
  });

  it('encodes long non-ASCII subjects in words that are not too long and can be decoded', () => {
    const subject = `[PATCH] ${'Lüfter für Gehäuse 🌀 '.repeat(8).trim()}`;
    const headers = headersOf(
      only([mark(lines('hw/fan.rs', 1), 'Why?')], { envelope: envelope(1, { subject }) }),
    );
    const encoded = /Subject:((?: =\?UTF-8\?Q\?[!-~]*\?=\n?)+)/.exec(headers)?.[1] ?? '';
    const words = encoded.trim().split(/\s+/);
    expect(Math.max(...words.map((word) => word.length))).toBeLessThanOrEqual(75);
    const decoded = words.map((word) =>
      decodeURIComponent(word.slice(10, -2).replaceAll('_', ' ').replaceAll('%', '%25').replaceAll('=', '%')),
    );
    expect(decoded.join('')).toBe(`Re: ${subject}`);
  });
});
