/** Text around a hunk that makes it readable for a grammar. Neither holds the hunk's own lines. */
export interface Wrapping {
  readonly before: string;
  readonly after: string;
  /** The hunk begins inside a function, as far as one can tell. */
  readonly inFunction: boolean;
}

/** The closing bracket of an opening one. */
export const CLOSERS: Readonly<Partial<Record<string, string>>> = { '(': ')', '[': ']', '{': '}' };
