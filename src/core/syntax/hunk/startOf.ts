import type { Language } from '../../patch/language.ts';
import { lex } from '../lex/lex.ts';
import type { LexStart } from '../lex/lexeme.ts';

/** Where the first line of a hunk begins: inside a comment, a macro definition (C), a raw string (Rust), or in code. */
export function startOf(language: Language, lines: readonly string[]): LexStart {
  if (startsInBlockComment(language, lines)) return 'block-comment';
  if (language === 'rust') return startsInRawString(lines) ? 'raw-string' : 'code';
  return /^(?!\s*#).*\\\s*$/.test(lines[0] ?? '') ? 'directive' : 'code';
}

/**
 * True if lines seem to begin inside a block comment: its end comes before any beginning, or all of them look like the
 * inner lines of one.
 */
function startsInBlockComment(language: Language, lines: readonly string[]): boolean {
  const shown = lines.filter((line) => line.trim() !== '');
  const end = shown.findIndex((line) => line.includes('*/'));
  if (end < 0) return shown.length >= 2 && shown.every(isStarLine);
  const inner = shown.slice(0, end);
  const last = shown[end] ?? '';
  const tail = last.slice(0, last.indexOf('*/'));
  if (tail.includes('/*') || inner.some((line) => line.includes('/*'))) return false;
  if (inner.every(isStarLine) && (inner.length > 0 || isStarLine(last))) return true;
  return closesUnopened(language, [...inner, last].join('\n'));
}

/** ` * like this`, as the inner lines of a comment are usually written. */
function isStarLine(line: string): boolean {
  return /^\s*\*(?:\s|\/|\*|$)/.test(line);
}

/** As code the text has a `*` directly before a `/`, which no code has. */
function closesUnopened(language: Language, text: string): boolean {
  const lexemes = lex(language, text, 'code');
  return lexemes.some(({ text: star, end }, index) => {
    const next = lexemes[index + 1];
    return star === '*' && next?.text === '/' && next.start === end;
  });
}

/** The end of a raw string comes before any beginning. */
function startsInRawString(lines: readonly string[]): boolean {
  const edge = lines
    .map((line) => /r#+"|"#(?=[;,.)?\]}]|\s*$)/.exec(line)?.[0])
    .find((found) => found !== undefined);
  return edge === '"#';
}
