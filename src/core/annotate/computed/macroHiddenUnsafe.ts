import type { Node } from '../../syntax/engine.ts';
import { detectionAt } from './detectionAt.ts';
import type { Detection, DetectorContext } from './detector.ts';

const RULES = '(macro_rule left: (_) @left right: (_) @right)';

/** Expressions of the caller that a macro evaluates inside its own unsafe block; the macros are found by the query. */
export function* macroHiddenUnsafe({ new: side }: DetectorContext): Iterable<Detection> {
  for (const { fragment, get } of side.find(RULES)) {
    const expressions = expressionsOf(get('left'));
    if (expressions.size === 0) continue;
    for (const block of unsafeBlocks(get('right'))) {
      const node = firstUse(block, expressions);
      if (node)
        yield detectionAt(node, fragment, {
          symbol: node.text,
          question: `What the caller writes for ${node.text} is evaluated inside the unsafe block. Could it be evaluated before?`,
        });
    }
  }
}

/** Names of the matcher's `expr` fragments. */
function expressionsOf(pattern: Node): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: Node): void => {
    if (
      node.type === 'token_binding_pattern' &&
      (node.childForFieldName('type')?.text ?? '').startsWith('expr')
    )
      names.add(node.childForFieldName('name')?.text ?? '');
    node.namedChildren.forEach(visit);
  };
  visit(pattern);
  return names;
}

/** The outermost `unsafe { … }` among the tokens of a macro's body. */
function unsafeBlocks(tokens: Node): readonly Node[] {
  return tokens.children.flatMap((child, index) => {
    if (child.type !== 'token_tree' && child.type !== 'token_repetition') return [];
    const isBlock = child.text.startsWith('{') && tokens.child(index - 1)?.text === 'unsafe';
    return isBlock ? [child] : unsafeBlocks(child);
  });
}

function firstUse(node: Node, names: ReadonlySet<string>): Node | undefined {
  if (node.type === 'metavariable') return names.has(node.text) ? node : undefined;
  for (const child of node.namedChildren) {
    const found = firstUse(child, names);
    if (found) return found;
  }
  return undefined;
}
