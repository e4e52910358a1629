import type { TokenClass } from '../../base/tokens.ts';
import type { Language } from '../patch/language.ts';
import type { Fragment } from './fragment.ts';
import { KEYWORDS } from './mask/macroNames.ts';

/** A word of the source that the tree does not show as it is, because it was masked. */
export interface MaskedWord {
  readonly line: number;
  /** 0-based. */
  readonly column: number;
  readonly length: number;
  readonly tokenClass: TokenClass;
}

const CONDITIONAL = /^\s*#\s*(?:if|ifdef|ifndef|elif|elifdef|elifndef|else|endif)\b/;

/** The masked words of a fragment, with the colour that they should have. Lines with errors are left out. */
export function maskedWords(language: Language, fragment: Fragment): readonly MaskedWord[] {
  const { text, source, firstLine, lineOffset, errorLines } = fragment;
  const rows = text.split('\n');
  return source.flatMap((shown, index) => {
    const line = firstLine + index;
    const row = rows[line - lineOffset];
    if (row === undefined || row.startsWith(shown) || errorLines.has(line)) return [];
    const directive = language === 'c' ? CONDITIONAL.exec(shown)?.[0] : undefined;
    if (directive !== undefined) {
      const column = directive.search(/\S/);
      return [{ line, column, length: directive.length - column, tokenClass: 'keyword' as const }];
    }
    return [...shown.matchAll(/[A-Za-z_]\w*/g)]
      .filter(({ 0: word, index: column }) => row.slice(column, column + word.length) !== word)
      .map(({ 0: word, index: column }) => {
        const isKeyword = language === 'rust' || KEYWORDS.has(word);
        return { line, column, length: word.length, tokenClass: isKeyword ? 'keyword' : 'macro' } as const;
      });
  });
}
