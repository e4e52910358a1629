/**
 * A type as it is written in C or Rust, in one shape for both. Nothing is resolved: names stay names, lengths stay
 * expressions. `resolveType` turns it into what the machine sees.
 */
export type SourceType =
  | NamedType
  | PointerType
  | FunctionType
  | ArrayType
  | { readonly kind: 'inline'; readonly record: InlineRecord }
  | { readonly kind: 'void' }
  | { readonly kind: 'unknown'; readonly text: string };

/** `uint32_t`, `struct Foo`, `bindings::Foo`, `Option<T>`. */
export interface NamedType {
  readonly kind: 'name';
  /** Last segment; C's basic types in one spelling (`unsigned long`, `signed char`). */
  readonly name: string;
  /** Rust path before the last segment (`core::ffi`), `''` if none. */
  readonly path: string;
  /** C: written with `struct`, `union` or `enum`. */
  readonly tag: 'struct' | 'union' | 'enum' | null;
  /** Rust generic arguments (types only). */
  readonly args: readonly SourceType[];
}

export interface PointerType {
  readonly kind: 'pointer';
  readonly to: SourceType;
  /** The pointee may not be written through this pointer: C `const T *`, Rust `*const T` and `&T`. */
  readonly readOnly: boolean;
  /** `reference` for Rust `&T` and `&mut T`, which are never null. */
  readonly form: 'raw' | 'reference';
}

export interface FunctionType {
  readonly kind: 'function';
  readonly params: readonly Parameter[];
  readonly returns: SourceType;
  readonly variadic: boolean;
  /** Rust ABI string of a function pointer (`C`), null for a Rust-ABI one; always `C` in C. */
  readonly abi: string | null;
}

export interface ArrayType {
  readonly kind: 'array';
  readonly of: SourceType;
  /** Length as written, `''` for C `[]`, null for a Rust slice. */
  readonly length: string | null;
}

export interface Parameter {
  /** Null when unnamed. */
  readonly name: string | null;
  readonly type: SourceType;
}

/** A struct or union written inside another type. */
export interface InlineRecord {
  readonly union: boolean;
  readonly fields: readonly Field[];
}

export interface Field {
  /** Null for an anonymous member. */
  readonly name: string | null;
  readonly type: SourceType;
  /** Width of a C bit-field as written, else null. */
  readonly bits: string | null;
  /** Only there under some `#if`, or `#[cfg]`. */
  readonly conditional: boolean;
  /** 1-based. */
  readonly line: number;
  /** The field as written, for showing. */
  readonly text: string;
  /** Doc comment or comment beside the field, null if none. */
  readonly doc: string | null;
  /** Rust `#[doc(alias = "…")]`: the C name, authoritative where given. */
  readonly alias: string | null;
}

export const VOID: SourceType = { kind: 'void' };

/** A plain named type. */
export function named(name: string, path = '', args: readonly SourceType[] = []): NamedType {
  return { kind: 'name', name, path, tag: null, args };
}
