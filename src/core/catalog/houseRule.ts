/** What a project expects of a posting beside its code. */
export interface HouseRule {
  readonly id: string;
  /** One or two plain sentences: what is expected, and of what. */
  readonly text: string;
  /** Where the project says so, as an https address; or null. */
  readonly url: string | null;
  /** Globs of paths; the rule speaks of patches that touch one of them. Empty: of every patch. */
  readonly when: readonly string[];
  readonly expects: HouseExpectation;
}

export type HouseExpectation =
  /** The series goes to this address. */
  | { readonly kind: 'recipient'; readonly address: string }
  /** Each patch has a trailer of this name. */
  | { readonly kind: 'trailer'; readonly trailer: string }
  /** A series of several patches has a cover letter. */
  | { readonly kind: 'cover-letter' }
  /** Each new file has a line that contains this text. */
  | { readonly kind: 'new-file-line'; readonly text: string }
  /** The series touches a path of each of these globs, too. */
  | { readonly kind: 'touches'; readonly globs: readonly string[] };

/** A house rule that a series does not seem to keep. */
export interface HouseNote {
  readonly rule: string;
  readonly text: string;
  readonly url: string | null;
  /** 1-based positions of the patches that it is about; empty when it is about the whole series. */
  readonly patches: readonly number[];
  /** What is missing, where the rule names it: new files without the line, or globs that nothing touches. */
  readonly missing: readonly string[];
}
