import type { Lexeme } from '../lex/lexeme.ts';
import { blankConditionals } from './blankConditionals.ts';
import { withEdits } from './edit.ts';
import { blankMacros } from './blankMacros.ts';

export interface MaskedC {
  /** Same length and line ends as the source. */
  readonly text: string;
  /** 0-based rows whose code was blanked because it is another branch of the code before it: no tree shows them. */
  readonly droppedRows: ReadonlySet<number>;
}

/** C source with what the grammar cannot read blanked: attribute-like macros and conditional lines. */
export function maskC(source: string, lexemes: readonly Lexeme[]): MaskedC {
  const { edits, droppedRows } = blankConditionals(lexemes);
  const code = lexemes.filter(
    ({ kind, inDirective, row }) => kind !== 'comment' && !inDirective && !droppedRows.has(row),
  );
  return { text: withEdits(source, [...edits, ...blankMacros(source, code)]), droppedRows };
}
