import type { Side } from '../patch/series.ts';

/** One run of consecutive lines of one side of a file. */
export interface ImagePart {
  /** 1-based line of the file where this part begins. */
  readonly firstLine: number;
  /** Line texts without their `\n`; a `\r` before it stays, as in diffs. */
  readonly lines: readonly string[];
  /** The hunk header's section text: the only thing known about what stands above a part of a `hunks` image. */
  readonly section: string;
}

/**
 * The text of one side of a file: `whole` (one part from line 1) or `hunks` (one part per hunk: only what the patch
 * shows). `none` when the side does not exist or cannot be shown (added, deleted, binary).
 */
export interface Image {
  readonly side: Side;
  readonly kind: 'whole' | 'hunks' | 'none';
  readonly parts: readonly ImagePart[];
}

/** Both sides of a file change. */
export interface ImagePair {
  readonly old: Image;
  readonly new: Image;
}
