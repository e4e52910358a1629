import type { Language } from '../patch/language.ts';
import type { Field, Parameter, SourceType } from './sourceType.ts';

/** Where a declaration stands and how it reads. Lines 1-based, inclusive. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly endLine: number;
  /** As written, without the body of a function; cut after `MAX_SHOWN_LINES` lines. */
  readonly text: string;
  /** Doc comment or comment directly above, without comment marks; null if none. */
  readonly doc: string | null;
}

interface Common extends Place {
  readonly language: Language;
  readonly name: string;
}

/** A function: C prototype or definition, Rust foreign declaration, exported function, callback or plain function. */
export interface FunctionDeclaration extends Common {
  readonly kind: 'function';
  /**
   * `prototype`, `definition` (C); `foreign` (declared in an `extern` block), `exported` (found by name from C),
   * `callback` (`extern "C"`, reached by address), `plain` (Rust).
   */
  readonly role: 'prototype' | 'definition' | 'foreign' | 'exported' | 'callback' | 'plain';
  /** Linker symbol: differs from `name` with `export_name` and `link_name`. */
  readonly symbol: string;
  /** C `static`. */
  readonly isStatic: boolean;
  readonly params: readonly Parameter[];
  readonly returns: SourceType;
  readonly variadic: boolean;
  /** ABI string of a Rust function (`C` for a bare `extern`), null for Rust's own; `C` in C. */
  readonly abi: string | null;
  readonly isUnsafe: boolean;
  /** Names of type parameters: types of these names are unknown. */
  readonly generics: readonly string[];
  /** Type of the `impl` the function stands in, without generics; null outside. */
  readonly selfType: string | null;
  /** Trait of that `impl` or the `trait` itself, without path and generics. */
  readonly trait: string | null;
  /** 1-based lines of the body; null without one. */
  readonly body: { readonly line: number; readonly endLine: number } | null;
}

/** A struct or union. */
export interface RecordDeclaration extends Common {
  readonly kind: 'record';
  readonly union: boolean;
  readonly fields: readonly Field[];
  /** Null: not packed; a number: `packed(n)`, 1 for plain packed. */
  readonly packed: number | null;
  /** An alignment is asked for: as written. */
  readonly aligned: string | null;
  /** Rust: `repr` arguments (`C`, `transparent`, `packed`, `align(8)`); C: empty. */
  readonly repr: readonly string[];
  /** Rust tuple struct. */
  readonly tuple: boolean;
  /** Forward declaration or a body not seen whole: fields say nothing about the rest. */
  readonly partial: boolean;
  readonly alias: string | null;
}

export interface EnumDeclaration extends Common {
  readonly kind: 'enum';
  readonly repr: readonly string[];
  readonly packed: boolean;
  readonly variants: readonly Variant[];
  /** Not all enumerators were seen. */
  readonly partial: boolean;
}

export interface Variant {
  readonly name: string;
  /** Value expression as written; null: one more than the one before. */
  readonly value: string | null;
  readonly conditional: boolean;
  /** Rust: carries data, so it is no C enumerator. */
  readonly payload: boolean;
  readonly line: number;
}

/** C `typedef`, Rust `type`. */
export interface AliasDeclaration extends Common {
  readonly kind: 'alias';
  readonly target: SourceType;
}

/** C macro without parameters, Rust `const`. */
export interface ConstantDeclaration extends Common {
  readonly kind: 'constant';
  /** As written. */
  readonly value: string;
  readonly type: SourceType | null;
}

/** C macro with parameters, Rust `macro_rules!`. */
export interface MacroDeclaration extends Common {
  readonly kind: 'macro';
  readonly params: readonly string[];
  readonly value: string;
}

/** A global variable; with designated initialisers it is a table. */
export interface VariableDeclaration extends Common {
  readonly kind: 'variable';
  readonly type: SourceType;
  readonly role: 'declaration' | 'definition' | 'foreign' | 'exported' | 'plain';
  readonly symbol: string;
  readonly isStatic: boolean;
  readonly mutable: boolean;
  readonly slots: readonly Slot[];
  /** Initialiser as written, or null. */
  readonly value: string | null;
}

/** One named member of an initialiser: `.read = fan_read`, `read: Some(fan_read)`. */
export interface Slot {
  /** Dotted for nested ones: `impl.min_access_size`. */
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

/** A macro call at top level (`OBJECT_DECLARE_TYPE(A, B, C)`, `qom_isa!(…)`). */
export interface InvocationDeclaration extends Common {
  readonly kind: 'invocation';
  readonly args: readonly string[];
}

export type Declaration =
  | FunctionDeclaration
  | RecordDeclaration
  | EnumDeclaration
  | AliasDeclaration
  | ConstantDeclaration
  | MacroDeclaration
  | VariableDeclaration
  | InvocationDeclaration;

/** Longer texts are cut, and end in a line that says so. */
const MAX_SHOWN_LINES = 60;

/** Source text for showing: common indentation removed, trailing blanks removed, cut when long. */
export function shownText(text: string): string {
  const lines = text.replace(/\s+$/, '').split('\n');
  const rest = lines.slice(1).filter((line) => line.trim() !== '');
  const indent = Math.min(...rest.map((line) => /^\s*/.exec(line)?.[0].length ?? 0));
  const shown = lines.map((line, index) => (index === 0 || indent === 0 ? line : line.slice(indent)));
  if (shown.length <= MAX_SHOWN_LINES) return shown.join('\n');
  const left = shown.length - MAX_SHOWN_LINES;
  return [...shown.slice(0, MAX_SHOWN_LINES), `… (${left} more lines)`].join('\n');
}
