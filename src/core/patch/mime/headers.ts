import { decodeUtf8 } from './charset.ts';

/** The header fields that matter here, by lower-case name; values unfolded, in the order in which they stand. */
export type Headers = ReadonlyMap<string, readonly string[]>;

export interface HeaderBlock {
  readonly headers: Headers;
  /** Offset where the body begins. */
  readonly body: number;
  /** Lines above the body, with the blank one. */
  readonly lines: number;
  /** False if the text ends before the blank line. */
  readonly complete: boolean;
}

const [LF, CR] = [10, 13] as const;

/** Reads the header block at the begin of a message or of a part of one. */
export function readHeaders(bytes: Uint8Array): HeaderBlock {
  let lines = 0;
  let at = 0;
  while (at < bytes.length) {
    const blank = bytes[at] === LF ? 1 : bytes[at] === CR && bytes[at + 1] === LF ? 2 : 0;
    if (blank > 0) return { ...block(bytes, at), body: at + blank, lines: lines + 1, complete: true };
    const end = bytes.indexOf(LF, at);
    at = end < 0 ? bytes.length : end + 1;
    lines++;
  }
  return { ...block(bytes, at), body: at, lines, complete: false };
}

/** The first value of a field; empty if there is none. */
export function field(headers: Headers, name: string): string {
  return headers.get(name)?.[0] ?? '';
}

/** A parameter of a structured value (`charset` in `text/plain; charset="utf-8"`), also when written as RFC 2231 has it. */
export function parameter(value: string, name: string): string {
  const found = new RegExp(
    `;\\s*${name}(?:\\*\\d*\\*?)?\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]+))`,
    'i',
  ).exec(value);
  return found?.[1]?.replace(/\\(.)/g, '$1') ?? found?.[2] ?? '';
}

/** Whether bytes begin with the headers of a mail and not with other text. */
export function looksLikeMail(bytes: Uint8Array): boolean {
  if (!/^[!-9;-~]+:/.test(String.fromCharCode(...bytes.subarray(0, 100)))) return false;
  const { headers } = readHeaders(bytes);
  return ['from', 'subject', 'message-id', 'received', 'mime-version', 'content-type'].some((name) =>
    headers.has(name),
  );
}

/** The fields that anybody asks for; a mail that came through a list has many more. */
const KNOWN = new Set([
  ...['from', 'to', 'cc', 'subject', 'date', 'message-id', 'in-reply-to', 'references', 'x-change-id'],
  ...['received', 'mime-version', 'content-type', 'content-transfer-encoding', 'content-disposition'],
]);

function block(bytes: Uint8Array, end: number): { readonly headers: Headers } {
  const headers = new Map<string, string[]>();
  let values: string[] | undefined;
  for (const line of decodeUtf8(bytes.subarray(0, end)).text.split('\n')) {
    if (line.startsWith(' ') || line.startsWith('\t')) {
      values?.push(`${values.pop() ?? ''}${line.trimEnd()}`);
      continue;
    }
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).toLowerCase();
    values = KNOWN.has(name) ? (headers.get(name) ?? []) : undefined;
    if (!values) continue;
    values.push(line.slice(colon + 1).trim());
    headers.set(name, values);
  }
  return { headers };
}
