import type { Node } from '../../syntax/engine.ts';
import type { Fragment } from '../../syntax/fragment.ts';
import type { LineRange } from '../lineRange.ts';

/** Nodes of some types that touch some lines which a fragment shows, in order of the text. */
export function nodesIn(
  { tree, lineOffset, firstLine, lastLine }: Fragment,
  types: readonly string[],
  range: LineRange,
): readonly Node[] {
  const from = tree.lineStart(Math.max(range.first, firstLine) - lineOffset);
  const to = tree.lineStart(Math.min(range.last, lastLine) - lineOffset + 1);
  const found: Node[] = [];
  for (const type of types)
    for (const node of tree.nodesOfType(type)) {
      if (node.startIndex >= to) break;
      if (node.endIndex > from) found.push(node);
    }
  return types.length === 1 ? found : found.sort((a, b) => a.id - b.id);
}

/** All lines that a fragment shows. */
export function shownLines({ firstLine, lastLine }: Fragment): LineRange {
  return { first: firstLine, last: lastLine };
}
