import type { Node } from '../../syntax/engine.ts';

/** The nodes around `node`, itself first and the root last. */
export function ancestors(node: Node): readonly Node[] {
  const chain: Node[] = [];
  for (let at: Node | null = node; at; at = at.parent) chain.push(at);
  return chain;
}
