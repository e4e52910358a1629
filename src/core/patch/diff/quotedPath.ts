const ESCAPES: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
};

/** A path that git has put in quotes, decoded, and the text behind the closing quote; undefined if there is no such. */
export function readQuotedPath(text: string): { readonly path: string; readonly rest: string } | undefined {
  const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(text)?.[1];
  if (quoted === undefined) return undefined;
  const bytes = quoted
    .split(/(\\[0-3][0-7]{2}|\\.)/)
    .flatMap((part, index) => (index % 2 === 1 ? [escapedByte(part.slice(1))] : [...encoder.encode(part)]));
  return { path: decode(Uint8Array.from(bytes)), rest: text.slice(quoted.length + 2) };
}

const encoder = new TextEncoder();

function escapedByte(escape: string): number {
  return /^[0-7]{3}$/.test(escape) ? parseInt(escape, 8) : (ESCAPES[escape] ?? escape.charCodeAt(0));
}

/** Names of files are bytes; those that are no UTF-8 are taken for Latin-1, so that each still reads as one character. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
