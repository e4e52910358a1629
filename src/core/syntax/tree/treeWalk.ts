/**
 * Functions of the parser's WebAssembly runtime that walk a tree, as `web-tree-sitter` itself calls them. Each acts on one
 * cursor that the runtime keeps in a place of its own, so only one walk can be under way. `tree` is the tree's address.
 */
export interface TreeWalk {
  readonly ts_tree_root_node_wasm: (tree: number) => void;
  readonly ts_tree_cursor_new_wasm: (tree: number) => void;
  readonly ts_tree_cursor_delete_wasm: (tree: number) => void;
  readonly ts_tree_cursor_goto_first_child_wasm: (tree: number) => number;
  readonly ts_tree_cursor_goto_next_sibling_wasm: (tree: number) => number;
  readonly ts_tree_cursor_goto_parent_wasm: (tree: number) => number;
  readonly ts_tree_cursor_current_node_type_id_wasm: (tree: number) => number;
  readonly ts_tree_cursor_current_field_id_wasm: (tree: number) => number;
  readonly ts_tree_cursor_current_node_is_missing_wasm: (tree: number) => number;
  readonly ts_tree_cursor_start_index_wasm: (tree: number) => number;
  readonly ts_tree_cursor_end_index_wasm: (tree: number) => number;
}

const NAMES = [
  'ts_tree_root_node_wasm',
  'ts_tree_cursor_new_wasm',
  'ts_tree_cursor_delete_wasm',
  'ts_tree_cursor_goto_first_child_wasm',
  'ts_tree_cursor_goto_next_sibling_wasm',
  'ts_tree_cursor_goto_parent_wasm',
  'ts_tree_cursor_current_node_type_id_wasm',
  'ts_tree_cursor_current_field_id_wasm',
  'ts_tree_cursor_current_node_is_missing_wasm',
  'ts_tree_cursor_start_index_wasm',
  'ts_tree_cursor_end_index_wasm',
] as const satisfies readonly (keyof TreeWalk)[];

/** Takes the functions from what a runtime exports; throws if it is another runtime than the one this is made for. */
export function treeWalk(exports: WebAssembly.Exports): TreeWalk {
  if (!isTreeWalk(exports)) throw new Error('the parser runtime gives no access to its trees');
  return exports;
}

function isTreeWalk(exports: object): exports is TreeWalk {
  return NAMES.every((name) => typeof Reflect.get(exports, name) === 'function');
}
