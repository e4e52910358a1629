/**
 * How a Rust item was tied to a C name, best first: Rust says so (`alias`), C calls it by that name (`exported`), it holds
 * the C type (`wraps-type`), it calls the function and is named after it (`named-call`), it calls nothing else of C
 * (`only-call`), a macro expands to the call or ties a type to it (`macro`), it merely calls the function (`calls`).
 */
export const FOUND_BY = [
  'alias',
  'exported',
  'wraps-type',
  'named-call',
  'only-call',
  'macro',
  'calls',
] as const;
export type FoundBy = (typeof FOUND_BY)[number];

/** A place in the tree, with what stands there. Line 1-based. */
export interface NamePlace {
  readonly path: string;
  readonly line: number;
  /** The declaration without body and attributes. */
  readonly text: string;
}

/** A C name and what it is in Rust. */
export interface NameEntry {
  readonly c: string;
  /** Path of the item where it is declared; re-exports may give it a shorter one. */
  readonly rust: string;
  readonly foundBy: FoundBy;
  /** Private Rust function that makes the call for it, or C function that the C macro expands to; null if neither. */
  readonly via: string | null;
  /** Whether other crates or modules can name it. */
  readonly isPublic: boolean;
  readonly rustPlace: NamePlace;
  /** Null for what the tree does not declare, such as functions of a library. */
  readonly cPlace: NamePlace | null;
}

/** What merely calls a C function on its way; everything else stands for the C name. */
export function isMereUse({ foundBy }: NameEntry): boolean {
  return foundBy === 'calls';
}
