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

export const MARK_STATES = ['needs-explanation', 'understood', 'deferred'] as const;
/** `deferred`: the reviewer does not follow this and leaves it to someone who is named. */
export type MarkState = (typeof MARK_STATES)[number];

export const EXIT_KINDS = ['documented', 'rewritten', 'withdrawn'] as const;
export type ExitKind = (typeof EXIT_KINDS)[number];

/** How a `needs-explanation` ended. Only the reviewer writes one; the tool proposes. */
export interface Exit {
  readonly kind: ExitKind;
  /** Why it was withdrawn, or what the reviewer adds; may be empty for the other two. */
  readonly reason: string;
  /** The text that answered the question: the comment, section, message or code that is there now; empty if withdrawn. */
  readonly evidence: string;
  /** Version of the series in which it ended. */
  readonly version: number;
  /** ISO 8601, UTC. */
  readonly confirmedAt: string;
}

/** What was said below a question after it was asked; for the reviewer's own eyes, no part of the reply. */
export interface MarkRemark {
  /** `Name <address>`, or empty if not known. */
  readonly author: string;
  readonly text: string;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
}

/** The mail that asked a question, as far as an answer needs it. */
export interface MarkMail {
  /** Message-ID with angle brackets. */
  readonly id: string;
  readonly references: readonly string[];
  readonly subject: string;
}

/** What the reviewer put on lines. A `needs-explanation` carries its question; the others an optional remark. */
export interface Mark {
  readonly id: string;
  readonly target: MarkTarget;
  readonly anchor: Anchor;
  readonly state: MarkState;
  readonly question: string;
  /** The annotation and pattern it answers, or null for lines that carry none. */
  readonly annotation: string | null;
  readonly pattern: string | null;
  /** Who it is left to when deferred, else null. */
  readonly deferredTo: string | null;
  /** How the question ended, or null while it is open (and always null on other states). */
  readonly exit: Exit | null;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  /** Oldest first; absent when there is none. */
  readonly remarks?: readonly MarkRemark[];
  /** Where the question came by mail; absent when it was asked in a review file. */
  readonly mail?: MarkMail;
}

/** What the one whose review this is answers to a question that someone else asked. */
export interface Answer {
  /** Id of the mark that asks. */
  readonly question: string;
  /** `Name <address>` of who asked. */
  readonly to: string;
  /** What was asked, so that the answer can be understood without the other's file. */
  readonly asked: string;
  readonly text: string;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
}

/** 2 added answers, dismissed marks and the mail of a mark. A file of format 1 is one of format 2 without them. */
export const REVIEW_FORMAT = 2;

/** All marks of one reviewer on one series. Saved as a versioned plain JSON file. */
export interface Review {
  readonly format: typeof REVIEW_FORMAT;
  /** `Name <address>` of who made the marks; empty if not known. */
  readonly reviewer: string;
  readonly series: {
    readonly id: string;
    readonly changeId: string | null;
    readonly subject: string;
    readonly version: number;
  };
  readonly marks: readonly Mark[];
  /** At most one for each question; absent when there is none. */
  readonly answers?: readonly Answer[];
  /** Ids of an earlier version's marks that the reviewer does not want here; absent when there is none. */
  readonly dismissed?: readonly string[];
}

/** Sums over annotations and marks of a series or patch, for progress and the coverage line. */
export interface Coverage {
  /** Annotations that ask for a look (`note` and generated code do not count). */
  readonly total: number;
  readonly understood: number;
  /** Open questions; a question that has ended counts as understood. */
  readonly needsExplanation: number;
  readonly deferred: number;
  readonly notLookedAt: number;
}
