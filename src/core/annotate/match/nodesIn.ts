import type { Node } from '../../syntax/engine.ts';
import type { Fragment } from '../../syntax/fragment.ts';
import type { LineRange } from '../lineRange.ts';

/** Nodes of some types that touch some of the lines which a fragment shows, in order of the text. */
export function nodesIn(
  fragment: Fragment,
  types: readonly string[],
  ranges: readonly LineRange[],
): readonly Node[] {
  const touches = isIn(fragment, ranges);
  const [type = ''] = types;
  if (types.length === 1) return fragment.tree.nodesOfType(type).filter(touches);
  return fragment.tree.nodes.filter((node) => types.includes(node.type) && touches(node));
}

/** Tells whether a node touches some of the lines which a fragment shows. */
export function isIn(
  { tree, lineOffset, firstLine, lastLine }: Fragment,
  ranges: readonly LineRange[],
): (node: Node) => boolean {
  const stretches = ranges.map(({ first, last }) => ({
    from: tree.lineStart(Math.max(first, firstLine) - lineOffset),
    to: tree.lineStart(Math.min(last, lastLine) - lineOffset + 1),
  }));
  const [only] = stretches;
  if (only && stretches.length === 1)
    return ({ startIndex, endIndex }) => startIndex < only.to && endIndex > only.from;
  return ({ startIndex, endIndex }) => stretches.some(({ from, to }) => startIndex < to && endIndex > from);
}

/** All lines that a fragment shows. */
export function shownLines({ firstLine, lastLine }: Fragment): LineRange {
  return { first: firstLine, last: lastLine };
}
