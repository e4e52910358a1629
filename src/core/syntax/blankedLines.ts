import type { Language } from '../patch/language.ts';
import { lex } from './lex/lex.ts';
import type { LexemeKind } from './lex/lexeme.ts';

const BLANKED: ReadonlySet<LexemeKind> = new Set(['comment', 'string', 'char']);

/**
 * The same lines with comments, string and character literals replaced by blanks, so that a regular expression meets code
 * only. Every line keeps its length and every other character its column. `lines` are without line ends;
 * `startsInBlockComment`: the first line begins inside a block comment. Never fails; one pass.
 */
export function blankedLines(
  language: Language,
  lines: readonly string[],
  startsInBlockComment: boolean,
): readonly string[] {
  const source = lines.join('\n');
  let blanked = '';
  let done = 0;
  for (const { kind, start, end } of lex(language, source, startsInBlockComment ? 'block-comment' : 'code')) {
    if (!BLANKED.has(kind)) continue;
    blanked += source.slice(done, start) + source.slice(start, end).replace(/[^\n]/g, ' ');
    done = end;
  }
  return done === 0 ? lines : (blanked + source.slice(done)).split('\n');
}
