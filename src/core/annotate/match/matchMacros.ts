import type { Side } from '../../patch/series.ts';
import type { Engine, Node } from '../../syntax/engine.ts';
import type { Fragment } from '../../syntax/fragment.ts';
import { parseImage } from '../../syntax/parseImage.ts';
import type { SideLines } from '../diffLines.ts';
import type { LineRange } from '../lineRange.ts';
import { macroPart, parseMacros } from './macroCode.ts';
import type { Match } from './match.ts';
import { matchQuery, type QueryMatches } from './matchQuery.ts';
import { matchText } from './matchText.ts';
import { nodesIn } from './nodesIn.ts';
import type { PatternForms } from './patternForms.ts';
import type { PatternSet } from './patternSet.ts';

/** Its items are not what they look like: a static in it belongs to one thread. Only expressions are run over it. */
const OTHER_MEANING = 'thread_local';

/** What a search of macros needs, the same on every level. */
export interface MacroSearch {
  readonly engine: Engine;
  readonly set: PatternSet;
  readonly patterns: readonly PatternForms[];
  readonly range: LineRange;
  readonly lines: SideLines;
  /** The file's lines with comments and literals blanked. */
  readonly code: (line: number) => string | undefined;
  readonly side: Side;
  /** Takes the fragments made on the way. */
  readonly keep: (fragment: Fragment) => void;
}

/** A macro's code in the file's own tree. */
type Macro = NonNullable<Match['macro']>;

const MAX_DEPTH = 4;

/**
 * Rust's grammar leaves what stands in macros as tokens. Here the tokens of calls and of rules' right sides are read once
 * more, as code, and macros in that again, where the patch touches them. What is found carries the place in the file's own
 * tree as `macro`.
 */
export function matchMacros(search: MacroSearch, fragment: Fragment): QueryMatches {
  return matchLevel(search, fragment, macrosIn(fragment, search.range), undefined, 0);
}

/** Code in a macro that the grammar leaves as tokens. */
interface MacroTokens {
  readonly tokens: Node;
  /** The macro that is called; undefined for the right side of a rule. */
  readonly name: string | undefined;
}

function macrosIn(fragment: Fragment, range: LineRange): readonly MacroTokens[] {
  return nodesIn(fragment, ['macro_invocation', 'macro_rule'], [range]).flatMap((node) => {
    const tokens = node.childForFieldName('right') ?? node.lastNamedChild;
    return tokens?.type === 'token_tree' ? { tokens, name: node.childForFieldName('macro')?.text } : [];
  });
}

/** One level of macros, those of `fragment`; `outer` is the macro of the file that they all lie in, if any. */
function matchLevel(
  search: MacroSearch,
  fragment: Fragment,
  macros: readonly MacroTokens[],
  outer: Macro | undefined,
  depth: number,
): QueryMatches {
  const { engine, side } = search;
  const wanted = macros.filter(({ tokens }) => isWanted(search, fragment, tokens));
  const readable = wanted.filter(({ name }) => name !== OTHER_MEANING).map(({ tokens }) => tokens);
  const found: QueryMatches[] = [];
  for (const { tokens, name } of wanted)
    if (name === OTHER_MEANING)
      found.push(matchTokens(search, fragment, tokens, rowsOf(fragment, tokens), outer));
  if (readable.length === 0) return merged(found);

  const together = parseMacros(engine, fragment, readable);
  const clean = readable.filter(
    (tokens) => !rowsOf(fragment, tokens).some((line) => together.errorLines.has(line)),
  );
  if (clean.length > 0) found.push(matchCode(search, fragment, together, clean, outer, depth));
  search.keep(together);
  for (const tokens of readable) {
    if (clean.includes(tokens)) continue;
    for (const alone of parseImage(engine, 'rust', {
      side,
      kind: 'hunks',
      parts: [macroPart(fragment, tokens)],
    })) {
      search.keep(alone);
      found.push(matchCode(search, fragment, alone, [tokens], outer, depth));
      found.push(matchTokens(search, fragment, tokens, [...alone.errorLines], outer));
    }
  }
  return merged(found);
}

/** What the queries find in `code`, which holds the code of `tokens`; and in the macros of that. */
function matchCode(
  search: MacroSearch,
  fragment: Fragment,
  code: Fragment,
  tokens: readonly Node[],
  outer: Macro | undefined,
  depth: number,
): QueryMatches {
  const found = matchQuery(search.patterns, code, search.range, search.side);
  const matches = found.matches.flatMap((match) => {
    const own = tokens.find((node) => within(node, fragment, match));
    if (!own) return [];
    const macro = outer ?? { node: own, fragment };
    const { firstLine, lastLine, source } = macro.fragment;
    const symbol = asWritten(match.symbol, own.text);
    return { ...match, symbol, fragment: { ...code, firstLine, lastLine, source }, macro };
  });
  const deeper: QueryMatches[] = [];
  const macros = depth < MAX_DEPTH ? macrosIn(code, search.range) : [];
  if (macros.length > 0)
    for (const own of tokens) {
      const inside = macros.filter(({ tokens: inner }) => within(own, fragment, placeOf(inner, code)));
      if (inside.length > 0)
        deeper.push(matchLevel(search, code, inside, outer ?? { node: own, fragment }, depth + 1));
    }
  return merged([{ matches, cut: found.cut }, ...deeper]);
}

/** A name of the macro, which is read with an underscore for its `$`, as it stands in the tokens. */
function asWritten(symbol: string | null, tokens: string): string | null {
  if (symbol?.startsWith('_') !== true) return symbol;
  return ['$', '#'].map((mark) => mark + symbol.slice(1)).find((name) => tokens.includes(name)) ?? symbol;
}

/** The fallback: expressions over lines of a macro that cannot be read as code. */
function matchTokens(
  search: MacroSearch,
  fragment: Fragment,
  tokens: Node,
  lines: readonly number[],
  outer: Macro | undefined,
): QueryMatches {
  const macro = outer ?? { node: tokens, fragment };
  const matches = matchText(search.patterns, macro.fragment, lines, search.code, search.side)
    .filter((match) => within(tokens, fragment, match))
    .map((match) => ({ ...match, macro }));
  return { matches, cut: false };
}

function merged(parts: readonly QueryMatches[]): QueryMatches {
  return { matches: parts.flatMap(({ matches }) => matches), cut: parts.some(({ cut }) => cut) };
}

/**
 * True if something changes from the first to the last line of the tokens, or where a comment before them would stand, and
 * a pattern may be in them.
 */
function isWanted({ set, lines }: MacroSearch, fragment: Fragment, tokens: Node): boolean {
  const rows = rowsOf(fragment, tokens);
  const first = rows[0] ?? 0;
  const touched = [first - 1, ...rows].some((line) => lines.changed.has(line) || lines.before.has(line));
  return touched && set.cues('rust')(tokens.text).size > 0;
}

/** Image lines of a node. */
function rowsOf({ lineOffset }: Fragment, { startPosition, endPosition }: Node): readonly number[] {
  return Array.from(
    { length: endPosition.row - startPosition.row + 1 },
    (_, index) => startPosition.row + lineOffset + index,
  );
}

interface Position {
  readonly line: number;
  /** 1-based. */
  readonly column: number;
}

function placeOf({ startPosition }: Node, { lineOffset }: Fragment): Position {
  return { line: startPosition.row + lineOffset, column: startPosition.column + 1 };
}

function within(tokens: Node, { lineOffset }: Fragment, { line, column }: Position): boolean {
  const row = line - lineOffset;
  const { startPosition: start, endPosition: end } = tokens;
  if (row < start.row || row > end.row) return false;
  return !(row === start.row && column <= start.column) && !(row === end.row && column > end.column);
}
