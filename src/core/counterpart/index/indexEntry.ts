/**
 * What kind of name stands somewhere, one letter each (they are stored): in C `f` prototype, `d` definition, `s` static
 * function, `r` struct or union with members, `w` without, `e` enum, `v` enumerator, `a` typedef, `m` macro, `g`
 * variable, `k` function-pointer member, `q` string (device, property, stream name), `i` name given to a declaring macro;
 * in Rust `F` function, `X` exported or foreign function, `R` struct or union, `E` enum, `A` type alias, `C` constant,
 * `G` static, `T` trait, `U` C name that is used, `L` C name of a `doc(alias)`, `Q` string.
 */
export type EntryKind =
  | 'f'
  | 'd'
  | 's'
  | 'r'
  | 'w'
  | 'e'
  | 'v'
  | 'a'
  | 'm'
  | 'g'
  | 'k'
  | 'q'
  | 'i'
  | 'F'
  | 'X'
  | 'R'
  | 'E'
  | 'A'
  | 'C'
  | 'G'
  | 'T'
  | 'U'
  | 'L'
  | 'Q';

/** One name in one file. */
export interface FileEntry {
  readonly kind: EntryKind;
  readonly name: string;
  /** 1-based. */
  readonly line: number;
}

/** Where a name stands. */
export interface IndexEntry {
  readonly kind: EntryKind;
  readonly path: string;
  readonly line: number;
}
