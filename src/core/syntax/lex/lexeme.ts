export type LexemeKind =
  'word' | 'number' | 'string' | 'char' | 'lifetime' | 'comment' | 'directive' | 'punctuation';

/** The smallest piece of source text. Punctuation comes as single characters, `directive` is a C line's leading `#`. */
export interface Lexeme {
  readonly kind: LexemeKind;
  readonly text: string;
  /** Offsets into the source in UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** 0-based row of `start`. */
  readonly row: number;
  /** Part of a C preprocessor line (all of its continued lines). */
  readonly inDirective: boolean;
}

/**
 * Where a text begins: in code, inside a block comment, in the continued lines of a preprocessor line (C), inside a raw
 * string with one `#` (Rust).
 */
export type LexStart = 'code' | 'block-comment' | 'directive' | 'raw-string';
