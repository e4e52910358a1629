import { lineStartsOf, Node, type TreeData } from './node.ts';
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
 * Reads all nodes of the tree at `address`, which `text` was parsed into. One way through the tree: asking for each thing
 * when it is needed costs several times the parse.
 */
export function readTree(
  walk: TreeWalk,
  address: number,
  { types, isNamed, fields }: GrammarNames,
  text: string,
): TreeData {
  const lineStarts = lineStartsOf(text);
  const tree: TreeData = { text, lineStarts, nodes: [] };
  const facts = {
    type: '',
    isNamed: true,
    isMissing: false,
    startIndex: 0,
    endIndex: 0,
    row: 0,
    fieldName: NO_FIELD,
  };
  const read = (parent: Node | null): Node => {
    const type = walk.ts_tree_cursor_current_node_type_id_wasm(address);
    facts.type = types[type] ?? 'ERROR';
    facts.isNamed = isNamed[type] ?? true;
    facts.startIndex = walk.ts_tree_cursor_start_index_wasm(address);
    facts.endIndex = walk.ts_tree_cursor_end_index_wasm(address);
    facts.isMissing =
      facts.startIndex === facts.endIndex && walk.ts_tree_cursor_current_node_is_missing_wasm(address) !== 0;
    while ((lineStarts[facts.row + 1] ?? Infinity) <= facts.startIndex) facts.row++;
    facts.fieldName = fields[walk.ts_tree_cursor_current_field_id_wasm(address)] ?? NO_FIELD;
    return new Node(tree, parent, facts);
  };
  walk.ts_tree_root_node_wasm(address);
  walk.ts_tree_cursor_new_wasm(address);
  const root = read(null);
  for (let parent = goOn(walk, address, root); parent; parent = goOn(walk, address, read(parent)));
  walk.ts_tree_cursor_delete_wasm(address);
  Node.complete(tree);
  return tree;
}

const NO_FIELD: string | null = null;

/** Moves from a node that was just read to the next one; gives that one's parent, or undefined at the end. */
function goOn(walk: TreeWalk, address: number, from: Node): Node | undefined {
  if (walk.ts_tree_cursor_goto_first_child_wasm(address) !== 0) return from;
  for (let parent = from.parent; parent; parent = parent.parent) {
    if (walk.ts_tree_cursor_goto_next_sibling_wasm(address) !== 0) return parent;
    walk.ts_tree_cursor_goto_parent_wasm(address);
  }
  return undefined;
}
