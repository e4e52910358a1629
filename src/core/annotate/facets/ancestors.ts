import type { Node } from '../../syntax/engine.ts';

const known = new WeakMap<Node, readonly Node[]>();

/**
 * The nodes around `node`, itself first and the root last. One way down from the root; asking each for its parent is many.
 * The same node gives the same list.
 */
export function ancestors(node: Node): readonly Node[] {
  const chain = known.get(node) ?? climb(node);
  known.set(node, chain);
  return chain;
}

function climb(node: Node): readonly Node[] {
  const chain: Node[] = [];
  for (let at: Node | null = node.tree.rootNode; at && at.id !== node.id; at = at.childWithDescendant(node))
    chain.push(at);
  chain.push(node);
  return chain.reverse();
}
