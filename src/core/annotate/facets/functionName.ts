import type { Node } from '../../syntax/engine.ts';

/** Name of a Rust function item, or of what a C definition or declaration declares. */
export function functionNameOf(node: Node): string | null {
  const name = node.childForFieldName('name');
  if (name) return name.text;
  let declarator = node.childForFieldName('declarator');
  while (declarator && declarator.type !== 'identifier')
    declarator = declarator.childForFieldName('declarator') ?? declarator.namedChild(0);
  return declarator?.text ?? null;
}
