import { describe, expect, it } from 'vitest';
import { readGitLog, readWorkingTree } from '../../../src/core/patch/gitSource.ts';
import { readSeries } from '../../../src/core/patch/readSeries.ts';
import type { Series } from '../../../src/core/patch/series.ts';
import { gitDiff, HUNK } from './describeFiles.ts';
import { nastyText, random } from './nastyFiles.ts';
import { base64, mail, quotedPrintable } from './sampleMail.ts';

const UTF8 = 'Content-Type: text/plain; charset=UTF-8';
const STAT = ' x.c | 4 ++--\n y.rs | 2 +-\n 2 files changed, 3 insertions(+), 3 deletions(-)\n\n';
const DIFF = gitDiff('x.c', HUNK, '@@ -9,2 +9,2 @@ int f(void)\n a\n-b\n+c\n') + gitDiff('y.rs', HUNK);
const BODY = `Why \u00f6.\n\nSigned-off-by: One <one@example.org>\n---\n${STAT}${DIFF}-- \n2.47.0\n\n`;

const part = `--BB\n${UTF8}\nContent-Transfer-Encoding: base64\n\n${base64(BODY)}\n--BB--\n`;
const numbered = (number: number, to: string): Buffer =>
  Buffer.from(
    `From git@z Thu Jan  1 00:00:00 1970\n${Buffer.from(mail([UTF8, `In-Reply-To: ${to}`], BODY))
      .toString()
      .replace('[PATCH]', `[PATCH ${number}/2]`)
      .replace('ID: <one@', `ID: <${number}@`)}`,
  );

const INPUTS: readonly (readonly [what: string, bytes: Uint8Array])[] = [
  ['a mail', mail([UTF8], BODY)],
  [
    'a mail in CRLF',
    Buffer.from(
      Buffer.from(mail([UTF8], BODY))
        .toString()
        .replaceAll('\n', '\r\n'),
    ),
  ],
  [
    'a quoted-printable mail',
    mail([UTF8, 'Content-Transfer-Encoding: quoted-printable'], quotedPrintable(BODY)),
  ],
  ['a base64 mail', mail([UTF8, 'Content-Transfer-Encoding: base64'], base64(BODY))],
  ['a multipart mail', mail(['Content-Type: multipart/mixed; boundary=BB'], part)],
  ['a flowed mail', mail([`${UTF8}; format=flowed`], BODY.replace(/^ /gm, '  '))],
  ['a mailbox', Buffer.concat([numbered(1, '<0@example.org>'), numbered(2, '<1@example.org>')])],
];

/** What must not be lost without a word. */
const content = (series: readonly Series[]): unknown =>
  series.map(({ patches }) =>
    patches.map(({ message, files }) => [
      message.body,
      files.map(({ oldPath, newPath, hunks }) => [oldPath, newPath, hunks.map(({ lines }) => lines)]),
    ]),
  );

describe('an input that is cut off', () => {
  it.each(INPUTS)('at any byte is never read as if it were whole: %s', async (_, bytes) => {
    const whole = await readSeries([{ name: 'in', bytes }]);
    expect(whole.problems).toEqual([]);
    const silent: string[] = [];
    for (let length = 0; length < bytes.length; length++) {
      const { value, problems } = await readSeries([{ name: 'in', bytes: bytes.subarray(0, length) }]);
      if (problems.length === 0 && JSON.stringify(content(value)) !== JSON.stringify(content(whole.value)))
        silent.push(Buffer.from(bytes.subarray(Math.max(0, length - 60), length)).toString());
    }
    expect(silent).toEqual([]);
  });

  it('at any byte of a bare diff is told, but between two hunks, where nothing can be known', async () => {
    const bytes = Buffer.from(DIFF);
    const rests: string[] = [];
    for (let length = 0; length < bytes.length; length++) {
      const { problems } = await readSeries([{ name: 'in', bytes: bytes.subarray(0, length) }]);
      if (problems.length === 0) rests.push(DIFF.slice(length));
    }
    expect(rests.map((rest) => rest.split('\n')[0])).toEqual([
      '@@ -9,2 +9,2 @@ int f(void)',
      'diff --git a/y.rs b/y.rs',
    ]);
  });
});

describe('an input that is damaged anywhere', () => {
  it('is read without a failure', async () => {
    const next = random(7);
    for (const [, bytes] of INPUTS)
      for (let round = 0; round < 60; round++) {
        const damaged = Buffer.from(bytes);
        for (let hits = 1 + next(8); hits > 0; hits--) damaged[next(damaged.length)] = next(256);
        const from = next(damaged.length);
        const moved = Buffer.concat([
          damaged.subarray(next(from + 1), from),
          damaged.subarray(next(damaged.length)),
        ]);
        for (const input of [damaged, moved]) {
          const { value, problems } = await readSeries([{ name: 'in', bytes: input }]);
          expect(value.length + problems.length).toBeGreaterThan(0);
          readGitLog(input, 'range');
          readWorkingTree(input, 'title');
        }
      }
  });

  it('is read without a failure when it is made of nothing but misleading lines', async () => {
    const next = random(11);
    for (let round = 0; round < 300; round++) {
      const text = `${next(2) ? gitDiff('x.c', HUNK) : 'Subject: [PATCH] x\n\n'}${nastyText(next, 60)}`;
      const { value, problems } = await readSeries([{ name: 'in', bytes: Buffer.from(text) }]);
      expect(value.length + problems.length).toBeGreaterThan(0);
    }
  });
});

/** Inputs of a given size that make a careless reader take the square of its time. */
const HOSTILE: readonly (readonly [what: string, make: (count: number) => string])[] = [
  ['separators of mails', (count) => 'From x Thu Jan  1 00:00:00 1970\n'.repeat(count)],
  ['mails', (count) => 'From x Thu Jan  1 00:00:00 1970\nSubject: [PATCH 1/9] x\n\n'.repeat(count)],
  ['a chain of answers', (count) => chain(count, '[PATCH 1/2]')],
  ['a chain of replies', (count) => chain(count, 'Re:')],
  ['headers of files', (count) => 'diff --git a/x b/x\nindex 1..2\n'.repeat(count)],
  ['lines that begin plain headers', (count) => '--- a/x\n+++ b/x\n'.repeat(count)],
  ['hunk headers', (count) => gitDiff('x.c', '@@ -1 +1 @@\n'.repeat(count))],
  [
    'a hunk without an end',
    (count) => gitDiff('x.c', `@@ -1,99999999 +1,99999999 @@\n${'--- a/x\n+++ b/x\n'.repeat(count)}`),
  ],
  [
    'garbage in a hunk',
    (count) => gitDiff('x.c', `@@ -1,99999999 +1,99999999 @@\n${' a\nx\ny\nz\n'.repeat(count)}`),
  ],
  ['marks of missing line ends', (count) => gitDiff('x.c', `@@ -1,9 +1,9 @@\n a\n${'\\ x\n'.repeat(count)}`)],
  ['blanks in a name', (count) => `diff --git a/${' '.repeat(count)} b/y\nindex 1..2\n`],
  ['quotes in a name', (count) => `diff --git "a/${'\\"'.repeat(count)}\nindex 1..2\n`],
  ['hidden characters', (count) => gitDiff('x.c', `@@ -0,0 +1,${count} @@\n${'+\u202e\n'.repeat(count)}`)],
  ['brackets in a subject', (count) => `Subject: ${'[PATCH] ['.repeat(count)}\n\nx\n`],
  ['encoded words', (count) => `Subject: ${'=?utf-8?q?=?= '.repeat(count)}=?utf-8?q?x\n\nx\n`],
  [
    'addresses',
    (count) =>
      `Subject: [PATCH] x\nMessage-ID: <x@y>\nTo: ${'"a, <b'.repeat(count)}\nCc: ${'a@b, '.repeat(count)}\n\nx\n`,
  ],
  ['folded headers', (count) => `Subject: [PATCH]\n${' x\n'.repeat(count)}\nx\n`],
  [
    'parts',
    (count) => `Subject: [PATCH]\nContent-Type: multipart/mixed; boundary=B\n\n${'--B\n\nx\n'.repeat(count)}`,
  ],
  [
    'nested parts',
    (count) => `Subject: x\n${'Content-Type: multipart/mixed; boundary=B\n\n--B\n'.repeat(count)}`,
  ],
  ['nested mails', (count) => `Subject: x\n${'Content-Type: message/rfc822\n\n'.repeat(count)}`],
  [
    'flowed lines',
    (count) => `Subject: [PATCH] x\nContent-Type: text/plain; format=flowed\n\n${'a \n'.repeat(count)}`,
  ],
  ['bytes of no charset', (count) => `Subject: [PATCH] x\n\n${'\u00e4\n'.repeat(count)}`],
  ['scissors', (count) => `Subject: [PATCH] x\n\n${'-- >8 --\n'.repeat(count)}${'- >'.repeat(count)}`],
  ['trailers', (count) => `Subject: [PATCH] x\n\n${'A: b\n c\n'.repeat(count)}`],
  ['carriage returns', (count) => `Subject: [PATCH] x\n\n${'\r'.repeat(count)}\n`],
  ['commits', (count) => `commit ${'a'.repeat(40)}\n\n`.repeat(count)],
];

function chain(count: number, subject: string): string {
  return Array.from(
    { length: count },
    (_, index) =>
      `From x Thu Jan  1 00:00:00 1970\nSubject: ${subject} x\nMessage-ID: <${index}@y>\nIn-Reply-To: <${index + 1}@y>\n\nx\n`,
  ).join('');
}

describe('time', () => {
  const secondsFor = async (text: string): Promise<number> => {
    const bytes = Buffer.from(text, 'latin1');
    // Time of the processor, so that a busy machine does not count.
    const start = process.cpuUsage();
    await readSeries([{ name: 'in', bytes }]);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  };

  it.each(HOSTILE)('grows no faster than the input: %s', async (_, make) => {
    await secondsFor(make(1000));
    const small = await secondsFor(make(4000));
    const large = await secondsFor(make(32_000));
    // Eight times the input may take eight times as long; a square would take 64 times as long.
    expect(large).toBeLessThan(Math.max(small * 24, 1));
  });
});
