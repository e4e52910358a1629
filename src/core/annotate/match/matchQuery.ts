import type { Pattern } from '../../catalog/pattern.ts';
import type { QueryForm } from '../../catalog/queryForm.ts';
import type { Side } from '../../patch/series.ts';
import type { Node } from '../../syntax/engine.ts';
import type { Fragment } from '../../syntax/fragment.ts';
import type { LineRange } from '../lineRange.ts';
import type { Match } from './match.ts';
import { type Captures, matchForm } from './matchForm.ts';
import { nodesIn } from './nodesIn.ts';
import type { PatternForms } from './patternForms.ts';

export interface QueryMatches {
  readonly matches: readonly Match[];
  /** A form matched in too many ways to follow all: some matches may be missing. */
  readonly cut: boolean;
}

/** What the queries of some patterns find on some lines of a fragment: matches whose anchor begins there. */
export function matchQuery(
  patterns: readonly PatternForms[],
  fragment: Fragment,
  range: LineRange,
  side: Side,
): QueryMatches {
  const { byRoot, roots } = formsByRoot(patterns);
  const found = new Map<string, Match>();
  let cut = false;
  for (const root of nodesIn(fragment, roots, range))
    for (const { pattern, form } of byRoot.get(root.type) ?? []) {
      const complete = matchForm(form, root, fragment.text, (captures) => {
        const anchor = firstOf(captures, 'anchor');
        const line = anchor ? anchor.startPosition.row + fragment.lineOffset : 0;
        if (!anchor || line < range.first || line > range.last) return;
        const key = `${pattern.id} ${anchor.startIndex}`;
        const match = matchOf(pattern, anchor, captures, fragment, side);
        const known = found.get(key);
        found.set(key, known ? { ...known, context: hull(known.context, match.context) } : match);
      });
      cut ||= !complete;
    }
  return { matches: [...found.values()], cut };
}

interface Candidate {
  readonly pattern: Pattern;
  readonly form: QueryForm;
}

interface SortedForms {
  readonly byRoot: ReadonlyMap<string, readonly Candidate[]>;
  readonly roots: readonly string[];
}

const known = new WeakMap<readonly PatternForms[], SortedForms>();

function formsByRoot(patterns: readonly PatternForms[]): SortedForms {
  const sorted = known.get(patterns) ?? sortByRoot(patterns);
  known.set(patterns, sorted);
  return sorted;
}

function sortByRoot(patterns: readonly PatternForms[]): SortedForms {
  const byRoot = new Map<string, Candidate[]>();
  for (const { pattern, forms } of patterns)
    for (const form of forms)
      for (const root of form.roots) {
        const candidates = byRoot.get(root) ?? [];
        candidates.push({ pattern, form });
        byRoot.set(root, candidates);
      }
  return { byRoot, roots: [...byRoot.keys()] };
}

function matchOf(
  pattern: Pattern,
  anchor: Node,
  captures: Captures | undefined,
  fragment: Fragment,
  side: Side,
): Match {
  const context = firstOf(captures, 'context') ?? anchor;
  const symbol = firstOf(captures, 'symbol');
  const { startPosition: start, endPosition: end } = anchor;
  return {
    pattern,
    side,
    line: start.row + fragment.lineOffset,
    column: start.column + 1,
    endLine: end.row + fragment.lineOffset,
    endColumn: end.column + 1,
    symbol: symbol ? fragment.text.slice(symbol.startIndex, symbol.endIndex) : null,
    context: hull(linesOf(anchor, fragment), linesOf(context, fragment)),
    how: 'query',
    node: anchor,
    fragment,
    macro: undefined,
    question: null,
  };
}

function linesOf({ startPosition, endPosition }: Node, { lineOffset }: Fragment): LineRange {
  return { first: startPosition.row + lineOffset, last: endPosition.row + lineOffset };
}

function hull(a: LineRange, b: LineRange): LineRange {
  return { first: Math.min(a.first, b.first), last: Math.max(a.last, b.last) };
}

function firstOf(captures: Captures | undefined, name: string): Node | undefined {
  let first: Node | undefined;
  for (let at = captures; at; at = at.earlier) if (at.name === name) first = at.node;
  return first;
}
