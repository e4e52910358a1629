/** Text made of bytes, with what was wrong with them. */
export interface DecodedText {
  readonly text: string;
  /** The charset, when no decoder knows it; the text was then read as if none were named. */
  readonly unknown: string | undefined;
  /** 1-based line of the first byte that the charset does not have; undefined if all was well. */
  readonly invalidLine: number | undefined;
}

const UTF8 = /^(utf-?8|us-ascii|ascii|ansi_x3\.4-1968|7bit|8bit)?$/;

/**
 * Decodes bytes in a charset, as mail names it; empty means that none is named. Text that is said to be ASCII, or nothing,
 * is read as UTF-8, and those of its lines that are none as Latin-1: a patch may touch files in several charsets. So is text in
 * a charset that no decoder knows: often it is UTF-8, and a person answered `y` when asked for its name.
 */
export function decodeText(bytes: Uint8Array, charset: string): DecodedText {
  const label = charset.trim().toLowerCase();
  if (UTF8.test(label)) return decodeUtf8(bytes);
  try {
    const text = new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
    const invalid = text.indexOf('\ufffd');
    return { text, unknown: undefined, invalidLine: invalid < 0 ? undefined : lineAt(text, invalid) };
  } catch {
    return { text: decodeUtf8(bytes).text, unknown: charset, invalidLine: undefined };
  }
}

/** Decodes UTF-8; lines that are none are read as Latin-1 (windows-1252, of which it is a part). */
export function decodeUtf8(bytes: Uint8Array): DecodedText {
  const whole = utf8(bytes);
  if (whole !== undefined) return { text: whole, unknown: undefined, invalidLine: undefined };
  let text = '';
  let invalidLine: number | undefined;
  let from = 0;
  let valid = true;
  const decode = (end: number): string => {
    const run = bytes.subarray(from, end);
    return valid ? (utf8(run) ?? latin1(run)) : latin1(run);
  };
  for (let at = 0, line = 1; at < bytes.length; line++) {
    const end = bytes.indexOf(10, at);
    const next = end < 0 ? bytes.length : end + 1;
    const isValid = isUtf8(bytes, at, next);
    if (!isValid) invalidLine ??= line;
    if (isValid !== valid) {
      text += decode(at);
      from = at;
      valid = isValid;
    }
    at = next;
  }
  return { text: text + decode(bytes.length), unknown: undefined, invalidLine };
}

// Made once: a mailbox has several texts for each mail, and making a decoder costs more than most of them.
const STRICT_UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const LATIN1 = new TextDecoder('windows-1252');

/** Decodes bytes as Latin-1. */
function latin1(bytes: Uint8Array): string {
  return LATIN1.decode(bytes);
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return STRICT_UTF8.decode(bytes);
  } catch {
    return undefined;
  }
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** Whether the bytes from `from` up to `end` are UTF-8. A decoder could tell, but only by throwing, which is slow. */
function isUtf8(bytes: Uint8Array, from: number, end: number): boolean {
  for (let at = from; at < end;) {
    const length = sequenceLength(bytes[at] ?? 0, bytes[at + 1] ?? 0);
    if (length === 0 || at + length > end) return false;
    for (let tail = at + 1; tail < at + length; tail++)
      if (((bytes[tail] ?? 0) & 0xc0) !== 0x80) return false;
    at += length;
  }
  return true;
}

/** Bytes of the character that begins with these two; 0 if none does (RFC 3629, table of well-formed sequences). */
function sequenceLength(first: number, second: number): number {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first <= 0xdf) return 2;
  if (first === 0xe0) return second >= 0xa0 ? 3 : 0;
  if (first === 0xed) return second <= 0x9f ? 3 : 0;
  if (first >= 0xe1 && first <= 0xef) return 3;
  if (first === 0xf0) return second >= 0x90 ? 4 : 0;
  if (first === 0xf4) return second <= 0x8f ? 4 : 0;
  return first >= 0xf1 && first <= 0xf3 ? 4 : 0;
}
