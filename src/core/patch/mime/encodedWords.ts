import { decodeText } from './charset.ts';
import { decodeBase64, decodeQuotedPrintable } from './transferEncoding.ts';

/** Neighbouring encoded words of RFC 2047 with the blanks between them, which do not count. */
const WORDS = /=\?[^?\s]{1,60}\?[bq]\?[^?]*\?=(?:\s+=\?[^?\s]{1,60}\?[bq]\?[^?]*\?=)*/gi;
const WORD = /=\?([^?*\s]+)(?:\*[^?\s]*)?\?([bq])\?([^?]*)\?=/gi;

/** Decodes the encoded words in a header's value. Words in a charset that nobody knows are read as Latin-1. */
export function decodeWords(value: string): string {
  return value.includes('=?') ? value.replace(WORDS, decodeRun) : value;
}

/** Mailers split characters between words, so the bytes of neighbours in one charset are put together first. */
function decodeRun(run: string): string {
  let text = '';
  let charset = '';
  let bytes: number[] = [];
  for (const [, label = '', encoding = '', encoded = ''] of run.matchAll(WORD)) {
    if (label.toLowerCase() !== charset) {
      text += decodeText(Uint8Array.from(bytes), charset).text;
      bytes = [];
    }
    charset = label.toLowerCase();
    for (const byte of decodeWord(encoding, encoded)) bytes.push(byte);
  }
  return text + decodeText(Uint8Array.from(bytes), charset).text;
}

function decodeWord(encoding: string, encoded: string): Uint8Array {
  const bytes = new TextEncoder().encode(
    encoding.toLowerCase() === 'q' ? encoded.replace(/_/g, ' ') : encoded,
  );
  return (encoding.toLowerCase() === 'b' ? decodeBase64(bytes) : decodeQuotedPrintable(bytes)).bytes;
}
