import type { Language } from '../../patch/language.ts';
import type { ImagePart } from '../../image/image.ts';
import type { Engine, Tree } from '../engine.ts';
import { findErrors, type Errors } from '../errorRows.ts';
import type { Fragment } from '../fragment.ts';
import { lex } from '../lex/lex.ts';
import { rowsIn } from '../lex/characters.ts';
import type { Lexeme, LexStart } from '../lex/lexeme.ts';
import { maskC } from '../mask/maskC.ts';
import { maskRust } from '../mask/maskRust.ts';
import { cutLevels } from './levels.ts';
import { readSection } from './section.ts';
import { hasRawSignatures } from './rustShape.ts';
import { startsInBlockComment } from './startsInBlockComment.ts';
import { wrapC } from './wrapC.ts';
import { announcesInRust, wrapRust, type HunkStart } from './wrapRust.ts';
import { MAX_TRIES } from './wrapping.ts';

export function parseHunk(engine: Engine, language: Language, part: ImagePart): Fragment {
  const { lines, firstLine, section } = part;
  const where = startOf(language, lines);
  const source = lines.join('\n');
  const lexemes = lex(language, source, where);
  const masked =
    language === 'c' ? maskC(source, lexemes) : { text: maskRust(source), droppedRows: new Set<number>() };
  const code = lexemes.filter(
    ({ kind, inDirective, row }) => kind !== 'comment' && !inDirective && !masked.droppedRows.has(row),
  );
  const levels = cutLevels(code, language === 'rust' ? announcesInRust : () => undefined);
  const header = readSection(language, section);
  const lastCloser = levels.levels.at(-2)?.closer;
  const start: HunkStart = {
    section: header,
    column: columnOf(source, code[0]),
    closerColumn: columnOf(source, lastCloser),
    source,
    hasMetavariables: language === 'rust' && usesMetavariables(code),
    hasRawSignatures: language === 'rust' && hasRawSignatures(code),
  };
  const wrappings = language === 'rust' ? wrapRust(levels, start, code.at(-1)) : wrapC(levels, start, code);
  let best: { tree: Tree; errors: Errors; text: string; rows: number } | undefined;
  const tail = ending(language, lexemes.at(-1), source) + (source.endsWith('\\') ? '\n' : '');
  for (const wrapping of wrappings.slice(0, MAX_TRIES)) {
    const before = wrapping.before + OPENINGS[where];
    const rows = rowsIn(before, 0, before.length);
    const text = `${before}${masked.text}${tail}\n${wrapping.after}`;
    const tree = engine.parse(language, text);
    const errors = findErrors(tree, rows, rows + lines.length - 1);
    if (best && best.errors.score <= errors.score) tree.delete();
    else {
      best?.tree.delete();
      best = { tree, errors, text, rows };
    }
    if (best.errors.score === 0) break;
  }
  if (!best) throw new Error('no wrapping');
  const { tree, errors, text, rows } = best;
  const errorLines = new Set<number>();
  for (const row of errors.rows) errorLines.add(row - rows + firstLine);
  for (const row of masked.droppedRows) errorLines.add(row + firstLine);
  return {
    tree,
    text,
    lineOffset: firstLine - rows,
    firstLine,
    lastLine: firstLine + lines.length - 1,
    source: lines,
    kind: 'hunk',
    errorLines,
    insideUnsafeFn: header.unsafe && (start.column > 0 || levels.levels.length > 1),
    delete: () => {
      tree.delete();
    },
  };
}

/** True if metavariables are used before any macro definition that the hunk shows. */
function usesMetavariables(code: readonly Lexeme[]): boolean {
  const first = code.find(({ text }) => text === '$' || text === 'macro_rules');
  return first?.text === '$';
}

const OPENINGS: Record<LexStart, string> = {
  code: '\n',
  'block-comment': '/* \n',
  directive: '\n#define __M \\\n',
  'raw-string': 'r#"\n',
};

function startOf(language: Language, lines: readonly string[]): LexStart {
  if (startsInBlockComment(language, lines)) return 'block-comment';
  if (language === 'rust') return startsInRawString(lines) ? 'raw-string' : 'code';
  return /^(?!\s*#).*\\\s*$/.test(lines[0] ?? '') ? 'directive' : 'code';
}

/** Column of a lexeme; 0 if there is none. */
function columnOf(source: string, lexeme: Lexeme | undefined): number {
  return lexeme ? lexeme.start - (source.lastIndexOf('\n', lexeme.start - 1) + 1) : -1;
}

/** The end of a raw string comes before any beginning. */
function startsInRawString(lines: readonly string[]): boolean {
  const edge = lines.map((line) => /r#+"|"#/.exec(line)?.[0]).find((found) => found !== undefined);
  return edge === '"#';
}

/** Ends a block comment or (Rust) a string that the hunk leaves open. */
function ending(language: Language, last: Lexeme | undefined, source: string): string {
  if (last?.end !== source.length) return '';
  if (last.kind === 'comment') return last.text.startsWith('//') || /.\*\/$/.test(last.text) ? '' : ' */';
  if (last.kind !== 'string' || language === 'c') return '';
  const raw = /^[bc]?r(#*)"/.exec(last.text);
  if (!raw) return /^[bc]?"(?:[^"\\]|\\[^])*"$/.test(last.text) ? '' : ' "';
  const close = `"${raw[1] ?? ''}`;
  return last.text.length >= raw[0].length + close.length && last.text.endsWith(close) ? '' : close;
}
