import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { base64, BODY, DIFF, DIFF_LINES, diffLines, mail, quotedPrintable, readOne } from './sampleMail.ts';

const UTF8 = 'Content-Type: text/plain; charset=UTF-8';
const encoding = (name: string): string => `Content-Transfer-Encoding: ${name}`;
const inCharset = (charset: string): string => `Content-Type: text/plain; charset=${charset}`;
const flowed = (body: string): string => body.replace(/^[ >]/gm, ' $&');
const part = (headers: readonly string[], body: string): string => `--BB\n${headers.join('\n')}\n\n${body}\n`;
const multipart = (kind: string): string => `Content-Type: multipart/${kind}; boundary="BB"`;
const attached = (type: string): readonly string[] => [
  `Content-Type: ${type}; charset=utf-8; name="0001-x.patch"`,
  'Content-Disposition: attachment; filename="0001-x.patch"',
  encoding('base64'),
];
const SIGNATURE = part(
  ['Content-Type: application/pgp-signature; name="signature.asc"'],
  '-----BEGIN PGP SIGNATURE-----',
);

const MAILS: readonly (readonly [what: string, bytes: Uint8Array])[] = [
  ['8bit', mail([UTF8, encoding('8bit')], BODY)],
  ['no encoding and no charset', mail([], BODY)],
  ['quoted-printable', mail([UTF8, encoding('Quoted-Printable')], quotedPrintable(BODY))],
  ['base64', mail([UTF8, encoding('base64')], base64(BODY))],
  ['base64 of CRLF lines', mail([UTF8, encoding('base64')], base64(BODY.replaceAll('\n', '\r\n')))],
  [
    'base64 with the block of a mailing list behind it',
    mail([UTF8, encoding('base64')], base64(BODY) + base64('_____\nlist\n')),
  ],
  [
    'CRLF throughout',
    Buffer.from(
      Buffer.from(mail([UTF8], BODY))
        .toString()
        .replaceAll('\n', '\r\n'),
    ),
  ],
  ['Latin-1', mail([inCharset('iso-8859-1'), encoding('8bit')], Buffer.from(BODY, 'latin1'))],
  [
    'windows-1252 as quoted-printable',
    mail(
      [inCharset('windows-1252'), encoding('quoted-printable')],
      quotedPrintable(BODY.replace(/[\u00e9\u00f6]/g, '\u0001'))
        .replace('=01', '=F6')
        .replace('=01', '=E9'),
    ),
  ],
  ['a charset in quotes', mail([inCharset('"utf-8"'), encoding('8bit')], BODY)],
  ['flowed', mail([`${UTF8}; format=flowed`], flowed(BODY))],
  ['flowed with DelSp', mail([`${UTF8}; format=flowed; delsp=yes`], flowed(BODY))],
  ['flowed in name only', mail([`${UTF8}; format=flowed`], BODY)],
  [
    'an inline part with a signature',
    mail(
      [multipart('signed')],
      part([UTF8, encoding('quoted-printable')], quotedPrintable(BODY)) + SIGNATURE + '--BB--\n',
    ),
  ],
  [
    'a plain alternative to HTML',
    mail(
      [multipart('alternative')],
      part([UTF8], BODY) + part(['Content-Type: text/html'], '<pre>x</pre>') + '--BB--\n',
    ),
  ],
  [
    'a boundary without quotes, in nested parts',
    mail(
      ['Content-Type: multipart/mixed; boundary=AA'],
      `--AA\nContent-Type: multipart/alternative; boundary="BB"\n\n${part([UTF8], BODY)}--BB--\n--AA--\n`,
    ),
  ],
];

describe('a mail', () => {
  it.each(MAILS)('is decoded: %s', async (_, bytes) => {
    const { series, problems } = await readOne(bytes);
    expect(problems).toEqual([]);
    expect(series).toHaveLength(1);
    expect(diffLines(series[0])).toEqual(DIFF_LINES);
    expect(series[0]?.patches[0]).toMatchObject({
      id: 'one@example.org',
      author: 'J\u00f6rg One <one@example.org>',
      message: {
        subject: 'fan: add \u00e4',
        body: ['Say why.', '', 'Signed-off-by: J\u00f6rg One <one@example.org>'],
        notes: [' x.c | 2 +-'],
      },
    });
  });

  it.each([
    ['koi8-r', [0xd0, 0xd2], '\u043f\u0440'],
    ['gb2312', [0xd6, 0xd0], '\u4e2d'],
    ['shift_jis', [0x93, 0xfa], '\u65e5'],
    ['iso-8859-15', [0xa4], '\u20ac'],
  ])('is decoded from %s', async (charset, bytes, text) => {
    const body = Buffer.concat([
      Buffer.from(`Say `),
      Buffer.from(bytes),
      Buffer.from(`\n---\n${DIFF.replace('\u00e9', 'e')}`),
    ]);
    const { series, problems } = await readOne(mail([inCharset(charset), encoding('8bit')], body));
    expect(problems).toEqual([]);
    expect(series[0]?.patches[0]?.message.body).toEqual([`Say ${text}`]);
  });

  it('may carry the patch as an attachment', async () => {
    for (const type of ['text/x-patch', 'text/x-diff', 'application/octet-stream', 'text/plain']) {
      const body = `${part([UTF8], 'See the patch.')}${part(attached(type), base64(DIFF))}--BB--\n`;
      const { series, problems } = await readOne(mail([multipart('mixed')], body));
      expect(problems).toEqual([]);
      expect(diffLines(series[0])).toEqual(DIFF_LINES);
      expect(series[0]?.patches[0]?.message.body).toEqual(['See the patch.']);
    }
  });

  it('may carry files that are no patches', async () => {
    const log = part(
      ['Content-Type: text/plain; name="dmesg.txt"', 'Content-Disposition: attachment; filename="dmesg.txt"'],
      'BUG',
    );
    const { series, problems } = await readOne(
      mail([multipart('mixed')], `${part([UTF8], BODY)}${log}--BB--\n`),
    );
    expect(problems).toEqual([]);
    expect(diffLines(series[0])).toEqual(DIFF_LINES);
  });

  it('may carry several files of git format-patch, and is their cover letter', async () => {
    const patch = (number: number): string =>
      `From ${String(number).repeat(40)} Mon Sep 17 00:00:00 2001\nFrom: Two <two@example.org>\n` +
      `Subject: [PATCH ${number}/2] part ${number}\n\nWhy.\n---\n${DIFF}`;
    const body = `${part([UTF8], 'Both parts.')}${part(attached('text/x-patch'), base64(patch(1)))}${part(attached('text/x-patch'), base64(patch(2)))}--BB--\n`;
    const { series, problems } = await readOne(mail([multipart('mixed')], body));
    expect(problems).toEqual([]);
    expect(series[0]).toMatchObject({
      id: 'one@example.org',
      total: 2,
      cover: { message: { body: ['Both parts.'] } },
    });
    expect(
      series[0]?.patches.map(({ id, author, message, commit }) => [id, author, message.subject, commit]),
    ).toEqual([
      ['one@example.org#1', 'Two <two@example.org>', 'part 1', '1'.repeat(40)],
      ['one@example.org#2', 'Two <two@example.org>', 'part 2', '2'.repeat(40)],
    ]);
  });

  it('may carry another mail whole', async () => {
    const inner = mail([UTF8], BODY).toString();
    const outer = `From: Two <two@example.org>\nSubject: Fwd: look\nMessage-ID: <two@example.org>\n${multipart('mixed')}\n\n`;
    const { series } = await readOne(`${outer}${part(['Content-Type: message/rfc822'], inner)}--BB--\n`);
    expect(series.map(({ id }) => id)).toEqual(['one@example.org']);
  });
});

describe('an input', () => {
  const whole = mail([UTF8], BODY);

  it('may be compressed', async () => {
    const { series, problems } = await readOne(gzipSync(whole));
    expect(problems).toEqual([]);
    expect(diffLines(series[0])).toEqual(DIFF_LINES);
  });

  it('that is compressed and damaged is reported', async () => {
    const { series, problems } = await readOne(gzipSync(whole).subarray(0, 100));
    expect(series).toEqual([]);
    expect(problems.map(({ code, at }) => [code, at])).toContainEqual(['unreadable-input', 'in']);
  });

  it('may be UTF-16, as some shells write it, or begin with a byte order mark', async () => {
    for (const bytes of [Buffer.from(`\ufeff${DIFF}`, 'utf16le'), Buffer.from(`\ufeff${DIFF}`)]) {
      const { series, problems } = await readOne(bytes);
      expect(problems).toEqual([]);
      expect(diffLines(series[0])).toEqual(DIFF_LINES);
    }
  });
});

describe('what is wrong with a mail', () => {
  const problemsOf = async (bytes: Uint8Array): Promise<readonly string[]> =>
    (await readOne(bytes)).problems.map(({ code, at }) => `${code} ${at}`);

  it('is said: a charset that nobody knows', async () => {
    const bytes = mail([inCharset('x-klingon'), encoding('8bit')], Buffer.from(BODY, 'latin1'));
    expect(await problemsOf(bytes)).toEqual(['unknown-charset in:10']);
    expect(diffLines((await readOne(bytes)).series[0])).toEqual(DIFF_LINES);
  });

  it('is said: an answer to "Which encoding?" taken for a charset', async () => {
    const bytes = mail([inCharset('y'), encoding('8bit')], BODY);
    expect(await problemsOf(bytes)).toEqual(['unknown-charset in:10']);
    expect(diffLines((await readOne(bytes)).series[0])).toEqual(DIFF_LINES);
  });

  it('is said: bytes that are not in the charset; the other lines do not suffer', async () => {
    const body = Buffer.concat([
      Buffer.from('\u00f6\n'),
      Buffer.from('\u00e4\n', 'latin1'),
      Buffer.from(`---\n${DIFF}`),
    ]);
    const bytes = mail([UTF8, encoding('8bit')], body);
    expect(await problemsOf(bytes)).toEqual(['undecodable-mail in:11']);
    const { series } = await readOne(bytes);
    expect(series[0]?.patches[0]?.message.body).toEqual(['\u00f6', '\u00e4']);
    expect(diffLines(series[0])).toEqual(DIFF_LINES);
  });

  it('is said: a transfer encoding that nobody knows', async () => {
    expect(await problemsOf(mail([UTF8, encoding('x-uuencode')], BODY))).toEqual(['undecodable-mail in:10']);
  });

  it('is said: no plain text', async () => {
    const html = mail(['Content-Type: text/html'], '<p>patch</p>');
    expect(await problemsOf(html)).toEqual(['undecodable-mail in:1', 'no-patch-found in:1']);
  });

  it('is said: a compressed attachment', async () => {
    const packed = part(['Content-Type: application/gzip; name="x.patch.gz"', encoding('base64')], 'H4sI');
    const problems = await problemsOf(mail([multipart('mixed')], `${part([UTF8], BODY)}${packed}--BB--\n`));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^undecodable-mail in:\d+$/);
  });

  it('is said: flowed text that was wrapped', async () => {
    const wrapped = DIFF.replace('+c = "y";\t\n', '+c = \n"y";\t\n');
    const problems = await problemsOf(mail([`${UTF8}; format=flowed`], flowed(`Why.\n---\n${wrapped}`)));
    expect(problems).toEqual(['hunk-garbage in:1', 'format-flowed in:1']);
  });

  it('is said: flowed text whose blanks became no-break spaces', async () => {
    const spaced = DIFF.replace('+c = ', '+\u00a0 c = ');
    expect(await problemsOf(mail([`${UTF8}; format=flowed`], `Why.\n---\n${spaced}`))).toEqual([
      'format-flowed in:1',
    ]);
  });

  it.each([
    ['base64 that breaks off', mail([UTF8, encoding('base64')], base64(BODY).slice(0, 241))],
    [
      'quoted-printable that breaks off',
      mail([UTF8, encoding('quoted-printable')], `${quotedPrintable(BODY).split('\n+c')[0] ?? ''}\n+c =3`),
    ],
    ['a part without an end', mail([multipart('mixed')], part([UTF8], BODY))],
    ['headers without a body', mail([UTF8], '').subarray(0, -1)],
    [
      'a diff that lacks a file of the diffstat',
      mail(
        [UTF8],
        `Why.\n---\n x.c | 2 +-\n y.c | 1 +\n 2 files changed, 2 insertions(+), 1 deletion(-)\n\n${DIFF}`,
      ),
    ],
    [
      'a diff that lacks lines of the diffstat',
      mail([UTF8], `Why.\n---\n x.c | 3 +-\n 1 file changed, 2 insertions(+), 1 deletion(-)\n\n${DIFF}`),
    ],
  ])('is said: %s', async (_, bytes) => {
    expect((await readOne(bytes)).problems.map(({ code }) => code)).toContain('truncated-mail');
  });
});
