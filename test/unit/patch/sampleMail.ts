import { readSeries } from '../../../src/core/patch/readSeries.ts';
import type { Series } from '../../../src/core/patch/series.ts';
import type { Problem } from '../../../src/core/problem.ts';

/** A diff whose lines have what mail damages: other scripts, `=`, blanks at line ends, an empty context line, `From `. */
export const DIFF =
  'diff --git a/x.c b/x.c\nindex 1111111..2222222 100644\n--- a/x.c\n+++ b/x.c\n' +
  '@@ -1,5 +1,5 @@\n s = "\u00e9";\n-b = "x";   \n+c = "y";\t\n \n From here;\n .\n';

/** The texts of its lines, as they must come out of every mail. */
export const DIFF_LINES = ['s = "\u00e9";', 'b = "x";   ', 'c = "y";\t', '', 'From here;', '.'];

export const BODY = `Say why.\n\nSigned-off-by: J\u00f6rg One <one@example.org>\n---\n x.c | 2 +-\n\n${DIFF}-- \n2.47.0\n\n`;

/** A mail with usual headers, further ones, and a body in any encoding. */
export function mail(headers: readonly string[], body: string | Uint8Array): Uint8Array {
  const all = [
    'From: =?UTF-8?Q?J=C3=B6rg?= One <one@example.org>',
    'To: devel@lists.example.org',
    'Subject: [PATCH] fan: add =?utf-8?B?w6Q=?=',
    'Date: Mon, 6 Jan 2025 10:00:00 +0100',
    'Message-ID: <one@example.org>',
    'MIME-Version: 1.0',
    ...headers,
  ];
  return Buffer.concat([Buffer.from(`${all.join('\n')}\n\n`), Buffer.from(body)]);
}

/** Encodes a text as quoted-printable, with soft line breaks. */
export function quotedPrintable(text: string): string {
  const encoded = Array.from(Buffer.from(text), (byte) =>
    byte === 61 || byte > 126 || (byte < 32 && byte !== 10)
      ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
      : String.fromCharCode(byte),
  ).join('');
  return encoded
    .split('\n')
    .map((line) => line.replace(/[ \t]$/, (blank) => (blank === ' ' ? '=20' : '=09')))
    .map((line) => line.replace(/(?:[^=]|=..){60}(?=.)/g, '$&=\n'))
    .join('\n');
}

export function base64(text: string | Uint8Array): string {
  return Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\n') + '\n';
}

/** Reads one input named `in`. */
export async function readOne(
  bytes: Uint8Array | string,
): Promise<{ readonly series: readonly Series[]; readonly problems: readonly Problem[] }> {
  const { value, problems } = await readSeries([{ name: 'in', bytes: Buffer.from(bytes) }]);
  return { series: value, problems };
}

/** Texts of all diff lines of a series. */
export function diffLines(series: Series | undefined): readonly string[] {
  return (series?.patches ?? []).flatMap(({ files }) =>
    files.flatMap(({ hunks }) => hunks.flatMap(({ lines }) => lines.map(({ text }) => text))),
  );
}
