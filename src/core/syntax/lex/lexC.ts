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

/** Lexemes of C source; see `lex`. Knows preprocessor lines and their continuations. */
export function lexC(source: string, start: LexStart): readonly Lexeme[] {
  const lexemes: Lexeme[] = [];
  let at = 0;
  let row = 0;
  let lastCodeRow = -1;
  let inDirective = start === 'directive';
  const take = (kind: LexemeKind, end: number): void => {
    lexemes.push({ kind, text: source.slice(at, end), start: at, end, row, inDirective });
    if (kind === 'string' || kind === 'comment' || kind === 'char') row += rowsIn(source, at, end);
    if (kind !== 'comment') lastCodeRow = row;
    at = end;
  };
  if (start === 'block-comment') take('comment', endAfter(source, '*/', 0));
  while (at < source.length) {
    const code = source.charCodeAt(at);
    const next = source.charCodeAt(at + 1);
    if (code === NEWLINE) {
      row++;
      at++;
      inDirective = false;
    } else if (isBlank(code)) at++;
    else if (code === BACKSLASH && continues(source, at)) {
      row++;
      at = source.indexOf('\n', at) + 1;
    } else if (startsWord(code)) take('word', wordEnd(source, at));
    else if (code === SLASH && next === SLASH) take('comment', logicalLineEnd(source, at));
    else if (code === SLASH && next === STAR) take('comment', endAfter(source, '*/', at + 2));
    else if (code === HASH && lastCodeRow !== row && !inDirective) {
      inDirective = true;
      take('directive', at + 1);
    } else if (isDigit(code)) take('number', numberEnd(source, at));
    else if (code === DOUBLE_QUOTE) take('string', quotedEnd(source, at, code));
    else if (code === SINGLE_QUOTE) take('char', quotedEnd(source, at, code));
    else take('punctuation', at + 1);
  }
  return lexemes;
}

/** True if the backslash at `at` is the last thing on its line (a carriage return may follow). */
function continues(source: string, at: number): boolean {
  const next = source.charCodeAt(at + 1);
  return next === NEWLINE || (next === 13 && source.charCodeAt(at + 2) === NEWLINE);
}

function logicalLineEnd(source: string, start: number): number {
  let end = lineEnd(source, start);
  while (end < source.length && source.charCodeAt(end - 1) === BACKSLASH) end = lineEnd(source, end + 1);
  return end;
}

/** After the closing quote, or at the line end that cuts the literal off. */
function quotedEnd(source: string, start: number, quote: number): number {
  let at = start + 1;
  while (at < source.length && source.charCodeAt(at) !== NEWLINE) {
    if (source.charCodeAt(at) === quote) return at + 1;
    if (source.charCodeAt(at) !== BACKSLASH) at++;
    else at += source.charCodeAt(at + 1) === 13 && source.charCodeAt(at + 2) === NEWLINE ? 3 : 2;
  }
  return Math.min(at, source.length);
}

/** A preprocessing number: digits, letters, dots, and signs after an exponent. */
function numberEnd(source: string, start: number): number {
  let at = start;
  for (;;) {
    const code = source.charCodeAt(at);
    if (continuesWord(code) || code === DOT) at++;
    else return at;
  }
}
