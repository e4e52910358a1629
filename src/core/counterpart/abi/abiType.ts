import type { EnumDeclaration, RecordDeclaration } from '../declaration.ts';
import type { InlineRecord } from '../sourceType.ts';

/** Families of targets by the sizes of C types: 64-bit Unix, 64-bit Windows, 32-bit. */
export const TARGETS = ['lp64', 'llp64', 'ilp32'] as const;
export type Target = (typeof TARGETS)[number];

/** Bits on each target, in the order of `TARGETS`. */
export type Bits = readonly [number, number, number];

/** A type as the machine sees it. `unknown` is never compared: what cannot be resolved is not reported. */
export type AbiType =
  | { readonly kind: 'void' }
  | { readonly kind: 'bool' }
  /** `signed` is null where the target decides (plain `char`). */
  | { readonly kind: 'integer'; readonly bits: Bits; readonly signed: boolean | null }
  | { readonly kind: 'float'; readonly bits: number }
  | AbiPointer
  | AbiFunction
  /** `length` is null when it cannot be computed; -1 for C `[]`. */
  | { readonly kind: 'array'; readonly of: AbiType; readonly length: number | null }
  | { readonly kind: 'record'; readonly name: string; readonly declaration: RecordDeclaration | null }
  | { readonly kind: 'inline'; readonly record: InlineRecord }
  | { readonly kind: 'enum'; readonly name: string; readonly declaration: EnumDeclaration | null }
  /** Takes no room: `PhantomData`, `()` in a field. */
  | { readonly kind: 'nothing' }
  /** `name` where it is a name that could not be resolved. */
  | { readonly kind: 'unknown'; readonly name: string | null };

export interface AbiPointer {
  readonly kind: 'pointer';
  readonly to: AbiType;
  readonly readOnly: boolean;
  /** May hold NULL. */
  readonly nullable: boolean;
}

export interface AbiFunction {
  readonly kind: 'function';
  readonly params: readonly AbiType[];
  readonly returns: AbiType;
  readonly variadic: boolean;
}

export const UNKNOWN: AbiType = { kind: 'unknown', name: null };

/** Integer of the same width everywhere. */
export function integer(bits: number, signed: boolean): AbiType {
  return { kind: 'integer', bits: [bits, bits, bits], signed };
}

/** Size of a pointer. */
export const POINTER_BITS: Bits = [64, 64, 32];
