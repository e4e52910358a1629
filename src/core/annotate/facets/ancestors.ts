import type { Node } from '../../syntax/engine.ts';

/** The nodes around `node`, itself first and the root last. One way down from the root; asking each for its parent is many. */
export function ancestors(node: Node): readonly Node[] {
  const chain: Node[] = [];
  for (let at: Node | null = node.tree.rootNode; at && at.id !== node.id; at = at.childWithDescendant(node))
    chain.unshift(at);
  return [node, ...chain];
}
