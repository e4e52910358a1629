import type { Side } from '../patch/series.ts';

/** What a mark is put on: lines of a file in a patch, of a patch's message, or of the cover letter. Lines 1-based. */
export type MarkTarget =
  | {
      readonly kind: 'lines';
      readonly patch: string;
      /** Path on the named side. */
      readonly path: string;
      readonly side: Side;
      readonly line: number;
      readonly endLine: number;
    }
  | { readonly kind: 'message'; readonly patch: string; readonly line: number; readonly endLine: number }
  | { readonly kind: 'cover'; readonly line: number; readonly endLine: number };

/** What the marked lines were, so that they are found again: content, context and enclosing item, never a bare number. */
export interface Anchor {
  readonly text: readonly string[];
  /** Up to three lines above and below, nearest last and first. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly item: string | null;
  /** Which of several identical places in the file: 0 for the first. */
  readonly ordinal: number;
}

export type MarkState = 'needs-explanation' | 'understood';

/** What the reviewer put on lines. A `needs-explanation` carries its question; an `understood` an optional remark. */
export interface Mark {
  readonly id: string;
  readonly target: MarkTarget;
  readonly anchor: Anchor;
  readonly state: MarkState;
  readonly question: string;
  /** The annotation and pattern it answers, or null for lines that carry none. */
  readonly annotation: string | null;
  readonly pattern: string | null;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
}

export const REVIEW_FORMAT = 1;

/** All marks of one reviewer on one series. Saved as a versioned plain JSON file. */
export interface Review {
  readonly format: typeof REVIEW_FORMAT;
  readonly series: {
    readonly id: string;
    readonly changeId: string | null;
    readonly subject: string;
    readonly version: number;
  };
  readonly marks: readonly Mark[];
}

/** Sums over annotations and marks of a series or patch, for progress and the coverage line. */
export interface Coverage {
  /** Annotations that ask for a look (`note` and generated code do not count). */
  readonly total: number;
  readonly understood: number;
  readonly needsExplanation: number;
  readonly notLookedAt: number;
}
