import type { Language } from '../../patch/language.ts';
import { lex } from '../lex/lex.ts';

/**
 * True if lines seem to begin inside a block comment: its end comes before any beginning, or all of them look like the
 * inner lines of one.
 */
export function startsInBlockComment(language: Language, lines: readonly string[]): boolean {
  const shown = lines.filter((line) => line.trim() !== '');
  const end = shown.findIndex((line) => line.includes('*/'));
  const inner = shown.slice(0, end < 0 ? shown.length : end);
  if (end < 0) return inner.length >= 2 && inner.every(isStarLine);
  const last = shown[end] ?? '';
  const tail = last.slice(0, last.indexOf('*/'));
  if (inner.some((line) => line.includes('/*')) || tail.includes('/*')) return false;
  if (inner.every(isStarLine) && (inner.length > 0 || /^\s*\**$/.test(tail) || isStarLine(last))) return true;
  return closesUnopened(language, [...inner, last].join('\n'));
}

/** ` * like this`, as the inner lines of a comment are usually written. */
function isStarLine(line: string): boolean {
  return /^\s*\*(?:\s|\/|\*|$)/.test(line);
}

/** As code the text has a `*` directly before a `/`, which no code has. */
function closesUnopened(language: Language, text: string): boolean {
  const lexemes = lex(language, text, 'code');
  return lexemes.some(
    ({ text: star, end }, index) =>
      star === '*' && lexemes[index + 1]?.text === '/' && lexemes[index + 1]?.start === end,
  );
}
