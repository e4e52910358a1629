import type { Report } from '../place.ts';
import { decodeText } from './charset.ts';
import { field, parameter, type Headers } from './headers.ts';
import { decodeTransfer } from './transferEncoding.ts';

/** A part of a mail that can be read as text. */
export interface TextPart {
  /** Decoded; lines end in LF, and in CRLF only if not all of them did. */
  readonly text: string;
  /** Name of an attached file; empty for a part of the mail's own text. */
  readonly fileName: string;
  /** Sent as `format=flowed`, and with `DelSp=yes`. */
  readonly flowed: boolean;
  readonly deleteSpace: boolean;
  /** 1-based line of the mail where the text begins. */
  readonly line: number;
  /** Each line of the text is one line of the mail. */
  readonly verbatim: boolean;
}

/** Reads a part that holds no other parts; undefined if it is no text and no patch. `line` is where its body begins. */
export function readTextPart(
  headers: Headers,
  body: Uint8Array,
  line: number,
  report: Report,
): TextPart | undefined {
  const contentType = field(headers, 'content-type');
  const disposition = field(headers, 'content-disposition');
  const fileName = parameter(disposition, 'filename') || parameter(contentType, 'name');
  if (!isReadable(contentType, fileName)) {
    if (PACKED_PATCH.test(fileName))
      report(
        'undecodable-mail',
        `The attachment ${JSON.stringify(fileName)} is compressed, so it was not read.`,
        line,
      );
    return undefined;
  }
  const encoding = field(headers, 'content-transfer-encoding');
  const decoded = decodeTransfer(body, encoding);
  if (!decoded)
    report(
      'undecodable-mail',
      `The transfer encoding ${JSON.stringify(encoding)} is not known; the text was read as it is.`,
      line,
    );
  if (decoded?.cut === true) report('truncated-mail', 'The encoded text of the mail breaks off.', line);
  const { text, unknown, invalidLine } = decodeText(
    decoded?.bytes ?? body,
    parameter(contentType, 'charset'),
  );
  if (unknown !== undefined)
    report(
      'unknown-charset',
      `The charset ${JSON.stringify(unknown)} is not known; the text was read as UTF-8, or Latin-1 where it is none.`,
      line,
    );
  const verbatim = !decoded || decoded.bytes === body;
  if (invalidLine !== undefined)
    report('undecodable-mail', INVALID, verbatim ? line + invalidLine - 1 : line);
  return {
    text: withoutTransportCr(text),
    fileName: isAttached(contentType, disposition) ? fileName || 'attachment' : '',
    flowed: /^flowed$/i.test(parameter(contentType, 'format')),
    deleteSpace: /^yes$/i.test(parameter(contentType, 'delsp')),
    line,
    verbatim,
  };
}

/** Mail travels with CRLF. If every line has it, it came with the transport; if some have, it belongs to the patched file. */
export function withoutTransportCr(text: string): string {
  return text.includes('\r') && !/(?<!\r)\n/.test(text) ? text.replace(/\r\n/g, '\n') : text;
}

const INVALID =
  'From this line on there are characters that the charset of the mail does not have; they were read as Latin-1.';
const PATCH_NAME = /\.(patch|diff|mbox|eml|txt)$/i;
const PACKED_PATCH = /\.(patch|diff|mbox)s?(\.tar)?\.(gz|xz|bz2|zst|zip)$/i;

function isReadable(contentType: string, fileName: string): boolean {
  const type = /^[^;\s]*/.exec(contentType)?.[0].toLowerCase() ?? '';
  if (type === '' || /^text\/(?!html|calendar|css|rtf)/.test(type)) return true;
  return (
    type.startsWith('application/') &&
    (PATCH_NAME.test(fileName) || /^application\/(x-)?(patch|diff)$/.test(type))
  );
}

function isAttached(contentType: string, disposition: string): boolean {
  return /^attachment/i.test(disposition) || !/^(text\/plain|;|$)/i.test(contentType);
}
