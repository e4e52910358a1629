/** Text around a hunk that makes it readable for a grammar. Neither holds the hunk's own lines. */
export interface Wrapping {
  readonly before: string;
  readonly after: string;
}

/** Tries beyond these cost more than they gain. */
export const MAX_TRIES = 3;

/** The closing bracket of an opening one. */
export const CLOSERS: Readonly<Partial<Record<string, string>>> = { '(': ')', '[': ']', '{': '}' };
