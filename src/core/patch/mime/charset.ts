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
  const parts: string[] = [];
  let invalidLine: number | undefined;
  let line = 1;
  for (let at = 0; at < bytes.length; line++) {
    const end = bytes.indexOf(10, at);
    const next = end < 0 ? bytes.length : end + 1;
    const piece = bytes.subarray(at, next);
    const valid = utf8(piece);
    if (valid === undefined) invalidLine ??= line;
    parts.push(valid ?? latin1(piece));
    at = next;
  }
  return { text: parts.join(''), unknown: undefined, invalidLine };
}

/** Decodes bytes as Latin-1. */
export function latin1(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes);
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
