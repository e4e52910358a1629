import type { Engine, Node } from '../../../src/core/syntax/engine.ts';

/** 1-based lines of a Rust file that lie in the tokens of a macro definition or invocation. */
export function macroLines(engine: Engine, text: string): ReadonlySet<number> {
  const lines = new Set<number>();
  const tree = engine.parse('rust', text);
  const visit = (node: Node): void => {
    if (node.type === 'token_tree' || node.type === 'macro_definition') {
      for (let row = node.startPosition.row; row <= node.endPosition.row; row++) lines.add(row + 1);
      return;
    }
    for (const child of node.namedChildren) visit(child);
  };
  visit(tree.rootNode);
  tree.delete();
  return lines;
}
