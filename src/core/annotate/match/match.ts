import type { Pattern } from '../../catalog/pattern.ts';
import type { Side } from '../../patch/series.ts';
import type { Node } from '../../syntax/engine.ts';
import type { Fragment } from '../../syntax/fragment.ts';

/** Where a pattern occurs, before anything is said about it. Lines and columns 1-based, ends exclusive for columns. */
export interface Match {
  readonly pattern: Pattern;
  readonly side: Side;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly symbol: string | null;
  /** Lines whose change makes this place part of a patch: from the anchor's to those of `@context`. */
  readonly context: { readonly first: number; readonly last: number };
  /** How it was found: a query, a regular expression over code text, or a detector. */
  readonly how: 'query' | 'text' | 'code';
  /** The node at the place; undefined where there is no trusted tree. Lives as long as its fragment. */
  readonly node: Node | undefined;
  /** What `node` is read in: for code in a macro a fragment of its own. Undefined for files that are not parsed. */
  readonly fragment: Fragment | undefined;
  /** A question that the detector chose, instead of the pattern's first. */
  readonly question: string | null;
}
