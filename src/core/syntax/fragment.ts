import type { Node, Tree } from './engine.ts';

/**
 * One parsed piece of an image. A whole image gives one fragment; a `hunks` image gives one per part, wrapped so that
 * the grammar can read a piece that begins in the middle of something. Owned by whoever parsed it: call `delete()`.
 */
export interface Fragment {
  readonly tree: Tree;
  /** The text that was parsed (after masking and wrapping); tree indices and columns are offsets into it. */
  readonly text: string;
  /** Image line of a tree row: `line = row + lineOffset`. Lines are 1-based, rows 0-based. */
  readonly lineOffset: number;
  /** First and last image line of this fragment (1-based, inclusive). Nodes outside are the wrapper's and do not count. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** The original lines (unmasked), `source[0]` is `firstLine`. Same length and columns as the masked ones. */
  readonly source: readonly string[];
  readonly kind: 'whole' | 'hunk';
  /**
   * Image lines where queries are blind: inside an ERROR node, in a branch of an `#if` that cannot stand beside the one
   * before it, or all lines if the text nests too deep to be parsed (then the tree is empty).
   */
  readonly errorLines: ReadonlySet<number>;
  /** Of code in a macro: where its tokens stand in the tree of the file. */
  readonly macro?: { readonly node: Node; readonly fragment: Fragment };
  /** The hunk header says that this fragment begins inside an `unsafe fn`. */
  readonly insideUnsafeFn: boolean;
  delete(): void;
}
