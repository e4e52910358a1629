import {
  BACKSLASH,
  DOT,
  DOUBLE_QUOTE,
  HASH,
  NEWLINE,
  SINGLE_QUOTE,
  SLASH,
  STAR,
  continuesWord,
  endAfter,
  isBlank,
  isDigit,
  lineEnd,
  rowsIn,
  startsWord,
  wordEnd,
} from './characters.ts';
import type { Lexeme, LexemeKind, LexStart } from './lexeme.ts';

/** Lexemes of Rust source; see `lex`. Knows raw strings, nested block comments, and lifetimes from characters. */
export function lexRust(source: string, start: LexStart): readonly Lexeme[] {
  const lexemes: Lexeme[] = [];
  let at = 0;
  let row = 0;
  const take = (kind: LexemeKind, end: number): void => {
    lexemes.push({ kind, text: source.slice(at, end), start: at, end, row, inDirective: false });
    if (kind === 'string' || kind === 'comment' || kind === 'char') row += rowsIn(source, at, end);
    at = end;
  };
  if (start === 'block-comment') take('comment', endAfter(source, '*/', 0));
  if (start === 'raw-string') take('string', endAfter(source, '"#', 0));
  while (at < source.length) {
    const code = source.charCodeAt(at);
    if (code === NEWLINE) {
      row++;
      at++;
    } else if (isBlank(code)) at++;
    else if (startsWord(code)) {
      const end = wordEnd(source, at);
      const literal = prefixedLiteral(source, at, end);
      if (literal) take(literal.kind, literal.end);
      else take('word', end);
    } else if (code === SLASH && source.charCodeAt(at + 1) === SLASH) take('comment', lineEnd(source, at));
    else if (code === SLASH && source.charCodeAt(at + 1) === STAR)
      take('comment', blockCommentEnd(source, at));
    else if (isDigit(code)) take('number', numberEnd(source, at));
    else if (code === DOUBLE_QUOTE) take('string', stringEnd(source, at + 1));
    else if (code === SINGLE_QUOTE) {
      const end = charEnd(source, at);
      if (end !== undefined) take('char', end);
      else take('lifetime', wordEnd(source, at + 1));
    } else take('punctuation', at + 1);
  }
  return lexemes;
}

function blockCommentEnd(source: string, start: number): number {
  let depth = 1;
  let at = start + 2;
  while (at < source.length && depth > 0) {
    const code = source.charCodeAt(at);
    const next = source.charCodeAt(at + 1);
    if (code === SLASH && next === STAR) depth++;
    else if (code === STAR && next === SLASH) depth--;
    else {
      at++;
      continue;
    }
    at += 2;
  }
  return Math.min(at, source.length);
}

/** `r"…"`, `br#"…"#`, `c"…"`, `b'…'`, and the raw identifier `r#type` (a word); undefined for a plain word. */
function prefixedLiteral(
  source: string,
  start: number,
  end: number,
): { readonly kind: LexemeKind; readonly end: number } | undefined {
  const next = source.charCodeAt(end);
  if (end - start > 2 || (next !== DOUBLE_QUOTE && next !== HASH && next !== SINGLE_QUOTE)) return undefined;
  const prefix = source.slice(start, end);
  if (next === SINGLE_QUOTE) {
    const charAt = prefix === 'b' ? charEnd(source, end) : undefined;
    return charAt === undefined ? undefined : { kind: 'char', end: charAt };
  }
  if (prefix === 'r' || prefix === 'br' || prefix === 'cr') return rawLiteral(source, prefix, end);
  if (next === DOUBLE_QUOTE && (prefix === 'b' || prefix === 'c'))
    return { kind: 'string', end: stringEnd(source, end + 1) };
  return undefined;
}

function rawLiteral(
  source: string,
  prefix: string,
  afterPrefix: number,
): { readonly kind: LexemeKind; readonly end: number } | undefined {
  let quote = afterPrefix;
  while (source.charCodeAt(quote) === HASH) quote++;
  const hashes = quote - afterPrefix;
  if (source.charCodeAt(quote) === DOUBLE_QUOTE)
    return { kind: 'string', end: endAfter(source, `"${'#'.repeat(hashes)}`, quote + 1) };
  if (prefix === 'r' && hashes === 1 && startsWord(source.charCodeAt(quote)))
    return { kind: 'word', end: wordEnd(source, quote) };
  return undefined;
}

function stringEnd(source: string, from: number): number {
  let at = from;
  while (at < source.length && source.charCodeAt(at) !== DOUBLE_QUOTE)
    at += source.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return Math.min(at + 1, source.length);
}

/** End of the character literal at `quote`, or undefined if a lifetime or a lone quote stands there. */
function charEnd(source: string, quote: number): number | undefined {
  const first = source.charCodeAt(quote + 1);
  if (first === BACKSLASH) {
    let at = quote + 3;
    while (at < source.length && source.charCodeAt(at) !== SINGLE_QUOTE && source.charCodeAt(at) !== NEWLINE)
      at++;
    return source.charCodeAt(at) === SINGLE_QUOTE ? at + 1 : Math.min(at, source.length);
  }
  if (first === NEWLINE) return undefined;
  const width = (source.codePointAt(quote + 1) ?? 0) > 0xffff ? 2 : 1;
  return source.charCodeAt(quote + 1 + width) === SINGLE_QUOTE ? quote + 2 + width : undefined;
}

/** Digits, suffixes, exponents and a fraction; a range `0..n` and a method `1.max(2)` end at their dot. */
function numberEnd(source: string, start: number): number {
  let at = start;
  for (;;) {
    const code = source.charCodeAt(at);
    if (continuesWord(code)) at++;
    else if (code === DOT && isDigit(source.charCodeAt(at + 1))) at++;
    else return at;
  }
}
