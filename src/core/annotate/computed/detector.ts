import type { PatternLanguage } from '../../catalog/pattern.ts';
import type { Layer, Profile } from '../../catalog/profile.ts';
import type { Image } from '../../image/image.ts';
import type { FileChange, Patch, Series, Side } from '../../patch/series.ts';
import type { Node } from '../../syntax/engine.ts';
import type { Fragment } from '../../syntax/fragment.ts';
import type { SideLines } from '../diffLines.ts';
import type { Match } from '../match/match.ts';

/** What a detector is given: one file change and the series around it. */
export interface DetectorContext {
  readonly series: Series;
  readonly patch: Patch;
  readonly file: FileChange;
  /** New path, or the old one of a deleted file. */
  readonly path: string;
  readonly kind: PatternLanguage;
  readonly layer: Layer;
  readonly generated: boolean;
  readonly profile: Profile;
  readonly new: DetectorSide;
  readonly old: DetectorSide;
  /** What the queries of all patterns found on the shown lines of the new side, changed or not. */
  readonly matches: readonly Match[];
}

/** One side of the file change. Lines are 1-based. Nothing is parsed before `fragments` or `find` is used. */
export interface DetectorSide {
  readonly side: Side;
  readonly image: Image;
  /** Changed and shown lines. */
  readonly lines: SideLines;
  /** An image line as it stands, or undefined where the image shows nothing. */
  readonly text: (line: number) => string | undefined;
  /** The same line with comments and literals blanked (as it stands in files that are not parsed). */
  readonly code: (line: number) => string | undefined;
  /** Parsed image; empty for kinds that are not parsed. */
  readonly fragments: readonly Fragment[];
  /**
   * Runs a query over the shown hunks (`everywhere`: over all of the image), in the language of the patterns' queries (see
   * `catalog/queryForm.ts`). Read once, so pass constant text.
   */
  readonly find: (query: string, everywhere?: boolean) => readonly Found[];
}

/** One match of a detector's query: nodes by capture, and what they are read in. */
export interface Found {
  readonly fragment: Fragment;
  /** The first node of a capture; throws if this match has none. */
  readonly get: (capture: string) => Node;
  readonly has: (capture: string) => boolean;
}

/** A place that a detector found. Lines and columns 1-based, `endColumn` exclusive. */
export interface Detection {
  /** `new` if absent. */
  readonly side?: Side;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly symbol?: string;
  /** What to ask here, instead of the pattern's first question. */
  readonly question?: string;
  /** Lines of which one must be changed for the place to count; the place's own if absent. */
  readonly context?: { readonly first: number; readonly last: number };
  readonly node?: Node;
  readonly fragment?: Fragment;
}

export type Detector = (context: DetectorContext) => Iterable<Detection>;
