import { STD_CONDITIONS } from './stdConditions.ts';

/** What a function of the standard library asks of its callers, in our words. */
export interface StdSafety {
  /** Path as people write it: `slice::from_raw_parts`, or `.get_unchecked` for a method. */
  readonly path: string;
  readonly conditions: readonly string[];
  /** Its own documentation. */
  readonly url: string;
  /**
   * A comment that argues for this call cannot do without one of these words: they name the condition that is
   * particular to this function. Undefined where any wording may do.
   */
  readonly heardIn: RegExp | undefined;
}

const DOC = 'https://doc.rust-lang.org/std/';

const TABLE: ReadonlyMap<string, StdSafety> = new Map(
  STD_CONDITIONS.map(([path, page, conditions, heardIn]) => [
    path,
    { path, conditions, url: DOC + page, heardIn },
  ]),
);

/**
 * The conditions of a standard function by the last part of its path and what stands before it (`slice` and
 * `from_raw_parts`); a method has no qualifier. Undefined for functions that are not in the table.
 */
export function stdSafety(qualifier: string | null, name: string): StdSafety | undefined {
  return TABLE.get(qualifier === null ? `.${name}` : `${qualifier}::${name}`);
}

/** All entries, for a check of their links. */
export function allStdSafety(): readonly StdSafety[] {
  return [...TABLE.values()];
}
