// What is read out of the parser's trees is what the parser itself says of them, node by node.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../../src/core/patch/language.ts';
import { createEngine, type Engine, type QueryCapture, type Tree } from '../../../src/core/syntax/engine.ts';
import { testAssets } from '../assets.ts';
import { FAN_C, FAN_RS } from './samples.ts';

const DAMAGED = 'fn f( {\n    let é = "\u{1f600}";\r\n    g(;\n}\n\n';
const require = createRequire(import.meta.url);
const libc = readFileSync(require.resolve('tree-sitter-c/src/parser.c'), 'utf8').slice(0, 20_000);

let engine: Engine;

beforeAll(async () => {
  engine = await createEngine(testAssets());
});

function withTree<T>(language: Language, text: string, use: (tree: Tree) => T): T {
  const tree = engine.parse(language, text);
  try {
    return use(tree);
  } finally {
    tree.delete();
  }
}

/** The parser's own nodes, in order, named or not. */
function theirs(language: Language, tree: Tree): readonly QueryCapture['node'][] {
  const query = engine.query(language, '(_) @node');
  const root = tree.captures(query)[0]?.node.tree.rootNode;
  query.delete();
  const nodes: QueryCapture['node'][] = [];
  const visit = (node: QueryCapture['node']): void => {
    nodes.push(node);
    for (const child of node.children) visit(child);
  };
  if (root) visit(root);
  return nodes;
}

describe.each<[string, Language, string]>([
  ['Rust', 'rust', FAN_RS],
  ['C', 'c', FAN_C],
  ['much C', 'c', libc],
  ['damaged Rust with characters beyond ASCII', 'rust', DAMAGED],
  ['a missing token', 'c', 'int f(void) { return 1 }\n'],
])('%s', (_, language, text) => {
  it('has the nodes, places and fields that the parser gives', () => {
    withTree(language, text, (tree) => {
      const [ours, parsed] = [tree.nodes, theirs(language, tree)];
      expect(ours.length).toBe(parsed.length);
      for (const [index, node] of ours.entries()) {
        const same = parsed[index];
        if (!same) throw new Error('no such node');
        const { type, isNamed, isError, isMissing, hasError, startIndex, endIndex } = same;
        expect(node).toMatchObject({ type, isNamed, isError, isMissing, hasError, startIndex, endIndex });
        expect([node.startPosition, node.endPosition]).toEqual([same.startPosition, same.endPosition]);
        expect(node.text).toBe(same.text);
        expect(node.parent?.startIndex).toBe(same.parent?.startIndex);
        expect(node.namedChildren.map(({ type: child }) => child)).toEqual(
          same.namedChildren.map(({ type: child }) => child),
        );
        for (const field of new Set(node.children.map(({ fieldName }) => fieldName)))
          if (field !== null)
            expect(node.childrenForFieldName(field).map((child) => child.startIndex)).toEqual(
              same.childrenForFieldName(field).map((child) => child.startIndex),
            );
      }
      expect(tree.hasError).toBe(tree.rootNode.hasError);
    });
  });

  it('knows the neighbours of a node, missing ones too, and the innermost one at an index', () => {
    withTree(language, text, (tree) => {
      for (const { children } of tree.nodes)
        for (const [at, child] of children.entries()) {
          expect(child.previousSibling).toBe(children[at - 1] ?? null);
          expect(child.nextSibling).toBe(children[at + 1] ?? null);
          const named = children.filter(({ isNamed }) => isNamed);
          expect(child.nextNamedSibling).toBe(named.find(({ id }) => id > child.id) ?? null);
          expect(child.previousNamedSibling).toBe(named.filter(({ id }) => id < child.id).at(-1) ?? null);
        }
      const [root] = theirs(language, tree);
      for (let at = 0; at < Math.min(text.length, 500); at++) {
        const inner = tree.rootNode.descendantForIndex(at);
        const same = root?.descendantForIndex(at);
        expect([inner.type, inner.startIndex]).toEqual([same?.type, same?.startIndex]);
      }
    });
  });
});

it('outlives the tree', () => {
  const tree = engine.parse('rust', 'fn f() { unsafe {} }');
  const [block] = tree.nodesOfType('unsafe_block');
  tree.delete();
  expect(block?.parent?.parent?.type).toBe('block');
  expect(block?.text).toBe('unsafe {}');
});

it('knows every field that the parser knows', () => {
  withTree('rust', FAN_RS, (tree) => {
    const parsed = theirs('rust', tree);
    for (const field of [
      'name',
      'body',
      'type',
      'value',
      'function',
      'arguments',
      'left',
      'right',
      'parameters',
    ])
      for (const [index, node] of tree.nodes.entries())
        expect(node.childForFieldName(field)?.startIndex).toBe(
          parsed[index]?.childForFieldName(field)?.startIndex,
        );
  });
});
