import type { Language } from '../../patch/language.ts';
import { lexC } from './lexC.ts';
import type { Lexeme, LexStart } from './lexeme.ts';
import { lexRust } from './lexRust.ts';

/**
 * Splits source text into lexemes, blanks left out, in one pass and on any input: what does not end (a string, a block
 * comment) ends with the text, in C a string ends with its line.
 */
export function lex(language: Language, source: string, start: LexStart): readonly Lexeme[] {
  return language === 'rust' ? lexRust(source, start) : lexC(source, start);
}
