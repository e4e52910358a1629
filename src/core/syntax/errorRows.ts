import type { Tree } from './engine.ts';

/** Where a tree has errors, within some of its rows. */
export interface Errors {
  /** 0-based rows that lie inside an outermost ERROR node. */
  readonly rows: ReadonlySet<number>;
  /** How bad it is: characters inside errors, and a little for each missing token. 0 if there are none. */
  readonly score: number;
}

const MISSING_SCORE = 8;
/** The root itself is an error: what it holds was read, but as nothing. */
const ROOT_SCORE = 20;

/** Finds the errors of a tree in the rows `first..last`. */
export function findErrors(tree: Tree, first: number, last: number): Errors {
  const rows = new Set<number>();
  if (!tree.hasError) return { rows, score: 0 };
  const root = tree.rootNode;
  let score = root.isError ? ROOT_SCORE : 0;
  if (root.childCount === 0) for (let row = first; row <= last; row++) rows.add(row);
  const open = [...root.children];
  for (let node = open.pop(); node; node = open.pop()) {
    if (!node.hasError) continue;
    const from = Math.max(first, node.startPosition.row);
    const to = Math.min(last, node.endPosition.row);
    if (node.isError) {
      for (let row = from; row <= to; row++) rows.add(row);
      if (from <= to) score += node.endIndex - node.startIndex;
    } else if (node.isMissing && from <= to) score += MISSING_SCORE;
    else open.push(...node.children);
  }
  return { rows, score };
}
