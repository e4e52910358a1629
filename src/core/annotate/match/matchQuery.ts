import type { QueryPredicate } from '../../catalog/queryPredicate.ts';
import type { Side } from '../../patch/series.ts';
import type { Node, QueryCapture } from '../../syntax/engine.ts';
import type { Fragment } from '../../syntax/fragment.ts';
import type { CompiledPatterns } from './compiledPatterns.ts';
import type { LineRange } from '../lineRange.ts';
import type { Match } from './match.ts';

export interface QueryMatches {
  readonly matches: readonly Match[];
  /** The grammar's limit of matches in progress was reached: some are missing. */
  readonly cut: boolean;
  /** What macros hold in these ranges. */
  readonly macros: readonly MacroTokens[];
}

/** Code in a macro that the grammar leaves as tokens. */
export interface MacroTokens {
  readonly tokens: Node;
  /** The macro that is called; undefined for the right side of a rule. */
  readonly name: Node | undefined;
}

/** Matches in progress at a time; far more than patterns of single nodes need. */
const MATCH_LIMIT = 4096;

/** Runs all queries over the parts of a fragment that touch `ranges`; anchors outside the shown lines do not count. */
export function matchQuery(
  compiled: CompiledPatterns,
  fragment: Fragment,
  ranges: readonly LineRange[],
  side: Side,
): QueryMatches {
  const found = new Map<string, Match>();
  const macros = new Map<number, MacroTokens>();
  let cut = false;
  for (const { first, last } of ranges) {
    const from = Math.max(first, fragment.firstLine);
    const to = Math.min(last, fragment.lastLine);
    if (from > to) continue;
    const matches = compiled.query.matches(fragment.tree.rootNode, {
      startPosition: { row: from - fragment.lineOffset, column: 0 },
      endPosition: { row: to - fragment.lineOffset + 1, column: 0 },
      matchLimit: MATCH_LIMIT,
    });
    if (compiled.query.didExceedMatchLimit()) cut = true;
    for (const { patternIndex, captures } of matches) {
      if (patternIndex >= compiled.candidates.length) addMacro(macros, captures);
      for (const { pattern, predicates } of compiled.candidates[patternIndex] ?? []) {
        const anchor = captures.find(({ name }) => name === 'anchor')?.node;
        if (!anchor || !holds(predicates, captures, fragment.text)) continue;
        const line = anchor.startPosition.row + fragment.lineOffset;
        if (line < from || line > to) continue;
        const key = `${pattern.id} ${anchor.startIndex}`;
        if (!found.has(key)) found.set(key, { ...matchOf(anchor, captures, fragment), pattern, side });
      }
    }
  }
  return { matches: [...found.values()], cut, macros: [...macros.values()] };
}

function addMacro(macros: Map<number, MacroTokens>, captures: readonly QueryCapture[]): void {
  const tokens = captures.find(({ name }) => name === 'tokens')?.node;
  if (tokens) macros.set(tokens.id, { tokens, name: captures.find(({ name }) => name === 'macro')?.node });
}

function matchOf(
  anchor: Node,
  captures: readonly QueryCapture[],
  fragment: Fragment,
): Omit<Match, 'pattern' | 'side'> {
  const context = captures.find(({ name }) => name === 'context')?.node ?? anchor;
  const symbol = captures.find(({ name }) => name === 'symbol')?.node;
  const { startPosition: start, endPosition: end } = anchor;
  return {
    line: start.row + fragment.lineOffset,
    column: start.column + 1,
    endLine: end.row + fragment.lineOffset,
    endColumn: end.column + 1,
    symbol: symbol ? textOf(symbol, fragment.text) : null,
    context: {
      first: context.startPosition.row + fragment.lineOffset,
      last: context.endPosition.row + fragment.lineOffset,
    },
    how: 'query',
    node: anchor,
    fragment,
    macro: undefined,
    question: null,
  };
}

function holds(
  predicates: readonly QueryPredicate[],
  captures: readonly QueryCapture[],
  text: string,
): boolean {
  return predicates.every((predicate) => {
    let present = false;
    for (const { name, node } of captures) {
      if (name !== predicate.capture) continue;
      present = true;
      if (meets(predicate, textOf(node, text), captures, text) === predicate.negated) return false;
    }
    return present || predicate.negated;
  });
}

function meets(
  { test }: QueryPredicate,
  value: string,
  captures: readonly QueryCapture[],
  text: string,
): boolean {
  switch (test.kind) {
    case 'words':
      return test.words.has(value);
    case 'regex':
      return test.regex.test(value);
    case 'same':
      return captures.some(({ name, node }) => name === test.capture && textOf(node, text) === value);
  }
}

function textOf(node: Node, text: string): string {
  return text.slice(node.startIndex, node.endIndex);
}
