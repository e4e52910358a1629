import type { Engine, Node } from '../../../src/core/syntax/engine.ts';

/** What a lint sees otherwise than we do. 1-based lines. */
export interface FileFacts {
  /** In the tokens of macros, definitions and calls: a lint sees what they become, if they are called. */
  readonly macros: ReadonlySet<number>;
  /** In the body of an unsafe function, where an operation needs no block: which are unsafe, types tell. */
  readonly unsafeBodies: ReadonlySet<number>;
  /** Comments above items of impls and traits. */
  readonly memberComments: ReadonlySet<number>;
  /** Heads of items that `#[doc(hidden)]` keeps out of the documentation. */
  readonly hidden: ReadonlySet<number>;
}

/** Reads a Rust file for what sets lints and annotations apart. */
export function fileFacts(engine: Engine, text: string): FileFacts {
  const facts = {
    macros: new Set<number>(),
    unsafeBodies: new Set<number>(),
    memberComments: new Set<number>(),
    hidden: new Set<number>(),
  };
  const add = (lines: Set<number>, { startPosition, endPosition }: Node): void => {
    for (let row = startPosition.row; row <= endPosition.row; row++) lines.add(row + 1);
  };
  const tree = engine.parse('rust', text);
  const visit = (node: Node, hidden: boolean): void => {
    if (node.type === 'token_tree' || node.type === 'macro_definition') {
      add(facts.macros, node);
      return;
    }
    if (node.type.endsWith('comment') && node.parent?.type === 'declaration_list')
      add(facts.memberComments, node);
    const body = node.childForFieldName('body');
    const isHidden = hidden || isDocHidden(node);
    if (isHidden) for (const child of node.children) if (child.id !== body?.id) add(facts.hidden, child);
    if (body && isUnsafeFunction(node))
      for (const statement of body.namedChildren)
        if (statement.startPosition.row > body.startPosition.row) add(facts.unsafeBodies, statement);
    for (const child of node.namedChildren) visit(child, isHidden);
  };
  visit(tree.rootNode, false);
  tree.delete();
  return facts;
}

function isUnsafeFunction(node: Node): boolean {
  const modifiers = node.namedChildren.find(({ type }) => type === 'function_modifiers');
  return modifiers !== undefined && /\bunsafe\b/.test(modifiers.text);
}

function isDocHidden(node: Node): boolean {
  if (!node.type.endsWith('_item') || node.type === 'attribute_item') return false;
  for (let before = node.previousNamedSibling; before; before = before.previousNamedSibling) {
    if (before.type === 'attribute_item') {
      if (/\bdoc\s*\([^)]*\bhidden\b/.test(before.text)) return true;
    } else if (!before.type.endsWith('comment')) return false;
  }
  return false;
}
