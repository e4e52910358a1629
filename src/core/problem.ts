/** What kind of thing went wrong. Stable: other programs read these from the JSON report. */
export type ProblemCode =
  | 'unreadable-input'
  | 'no-patch-found'
  | 'truncated-mail'
  | 'unknown-charset'
  | 'undecodable-mail'
  | 'format-flowed'
  | 'missing-patch'
  | 'duplicate-patch'
  | 'several-series'
  | 'mail-ignored'
  | 'hunk-count'
  | 'hunk-garbage'
  | 'combined-diff'
  | 'binary-file'
  | 'unsafe-path'
  | 'forged-header'
  | 'hidden-characters'
  | 'parse-diff-disagrees'
  | 'image-mismatch'
  | 'image-unavailable'
  | 'parse-error'
  | 'file-too-large'
  | 'query-limit'
  | 'bad-pattern'
  | 'bad-profile'
  | 'git-missing'
  | 'git-failed'
  | 'cancelled'
  | 'bad-review-file'
  | 'review-conflict';

/**
 * Something that was skipped, not read, not parsed, not resolved or cut off. Never thrown: returned beside the result,
 * shown on every surface. A run with problems never reads as "nothing found".
 */
export interface Problem {
  readonly code: ProblemCode;
  /** One plain sentence: what happened and what it means for the reader. */
  readonly message: string;
  /** Where: `file:line` of the input, or a patch and path. Empty only if there is no place at all. */
  readonly at: string;
}

/** A value together with what went wrong on the way to it. */
export interface WithProblems<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}
