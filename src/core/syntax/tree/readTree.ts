import { Node, type NodeFacts, type TreeText } from './node.ts';
import type { TreeWalk } from './treeWalk.ts';

/** What the numbers of a grammar mean. */
export interface GrammarNames {
  /** By type id; ids beyond are errors. */
  readonly types: readonly string[];
  readonly isNamed: readonly boolean[];
  /** By field id; 0 is no field. */
  readonly fields: readonly (string | null)[];
}

/**
 * Reads all nodes of the tree at `address`, in order of the text, parents before children; the root is the first. One way
 * through the tree: asking for each thing when it is needed costs several times the parse.
 */
export function readTree(
  walk: TreeWalk,
  address: number,
  names: GrammarNames,
  source: TreeText,
): readonly [root: Node, ...others: Node[]] {
  let row = 0;
  const facts = (): NodeFacts => {
    const type = walk.ts_tree_cursor_current_node_type_id_wasm(address);
    const startIndex = walk.ts_tree_cursor_start_index_wasm(address);
    const endIndex = walk.ts_tree_cursor_end_index_wasm(address);
    const field = walk.ts_tree_cursor_current_field_id_wasm(address);
    while ((source.lineStarts[row + 1] ?? Infinity) <= startIndex) row++;
    return {
      type: names.types[type] ?? 'ERROR',
      isNamed: names.isNamed[type] ?? true,
      isMissing: startIndex === endIndex && walk.ts_tree_cursor_current_node_is_missing_wasm(address) !== 0,
      startIndex,
      endIndex,
      row,
      fieldName: names.fields[field] ?? null,
    };
  };
  walk.ts_tree_root_node_wasm(address);
  walk.ts_tree_cursor_new_wasm(address);
  const nodes: [Node, ...Node[]] = [new Node(source, 0, facts(), null)];
  for (let parent = goOn(walk, address, nodes[0]); parent !== undefined;) {
    const node = new Node(source, nodes.length, facts(), parent);
    nodes.push(node);
    parent = goOn(walk, address, node);
  }
  walk.ts_tree_cursor_delete_wasm(address);
  return nodes;
}

/** Moves from a node that was just read to the next one; gives that one's parent, or undefined at the end. */
function goOn(walk: TreeWalk, address: number, from: Node): Node | undefined {
  if (walk.ts_tree_cursor_goto_first_child_wasm(address) !== 0) return from;
  for (let parent = from.parent; parent; parent = parent.parent) {
    if (walk.ts_tree_cursor_goto_next_sibling_wasm(address) !== 0) return parent;
    walk.ts_tree_cursor_goto_parent_wasm(address);
  }
  return undefined;
}
