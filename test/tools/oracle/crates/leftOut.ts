import type { Engine, Node } from '../../../../src/core/syntax/engine.ts';
import { type Configuration, holds } from './configuration.ts';

/** 1-based lines of a Rust file that `#[cfg(…)]` attributes leave out of a configuration. */
export function leftOut(engine: Engine, text: string, configuration: Configuration): ReadonlySet<number> {
  const lines = new Set<number>();
  const tree = engine.parse('rust', text);
  const visit = (node: Node): void => {
    if (conditionsOf(node).some((condition) => !holds(condition, configuration)))
      for (let row = node.startPosition.row; row <= node.endPosition.row; row++) lines.add(row + 1);
    else for (const child of node.namedChildren) visit(child);
  };
  visit(tree.rootNode);
  tree.delete();
  return lines;
}

/** The `cfg` attributes of a node: those before it, and those that stand first in it. */
function conditionsOf(node: Node): readonly string[] {
  const attributes: Node[] = [];
  for (let before = node.previousNamedSibling; before; before = before.previousNamedSibling) {
    if (before.type === 'attribute_item') attributes.push(before);
    else if (!before.type.endsWith('comment')) break;
  }
  const body = node.type === 'source_file' ? node : node.childForFieldName('body');
  for (const child of [...node.namedChildren, ...(body?.namedChildren ?? [])])
    if (
      child.type === 'inner_attribute_item' ||
      (child.type === 'attribute_item' && node.type === 'match_arm')
    )
      attributes.push(child);
  if (/attribute_item$|comment$/.test(node.type)) return [];
  return attributes.flatMap(({ text }) => {
    if (/^#\[\s*(test|bench)\s*\]$/.test(text)) return 'test';
    return /^#!?\[\s*cfg\s*\((.*)\)\s*\]$/s.exec(text)?.[1] ?? [];
  });
}
