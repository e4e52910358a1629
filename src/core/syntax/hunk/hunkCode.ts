import type { Language } from '../../patch/language.ts';
import type { Lexeme } from '../lex/lexeme.ts';
import { cutLevels, type Levels } from './levels.ts';
import { rawSignatures } from './rust/rawSignatures.ts';
import { announcesInRust } from './rust/rustEnds.ts';
import { readSection, type Section } from './section.ts';

/** The code of a hunk, and what can be told about the place where it stands. */
export interface HunkCode {
  readonly source: string;
  /** Its lexemes without comments and directives. */
  readonly code: readonly Lexeme[];
  readonly cut: Levels;
  readonly section: Section;
  /** Column of the first code; -1 if there is none. */
  readonly column: number;
  /** Column of the last closing bracket without a partner; -1 if there is none. */
  readonly closerColumn: number;
  /** Rust: uses `$names`, which only macro definitions have, and shows no definition. */
  readonly hasMetavariables: boolean;
  /** Rust: see `rawSignatures`. */
  readonly hasRawSignatures: boolean;
}

export function readHunkCode(
  language: Language,
  source: string,
  code: readonly Lexeme[],
  section: string,
): HunkCode {
  const isRust = language === 'rust';
  const cut = cutLevels(code, isRust ? announcesInRust : () => undefined);
  return {
    source,
    code,
    cut,
    section: readSection(language, section),
    column: columnOf(source, code[0]),
    closerColumn: columnOf(source, cut.levels.at(-2)?.closer),
    hasMetavariables: isRust && code.find(({ text }) => text === '$' || text === 'macro_rules')?.text === '$',
    hasRawSignatures: isRust && rawSignatures(code),
  };
}

/** True if the outermost code of the hunk stands in column 0, where items do. */
export function startsAtItem({ source, cut, closerColumn }: HunkCode): boolean {
  return closerColumn === 0 || columnOf(source, cut.levels.at(-1)?.code[0]) === 0;
}

function columnOf(source: string, lexeme: Lexeme | undefined): number {
  return lexeme ? lexeme.start - (source.lastIndexOf('\n', lexeme.start - 1) + 1) : -1;
}
