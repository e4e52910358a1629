import type { ImagePart } from '../../image/image.ts';
import type { Side } from '../../patch/series.ts';
import type { Node } from '../../syntax/engine.ts';
import type { Fragment } from '../../syntax/fragment.ts';
import { parseImage } from '../../syntax/parseImage.ts';
import type { CompiledPatterns } from './compiledPatterns.ts';
import type { SideLines } from '../diffLines.ts';
import type { LineRange } from '../lineRange.ts';
import type { Match } from './match.ts';
import { type MacroTokens, matchQuery, type QueryMatches } from './matchQuery.ts';
import { matchText } from './matchText.ts';
import type { PatternSet } from './patternSet.ts';

/** Its items are not what they look like: a static in it belongs to one thread. Only expressions are run over it. */
const OTHER_MEANING = 'thread_local';

/** What a search of macros needs, the same on every level. */
export interface MacroSearch {
  readonly set: PatternSet;
  readonly compiled: CompiledPatterns;
  readonly ranges: readonly LineRange[];
  readonly lines: SideLines;
  /** The file's lines with comments and literals blanked. */
  readonly code: (line: number) => string | undefined;
  readonly side: Side;
  /** Takes the fragments made on the way. */
  readonly keep: (fragment: Fragment) => void;
}

export type MacroMatches = Pick<QueryMatches, 'matches' | 'cut'>;

const MAX_DEPTH = 4;

/**
 * Rust's grammar leaves what stands in macros as tokens. Here the tokens of calls and of rules' right sides are read once
 * more, as code, and macros in that again, where the patch touches them. What is found carries the place in the file's own
 * tree as `macro`.
 */
export function matchMacros(
  search: MacroSearch,
  fragment: Fragment,
  macros: readonly MacroTokens[],
): MacroMatches {
  return matchLevel(search, fragment, macros, undefined, 0);
}

function matchLevel(
  search: MacroSearch,
  fragment: Fragment,
  macros: readonly MacroTokens[],
  outer: Match['macro'],
  depth: number,
): MacroMatches {
  const { set, compiled, ranges, side } = search;
  const matches: Match[] = [];
  let cut = false;
  for (const { tokens, name } of macros) {
    if (!isTouched(search, fragment, tokens)) continue;
    const part = macroCode(fragment, tokens);
    if (set.cues('rust')(part.lines.join('\n')).size === 0) continue;
    const macro = outer ?? { node: tokens, fragment };
    const { firstLine, lastLine, source } = macro.fragment;
    const addText = (lines: Iterable<number>): void => {
      for (const match of matchText(compiled, macro.fragment, lines, search.code, side))
        if (within(tokens, fragment, match)) matches.push({ ...match, macro });
    };
    if (name?.text === OTHER_MEANING) {
      addText(part.lines.map((_, index) => part.firstLine + index));
      continue;
    }
    for (const inner of parseImage(set.engine, 'rust', { side, kind: 'hunks', parts: [part] })) {
      search.keep(inner);
      const found = matchQuery(compiled, inner, ranges, side);
      const around: Fragment = { ...inner, firstLine, lastLine, source };
      for (const match of found.matches) matches.push({ ...match, fragment: around, macro });
      addText([...inner.errorLines].filter((line) => line >= inner.firstLine && line <= inner.lastLine));
      cut ||= found.cut;
      if (depth >= MAX_DEPTH || found.macros.length === 0) continue;
      const deeper = matchLevel(search, inner, found.macros, macro, depth + 1);
      matches.push(...deeper.matches);
      cut ||= deeper.cut;
    }
  }
  return { matches, cut };
}

/** True if something changes from the first to the last line of the tokens, or where a comment before them would stand. */
function isTouched({ lines }: MacroSearch, fragment: Fragment, tokens: Node): boolean {
  const first = tokens.startPosition.row + fragment.lineOffset;
  const last = tokens.endPosition.row + fragment.lineOffset;
  for (let line = first - 1; line <= last; line++)
    if (lines.changed.has(line) || lines.before.has(line)) return true;
  return false;
}

function within(tokens: Node, fragment: Fragment, { line, column }: Match): boolean {
  const row = line - fragment.lineOffset;
  const { startPosition: start, endPosition: end } = tokens;
  if (row < start.row || row > end.row) return false;
  return !(row === start.row && column <= start.column) && !(row === end.row && column > end.column);
}

/** The lines of a token tree, all else blanked: its brackets, and what only macros have (`$name`, `$( … ),*`). */
function macroCode(fragment: Fragment, tokens: Node): ImagePart {
  const first = Math.max(tokens.startPosition.row + fragment.lineOffset, fragment.firstLine);
  const last = Math.min(tokens.endPosition.row + fragment.lineOffset, fragment.lastLine);
  const lines = fragment.source.slice(first - fragment.firstLine, last - fragment.firstLine + 1);
  const cut = lines.map((line, index) => {
    const start = index === 0 ? tokens.startPosition.column + 1 : 0;
    const end = index === lines.length - 1 ? tokens.endPosition.column - 1 : line.length;
    return ' '.repeat(Math.min(start, line.length)) + line.slice(start, Math.max(start, end));
  });
  return { firstLine: first, lines: withoutMacroSyntax(cut.join('\n')).split('\n'), section: '' };
}

/** Same length: `$(` and its closing `) sep *` become blanks, the `$` of a name an underscore. */
function withoutMacroSyntax(text: string): string {
  if (!text.includes('$')) return text;
  const chars = text.replace(/\$(?=\w)/g, '_').split('');
  const open: boolean[] = [];
  for (let at = 0; at < chars.length; at++) {
    if (chars[at] === '(') open.push(chars[at - 1] === '$');
    if (chars[at] !== ')' || open.pop() !== true) continue;
    const [tail = ')'] = /^\)[^\s\w]{0,2}?[*+?]/.exec(chars.slice(at, at + 4).join('')) ?? [];
    chars.fill(' ', at, at + tail.length);
  }
  return chars.join('').replace(/\$\(/g, '  ');
}
