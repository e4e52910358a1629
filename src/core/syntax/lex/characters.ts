/** Character codes that the lexers look at. */
export const NEWLINE = 10;
export const DOUBLE_QUOTE = 34;
export const HASH = 35;
export const SINGLE_QUOTE = 39;
export const STAR = 42;
export const DOT = 46;
export const SLASH = 47;
export const BACKSLASH = 92;

/** Blanks within a line: space, tab, vertical tab, form feed, carriage return. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9 || (code >= 11 && code <= 13);
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Letters, `_` and everything beyond ASCII. */
export function startsWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code > 127;
}

export function continuesWord(code: number): boolean {
  return startsWord(code) || isDigit(code);
}

/** First offset at or after `from` whose character does not continue a word. */
export function wordEnd(source: string, from: number): number {
  let at = from;
  while (continuesWord(source.charCodeAt(at))) at++;
  return at;
}

/** Number of line feeds in `start..end`. */
export function rowsIn(source: string, start: number, end: number): number {
  let rows = 0;
  for (let at = start; at < end; at++) if (source.charCodeAt(at) === NEWLINE) rows++;
  return rows;
}

/** Offset after the first `closing` at or after `from`; the end of the text if there is none. */
export function endAfter(source: string, closing: string, from: number): number {
  const at = source.indexOf(closing, from);
  return at < 0 ? source.length : at + closing.length;
}

/** Offset of the line feed that ends the line of `from`, or the end of the text. */
export function lineEnd(source: string, from: number): number {
  const at = source.indexOf('\n', from);
  return at < 0 ? source.length : at;
}
