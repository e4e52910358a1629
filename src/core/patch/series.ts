import type { Language } from './language.ts';

/** One side of a diff: `old` (before) or `new` (after). */
export type Side = 'old' | 'new';

/** A line of a hunk, without its leading marker and without its line end (a `\r` before the line end is kept). */
export interface DiffLine {
  readonly kind: 'context' | 'added' | 'removed';
  readonly text: string;
  /** 1-based line in the old file; undefined on added lines. */
  readonly oldLine: number | undefined;
  /** 1-based line in the new file; undefined on removed lines. */
  readonly newLine: number | undefined;
  /** The file ends here without a line end (`\ No newline at end of file`). */
  readonly noNewline: boolean;
}

export interface Hunk {
  readonly oldStart: number;
  readonly oldLines: number;
  readonly newStart: number;
  readonly newLines: number;
  /** Text after the second `@@`: the enclosing item as git guessed it. */
  readonly section: string;
  readonly lines: readonly DiffLine[];
}

export type FileChangeKind = 'modified' | 'added' | 'deleted' | 'renamed' | 'copied' | 'mode';

/** One file in a patch. Paths are decoded, without `a/` and `b/`, and never absolute nor containing `..`. */
export interface FileChange {
  readonly kind: FileChangeKind;
  /** Null when the file did not exist before. */
  readonly oldPath: string | null;
  /** Null when the file does not exist after. */
  readonly newPath: string | null;
  readonly language: Language | undefined;
  /** Blob ids of the `index` line as written (often abbreviated); undefined if not given, or all zeros. */
  readonly oldOid: string | undefined;
  readonly newOid: string | undefined;
  readonly oldMode: string | undefined;
  readonly newMode: string | undefined;
  /** Percentage of `similarity index`, if given. */
  readonly similarity: number | undefined;
  readonly binary: boolean;
  /** True for a merge's combined diff: its hunks cannot be read as two sides; shown as a problem. */
  readonly combined: boolean;
  readonly hunks: readonly Hunk[];
}

/** A mail's or commit's text: what is said about a patch, above the diff. */
export interface Message {
  /** Subject without `[PATCH …]`, decoded. */
  readonly subject: string;
  /** Body lines down to `---` (scissors and in-body headers applied, as git am does). No trailing blank lines. */
  readonly body: readonly string[];
  /** Lines between `---` and the diff: change log and diffstat, never part of the commit. */
  readonly notes: readonly string[];
  /** Trailers (`Signed-off-by` …) of the last paragraph, in order. */
  readonly trailers: readonly Trailer[];
}

export interface Trailer {
  readonly key: string;
  readonly value: string;
}

/** A mailed message's envelope: what a reply needs. */
export interface Envelope {
  /** With angle brackets, as in the header. */
  readonly messageId: string | undefined;
  readonly inReplyTo: string | undefined;
  readonly references: readonly string[];
  /** Full decoded subject line, prefix included. */
  readonly subject: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  /** As in the header (RFC 5322), or undefined. */
  readonly date: string | undefined;
}

export interface Patch {
  /** Stable: Message-ID without brackets, else the commit id, else `patch-` and a hash of its content. */
  readonly id: string;
  /** 1-based place in the series. */
  readonly position: number;
  /** `Name <address>`, or empty. */
  readonly author: string;
  readonly message: Message;
  /** Undefined when the patch did not come by mail. */
  readonly envelope: Envelope | undefined;
  /** Commit id when known (git range, format-patch `From` line). */
  readonly commit: string | undefined;
  readonly files: readonly FileChange[];
}

export interface Cover {
  readonly id: string;
  readonly author: string;
  readonly message: Message;
  readonly envelope: Envelope | undefined;
}

/** An answer in a series' thread: kept for who wants to show it, but no part of what was posted. */
export interface Reply {
  readonly envelope: Envelope;
  /** `Name <address>`. */
  readonly author: string;
  /** Its text, decoded, with LF line ends. */
  readonly text: string;
}

/** The ordered patches of one posting. */
export interface Series {
  /**
   * Identity of this posting, under which its review is kept: Message-ID of the cover letter or first patch, else
   * `git-` and the commits' hash, else `diff-` and the content's hash.
   */
  readonly id: string;
  /** b4 change-id, if any mail carries one: the same across versions. */
  readonly changeId: string | undefined;
  /** Subject of the cover letter, or of the first patch, without prefix. */
  readonly subject: string;
  /** 1 for a first posting. */
  readonly version: number;
  /** The `N` of `n/N`; equals `patches.length` unless mails are missing. */
  readonly total: number;
  readonly cover: Cover | undefined;
  readonly patches: readonly Patch[];
  /** `base-commit:` of the cover letter or first patch. */
  readonly baseCommit: string | undefined;
  /** Commit that a range read from git ends in; with merges it need not be the one of the last patch. */
  readonly tipCommit?: string;
  /** Lists and addresses the series went to (lower case, deduplicated): a hint for the profile. */
  readonly recipients: readonly string[];
  /** Answers that came in the same mailbox, in its order. */
  readonly replies?: readonly Reply[];
}
