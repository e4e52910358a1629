/** What a lint reported: its name with underscores, without `clippy::`, and its 1-based line. */
export interface Finding {
  readonly lint: string;
  /** As in `Sample.files`. */
  readonly path: string;
  /** Where the reported code begins. */
  readonly line: number;
}

/** Code and what lints said about it. */
export interface Sample {
  readonly name: string;
  /** Text of each Rust file by its path. */
  readonly files: ReadonlyMap<string, string>;
  /** The lints that were run. Others are not compared. */
  readonly lints: ReadonlySet<string>;
  readonly findings: readonly Finding[];
  /** True for lines that the lints never saw, because their configuration leaves them out. */
  readonly isLeftOut: (path: string, line: number) => boolean;
}
