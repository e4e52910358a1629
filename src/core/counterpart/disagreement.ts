import type { Target } from './abi/abiType.ts';

/** What the two sides do not agree on. Stable: other programs read these from the JSON report. */
export type DisagreementKind =
  | 'parameter-count'
  | 'variadic'
  | 'return'
  | 'pointer-depth'
  | 'const'
  | 'width'
  | 'sign'
  | 'float'
  | 'bool'
  | 'nullability'
  | 'signature'
  | 'calling-convention'
  | 'enum-representation'
  | 'enum-value'
  | 'enum-missing'
  | 'array-length'
  | 'field-count'
  | 'field-order'
  | 'packing'
  | 'bit-field'
  | 'layout'
  | 'union'
  | 'slot-unset'
  | 'slot-unknown'
  | 'opaque-type'
  | 'opaque-exclusive'
  | 'no-deregistration'
  | 'no-reclaim'
  | 'error-overwritten'
  | 'error-unguarded'
  | 'error-abort'
  | 'error-dropped'
  | 'error-result'
  | 'panic'
  | 'transfer'
  | 'allocator';

/** One side's text at its place. */
export interface SideText {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly text: string;
}

/** A point on which C and Rust say different things, put as a question. */
export interface Disagreement {
  readonly kind: DisagreementKind;
  /** What it is about: a parameter, field, enumerator or slot; null for the whole. */
  readonly subject: string | null;
  readonly question: string;
  /** Targets on which it holds; empty where it does not depend on the target. */
  readonly targets: readonly Target[];
  /** Null where the disagreement is within Rust alone. */
  readonly c: SideText | null;
  readonly rust: SideText;
}
