import type { Side } from '../../patch/series.ts';
import type { Engine, Node } from '../../syntax/engine.ts';
import type { Fragment } from '../../syntax/fragment.ts';
import { parseImage } from '../../syntax/parseImage.ts';
import type { SideLines } from '../diffLines.ts';
import { macroPart, parseMacros } from './macroCode.ts';
import { nodesIn } from './nodesIn.ts';

/** A macro's code in the file's own tree. */
type Macro = NonNullable<Fragment['macro']>;

/** Tokens of macros, read as code. */
export interface MacroCode {
  readonly fragment: Fragment;
  /**
   * The same fragment for the macro that one of its nodes begins in: with that `macro`, and the lines and source of the
   * file's own fragment. Undefined where no macro of this reading is.
   */
  readonly partAt: (node: Node) => Fragment | undefined;
}

/** Lines of a macro that cannot be read as code. */
export interface UnreadMacro {
  /** The file's own, with the macro. */
  readonly fragment: Fragment;
  readonly lines: readonly number[];
  /** Whether a place (1-based) is in it. */
  readonly holds: (line: number, column: number) => boolean;
}

export interface Macros {
  readonly codes: readonly MacroCode[];
  readonly unread: readonly UnreadMacro[];
}

/** What reading macros needs, the same on every level. */
export interface MacroReading {
  readonly engine: Engine;
  readonly side: Side;
  readonly lines: SideLines;
  /** Whether a pattern may be in such a text. */
  readonly mayMatch: (text: string) => boolean;
  /** Takes the fragments made on the way. */
  readonly keep: (fragment: Fragment) => void;
}

/** Its items are not what they look like: a static in it belongs to one thread. It stays unread. */
const OTHER_MEANING = 'thread_local';

const MAX_DEPTH = 4;

/**
 * Rust's grammar leaves what stands in macros as tokens. Here the tokens of calls and of rules' right sides are read once
 * more, as code, and macros in that again, where the patch touches them.
 */
export function readMacros(reading: MacroReading, fragment: Fragment): Macros {
  const macros: { codes: MacroCode[]; unread: UnreadMacro[] } = { codes: [], unread: [] };
  readLevel(
    reading,
    macros,
    fragment,
    macrosIn(reading, fragment, (node) => ({ node, fragment })),
    0,
  );
  return macros;
}

/** Code in a macro that the grammar leaves as tokens. */
interface MacroTokens {
  readonly tokens: Node;
  /** The macro that is called; undefined for the right side of a rule. */
  readonly name: string | undefined;
  /** The macro of the file that they lie in. */
  readonly macro: Macro;
}

function macrosIn(
  { lines }: MacroReading,
  fragment: Fragment,
  outer: (tokens: Node) => Macro | undefined,
): readonly MacroTokens[] {
  return nodesIn(fragment, ['macro_invocation', 'macro_rule'], lines.hunks).flatMap((node) => {
    const tokens = node.childForFieldName('right') ?? node.lastNamedChild;
    if (tokens?.type !== 'token_tree') return [];
    const macro = outer(tokens);
    return macro ? { tokens, name: node.childForFieldName('macro')?.text, macro } : [];
  });
}

/** One level of macros, those of `fragment`. */
function readLevel(
  reading: MacroReading,
  into: { readonly codes: MacroCode[]; readonly unread: UnreadMacro[] },
  fragment: Fragment,
  macros: readonly MacroTokens[],
  depth: number,
): void {
  const { engine, side } = reading;
  const wanted = macros.filter(({ tokens }) => isWanted(reading, fragment, tokens));
  const leave = ({ tokens, macro }: MacroTokens, lines: readonly number[]): void => {
    into.unread.push({
      fragment: { ...macro.fragment, macro },
      lines,
      holds: (line, column) => within(tokens, fragment, line, column),
    });
  };
  const take = (code: Fragment, parts: readonly MacroTokens[]): void => {
    reading.keep(code);
    if (parts.length === 0) return;
    const read = codeOf(fragment, code, parts);
    into.codes.push(read);
    if (depth === MAX_DEPTH) return;
    const inside = macrosIn(reading, code, (node) => read.partAt(node)?.macro);
    readLevel(reading, into, code, inside, depth + 1);
  };
  for (const one of wanted) if (one.name === OTHER_MEANING) leave(one, rowsOf(fragment, one.tokens));
  const readable = wanted.filter(({ name }) => name !== OTHER_MEANING);
  if (readable.length === 0) return;
  const together = parseMacros(
    engine,
    fragment,
    readable.map(({ tokens }) => tokens),
  );
  const isClean = ({ tokens }: MacroTokens): boolean =>
    !rowsOf(fragment, tokens).some((line) => together.errorLines.has(line));
  take(together, readable.filter(isClean));
  for (const one of readable) {
    if (isClean(one)) continue;
    const part = macroPart(fragment, one.tokens);
    for (const alone of parseImage(engine, 'rust', { side, kind: 'hunks', parts: [part] })) {
      take(alone, [one]);
      leave(one, [...alone.errorLines]);
    }
  }
}

function codeOf(around: Fragment, code: Fragment, parts: readonly MacroTokens[]): MacroCode {
  const read = parts.map(({ tokens, macro }) => {
    const { firstLine, lastLine, source } = macro.fragment;
    return { tokens, part: { ...code, firstLine, lastLine, source, macro } };
  });
  return {
    fragment: code,
    partAt: ({ startPosition: { row, column } }) =>
      read.find(({ tokens }) => within(tokens, around, row + code.lineOffset, column + 1))?.part,
  };
}

/**
 * True if something changes from the first to the last line of the tokens, or where a comment before them would stand, and
 * a pattern may be in them.
 */
function isWanted({ lines, mayMatch }: MacroReading, fragment: Fragment, tokens: Node): boolean {
  const rows = rowsOf(fragment, tokens);
  const first = rows[0] ?? 0;
  const touched = [first - 1, ...rows].some((line) => lines.changed.has(line) || lines.before.has(line));
  return touched && mayMatch(tokens.text);
}

/** Image lines of a node. */
function rowsOf({ lineOffset }: Fragment, { startPosition, endPosition }: Node): readonly number[] {
  return Array.from(
    { length: endPosition.row - startPosition.row + 1 },
    (_, index) => startPosition.row + lineOffset + index,
  );
}

function within(tokens: Node, { lineOffset }: Fragment, line: number, column: number): boolean {
  const row = line - lineOffset;
  const { startPosition: start, endPosition: end } = tokens;
  if (row < start.row || row > end.row) return false;
  return !(row === start.row && column <= start.column) && !(row === end.row && column > end.column);
}
