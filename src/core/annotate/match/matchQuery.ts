import type { Pattern } from '../../catalog/pattern.ts';
import type { QueryForm } from '../../catalog/queryForm.ts';
import type { Side } from '../../patch/series.ts';
import type { Node } from '../../syntax/engine.ts';
import type { Fragment } from '../../syntax/fragment.ts';
import type { LineRange } from '../lineRange.ts';
import type { Match } from './match.ts';
import { type Captures, matchForm } from './matchForm.ts';
import { isIn } from './nodesIn.ts';
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
  const byRoot = formsByRoot(patterns);
  const touches = isIn(fragment, [range]);
  const found = new Map<string, Match>();
  let pattern: Pattern | undefined;
  const take = (captures: Captures | undefined): void => {
    const anchor = firstOf(captures, 'anchor');
    const line = anchor ? anchor.startPosition.row + fragment.lineOffset : 0;
    if (!pattern || !anchor || line < range.first || line > range.last) return;
    const key = `${pattern.id} ${anchor.startIndex}`;
    const match = matchOf(pattern, anchor, captures, fragment, side);
    const known = found.get(key);
    found.set(key, known ? { ...known, context: hull(known.context, match.context) } : match);
  };
  let cut = false;
  for (const root of fragment.tree.nodes) {
    const candidates = byRoot.get(root.type);
    if (!candidates || !touches(root)) continue;
    for (const candidate of candidates) {
      ({ pattern } = candidate);
      if (!matchForm(candidate.form, root, take)) cut = true;
    }
  }
  return { matches: [...found.values()], cut };
}

interface Candidate {
  readonly pattern: Pattern;
  readonly form: QueryForm;
}

/** Forms by the types of node that they can begin at. */
type FormsByRoot = ReadonlyMap<string, readonly Candidate[]>;

const known = new WeakMap<readonly PatternForms[], FormsByRoot>();

function formsByRoot(patterns: readonly PatternForms[]): FormsByRoot {
  const sorted = known.get(patterns) ?? sortByRoot(patterns);
  known.set(patterns, sorted);
  return sorted;
}

function sortByRoot(patterns: readonly PatternForms[]): FormsByRoot {
  const byRoot = new Map<string, Candidate[]>();
  for (const { pattern, forms } of patterns)
    for (const form of forms)
      for (const root of form.roots) {
        const candidates = byRoot.get(root) ?? [];
        candidates.push({ pattern, form });
        byRoot.set(root, candidates);
      }
  return byRoot;
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
    symbol: symbol?.text ?? null,
    context: hull(linesOf(anchor, fragment), linesOf(context, fragment)),
    how: 'query',
    node: anchor,
    fragment,
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
