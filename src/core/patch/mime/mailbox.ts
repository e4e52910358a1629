/** One message of a mailbox, still encoded. */
export interface RawMail {
  readonly bytes: Uint8Array;
  /** 1-based line of the input where its headers begin. */
  readonly line: number;
  /** The `From ` line above it, if there is one. */
  readonly separator: string | undefined;
}

const LF = 10;
const FROM = [70, 114, 111, 109, 32];

/**
 * Splits a mailbox (mbox, mboxrd) at the same lines as git mailsplit. An input that does not begin with a `From ` line is
 * one mail, whatever stands in it.
 */
export function splitMailbox(bytes: Uint8Array): readonly RawMail[] {
  const start = firstByte(bytes);
  if (fromLine(bytes, start) === undefined) return [{ bytes, line: 1, separator: undefined }];
  const mails: RawMail[] = [];
  let separator: string | undefined;
  let from = start;
  let fromNumber = 1;
  let number = 1;
  for (let at = start; at < bytes.length; at = lineAfter(bytes, at), number++) {
    const next = fromLine(bytes, at);
    if (next === undefined) continue;
    if (separator !== undefined) mails.push({ bytes: bytes.subarray(from, at), line: fromNumber, separator });
    separator = next;
    from = lineAfter(bytes, at);
    fromNumber = number + 1;
  }
  return [...mails, { bytes: bytes.subarray(from), line: fromNumber, separator }];
}

/** Takes one `>` from lines that a mailbox has escaped (mboxrd, and mboxo, which escapes once only). */
export function unescapeFrom(text: string): string {
  return text.includes('>From ') ? text.replace(/^>(>*From )/gm, '$1') : text;
}

/** Id of the commit that git format-patch writes into a `From ` line. */
export function commitOf(separator: string | undefined): string | undefined {
  return /^From ([0-9a-f]{40}|[0-9a-f]{64}) Mon Sep 17 00:00:00 2001/.exec(separator ?? '')?.[1];
}

/** Offset behind a byte order mark. */
function firstByte(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

/** The line at `at` if it separates mails: it begins with `From ` and ends in a time and a year after 1990. */
function fromLine(bytes: Uint8Array, at: number): string | undefined {
  for (let i = 0; i < FROM.length; i++) if (bytes[at + i] !== FROM[i]) return undefined;
  const line = String.fromCharCode(...bytes.subarray(at, Math.min(lineAfter(bytes, at), at + MAX_FROM_LINE)));
  const year = /\d:\d\d:\d\d\s+(\d+)[^:]*$/.exec(line)?.[1];
  return year !== undefined && Number(year) > 90 ? line : undefined;
}

const MAX_FROM_LINE = 500;

function lineAfter(bytes: Uint8Array, at: number): number {
  const end = bytes.indexOf(LF, at);
  return end < 0 ? bytes.length : end + 1;
}
