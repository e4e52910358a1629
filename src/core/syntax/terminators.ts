import type { Language } from '../patch/language.ts';
import type { Lexeme } from './lex/lexeme.ts';

/**
 * A last line that ends whatever comment or raw string the parser may think open, and is a comment otherwise. Without
 * it the parser looks for the end anew from every beginning, which takes quadratic time. Empty where none can be open.
 */
export function guardLine(language: Language, source: string): string {
  if (language === 'c') return source.lastIndexOf('/*') > source.lastIndexOf('*/') ? '\n//*/' : '';
  const closings = [...new Set(source.match(/r#+"/g))]
    .map((opening) => ({ opening, closing: `"${opening.slice(1, -1)}` }))
    .filter(({ opening, closing }) => source.lastIndexOf(opening) > source.lastIndexOf(closing))
    .map(({ closing }) => closing);
  return closings.length > 0 ? `\n//${closings.join('')}` : '';
}

/** Ends the block comment or (Rust) the string in which a text ends. `last`: its last lexeme. */
export function terminator(language: Language, source: string, last: Lexeme | undefined): string {
  if (last?.end !== source.length) return '';
  if (last.kind === 'comment') return isEndedComment(last) ? '' : ' */';
  return last.kind === 'string' && language === 'rust' ? stringTerminator(last.text) : '';
}

function isEndedComment({ text, start }: Lexeme): boolean {
  return (start > 0 && text.startsWith('//')) || (text.length > 3 && text.endsWith('*/'));
}

function stringTerminator(text: string): string {
  const raw = /^[bc]?r(#*)"/.exec(text);
  const opening = raw?.[0] ?? /^[bc]?"/.exec(text)?.[0] ?? '';
  const closing = `"${raw?.[1] ?? ''}`;
  const isEnded = text.length >= opening.length + closing.length && text.endsWith(closing);
  if (raw) return isEnded ? '' : closing;
  return isEnded && backslashesBefore(text, text.length - 1) % 2 === 0 ? '' : ' "';
}

function backslashesBefore(text: string, end: number): number {
  let count = 0;
  while (text[end - 1 - count] === '\\') count++;
  return count;
}
