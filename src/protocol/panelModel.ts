import type { LineTokens } from '../base/tokens.ts';

/**
 * What the panel shows, as plain data: built by `present`, drawn by `webview`. Indices are into the arrays of this
 * model. Lines and columns are 1-based unless a name says otherwise.
 */
export interface PanelModel {
  readonly seriesId: string;
  /** Subject with its prefix, as posted. */
  readonly title: string;
  readonly profile: string;
  readonly version: number;
  readonly baseCommit: string | null;
  readonly cover: PanelMessage | null;
  readonly patches: readonly PanelPatch[];
  /** The texts of each pattern that an annotation names, once. */
  readonly patterns: readonly PanelPattern[];
  /** What the project expects of a posting beside its code, and was not found. */
  readonly houseRules: readonly { readonly text: string; readonly link: PanelLink | null }[];
  readonly problems: readonly { readonly code: string; readonly message: string; readonly at: string }[];
}

/** What is said about a pattern, the same for all annotations of it. */
export interface PanelPattern {
  readonly id: string;
  /** What can be asked, to choose from. */
  readonly questions: readonly string[];
  readonly docs: readonly PanelLink[];
  /** Two sentences. */
  readonly about: string;
}

export interface PanelMessage {
  readonly author: string;
  readonly date: string | null;
  /** Body lines. */
  readonly lines: readonly string[];
}

export interface PanelPatch {
  readonly id: string;
  readonly position: number;
  readonly total: number;
  readonly subject: string;
  readonly message: PanelMessage;
  readonly files: readonly PanelFile[];
}

export interface PanelFile {
  readonly oldPath: string | null;
  readonly newPath: string | null;
  /** `modified`, `added`, `deleted`, `renamed`, `copied`, `mode`. */
  readonly kind: string;
  readonly language: 'rust' | 'c' | null;
  readonly image: 'whole' | 'hunks' | 'none';
  readonly layer: string;
  readonly generated: boolean;
  readonly binary: boolean;
  readonly added: number;
  readonly removed: number;
  readonly hunks: readonly PanelHunk[];
  /** In order of their row. */
  readonly annotations: readonly PanelAnnotation[];
}

export interface PanelHunk {
  /** The `@@ … @@ section` line. */
  readonly header: string;
  readonly oldStart: number;
  readonly newStart: number;
  /** Lines with their marker (` `, `+`, `-`), joined with `\n`: compact to send, split when first shown. */
  readonly body: string;
  readonly lineCount: number;
}

export interface PanelAnnotation {
  readonly id: string;
  /** Id of its pattern. */
  readonly pattern: string;
  readonly category: string;
  readonly attention: 'look-first' | 'check' | 'note';
  /** Hunk, and 0-based line within it, under which the card opens. */
  readonly hunk: number;
  readonly row: number;
  /** 0-based last line within the hunk (clamped to it). */
  readonly endRow: number;
  readonly side: 'old' | 'new';
  readonly line: number;
  readonly endLine: number;
  readonly title: string;
  readonly question: string;
  /** Facets in plain words, in the order to show them. */
  readonly facts: readonly string[];
  /** The explanation found, or null. */
  readonly explanation: string | null;
  /** What the functions called here ask of their callers; absent where nothing is known. */
  readonly conditions?: readonly PanelConditions[];
  /** What the repository's profile names for this place, before what is linked for the pattern; absent where nothing. */
  readonly docs?: readonly PanelLink[];
}

export interface PanelConditions {
  readonly callee: string;
  readonly conditions: readonly string[];
  /** Where they stand. */
  readonly link: PanelLink;
}

/** A link; the panel sends its `target` back and the host decides what opening means. */
export interface PanelLink {
  readonly title: string;
  readonly target: string;
}

/** The reviewer's marks as the panel shows them. Sent whole whenever one changes. */
export interface PanelMarks {
  readonly marks: readonly PanelMark[];
  readonly carried: PanelCarriedSummary | null;
  readonly coverage: PanelCoverage;
  /** Parallel to the model's patches. */
  readonly byPatch: readonly PanelCoverage[];
  /** What other reviewers said; none of it is in the sums. Absent where there is nothing. */
  readonly others?: readonly PanelRemark[];
  /** Where the review is kept; absent until that is known. */
  readonly kept?: PanelKept;
}

/** Where the reviewer's own marks are kept. */
export interface PanelKept {
  /** In the repository, for others to see. */
  readonly isShared: boolean;
  /** Path of the file, or of the directory while there is none. */
  readonly path: string;
}

/** Something said below a question. Times are ISO 8601, null if not known. */
export interface PanelSaid {
  readonly author: string;
  readonly date: string | null;
  readonly text: string;
}

/** What another reviewer put on lines. */
export interface PanelRemark {
  readonly id: string;
  readonly author: string;
  readonly date: string | null;
  readonly text: string;
  readonly state: PanelMarkState;
  /** Id of the annotation that it is about, or null. */
  readonly annotation: string | null;
  /** Where it was read, in plain words. */
  readonly source: string;
  /** Whose turn it is; null for what asks nothing, or has ended. */
  readonly turn: 'you' | 'author' | 'reviewer' | null;
  /** Set when its reviewer has ended it. */
  readonly ended: string | null;
  /** Oldest first. */
  readonly said: readonly PanelSaid[];
  /** The user's own answer, to be edited; empty if there is none. */
  readonly answer: string;
  /** What happened to its lines since; null if it was made on this very version. */
  readonly carried: PanelCarried | null;
  /** `carried` tells of the work tree rather than of this version. */
  readonly isInTree: boolean;
  /** The lines it was made on, as they were. */
  readonly quoted: readonly string[];
  /** 0-based; null for the series as a whole. */
  readonly patch: number | null;
  /** Null if its lines are not found here. */
  readonly place: PanelPlace | null;
}

export interface PanelCoverage {
  readonly total: number;
  readonly understood: number;
  readonly needsExplanation: number;
  readonly deferred: number;
  readonly notLookedAt: number;
}

export type PanelMarkState = 'needs-explanation' | 'understood' | 'deferred';

export interface PanelMark {
  readonly id: string;
  readonly state: PanelMarkState;
  readonly question: string;
  readonly annotation: string | null;
  /** Who it is left to when deferred, else null. */
  readonly deferredTo: string | null;
  /** Set when the question has ended: `documented · …`, in plain words; else null. */
  readonly ended: string | null;
  /** Where the mark comes from, if an earlier version; else null. */
  readonly carried: PanelCarried | null;
  readonly place: PanelPlace;
  /** What others said below the question, oldest first; absent if nothing. */
  readonly said?: readonly PanelSaid[];
}

/** What happened to the lines of a mark that an earlier version of the series carried. */
export interface PanelCarried {
  /** Version of the series that the mark was made on. */
  readonly fromVersion: number;
  readonly fate: 'exact' | 'moved' | 'edited' | 'gone';
  /** What the tool proposes as the question's end, for the reviewer to confirm; null if nothing answers it. */
  readonly proposal: 'documented' | 'rewritten' | null;
  /** Lines of the comment, section or paragraph that the proposal goes by, and of other code there; else empty. */
  readonly evidence: readonly string[];
  /** Both texts, side by side. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** The other-language side of an annotation, sent when it has been found. */
export interface PanelCounterpart {
  /** Id of the annotation. */
  readonly annotation: string;
  readonly status: 'found' | 'ambiguous' | 'not-found';
  readonly places: readonly {
    /** `C declaration`, `Rust definition`, … in plain words. */
    readonly title: string;
    readonly language: 'rust' | 'c';
    readonly path: string;
    readonly line: number;
    readonly lines: readonly string[];
    readonly tokens: readonly LineTokens[];
    /** Which pairing rule found it, in plain words. */
    readonly rule: string;
    /** Sent back with `openLink`. */
    readonly target: string;
  }[];
  /** Questions about where both sides disagree, each with both texts. */
  readonly disagreements: readonly { readonly question: string; readonly rust: string; readonly c: string }[];
  /** Given for a table of callbacks: those that ask for a look first. */
  readonly slots?: readonly PanelSlot[];
}

/** A callback slot of a C struct, as a Rust table fills it. */
export interface PanelSlot {
  readonly name: string;
  /** `new`: not set, and new in C; `differs`: set to a function of another signature. */
  readonly standing: 'new' | 'differs' | 'set' | 'unset';
  /** What is put into it, or empty. */
  readonly value: string;
  /** The slot as C declares it, and its comment or empty. */
  readonly c: string;
  readonly doc: string;
  /** Sent back with `openLink`. */
  readonly target: string;
}

/** A file that the series changes while its twin in the other language stays as it is. Indices are 0-based. */
export interface PanelOneSided {
  readonly patch: number;
  readonly file: number;
  /** Path of the twin. */
  readonly path: string;
  /** Sent back with `openLink`. */
  readonly target: string;
}

/** What became of the marks of an earlier version; null for a first version. */
export interface PanelCarriedSummary {
  readonly fromVersion: number;
  readonly questions: number;
  readonly documented: number;
  readonly rewritten: number;
  readonly open: number;
  /** Marks whose lines are nowhere in this version, listed so that none vanishes. */
  readonly gone: readonly {
    readonly id: string;
    readonly where: string;
    readonly question: string;
    readonly lines: readonly string[];
  }[];
  /** What was settled there and asks again here, because its lines were edited; absent if nothing. */
  readonly again?: readonly PanelAgain[];
}

/** A mark of an earlier version that asks again. */
export interface PanelAgain {
  /** Of the mark in the earlier version. */
  readonly id: string;
  /** What was said about it there, in plain words. */
  readonly said: string;
  /** Id of the annotation that it is about here, or null. */
  readonly annotation: string | null;
  readonly carried: PanelCarried;
  readonly place: PanelPlace;
}

/** Where a mark stands in the model. Rows 0-based within the hunk; message lines 0-based. */
export type PanelPlace =
  | {
      readonly kind: 'lines';
      readonly patch: number;
      readonly file: number;
      readonly hunk: number;
      readonly row: number;
      readonly endRow: number;
    }
  | { readonly kind: 'message'; readonly patch: number; readonly line: number; readonly endLine: number }
  | { readonly kind: 'cover'; readonly line: number; readonly endLine: number };
