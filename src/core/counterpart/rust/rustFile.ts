import type { Declaration, Slot } from '../declaration.ts';
import type { ResultUse } from './resultUse.ts';

/** What a Rust file, or the shown parts of one, says about the boundary. Plain data; lines 1-based. */
export interface RustFile {
  readonly path: string;
  readonly declarations: readonly Declaration[];
  readonly calls: readonly RustCall[];
  readonly imports: readonly RustImport[];
  readonly literals: readonly RustLiteral[];
  readonly slots: readonly SlotAssignment[];
  readonly impls: readonly RustImpl[];
  /** What panics or returns early, wherever it stands. */
  readonly hazards: readonly RustHazard[];
  readonly methodCalls: readonly RustMethodCall[];
  /** First and last lines of what `catch_unwind` runs. */
  readonly caught: readonly (readonly [number, number])[];
  /** First and last lines of test code. */
  readonly testLines: readonly (readonly [number, number])[];
  /** Whether the whole file was read. */
  readonly whole: boolean;
  /** Source lines that were read, by line number. */
  readonly lines: ReadonlyMap<number, string>;
}

export interface RustHazard {
  readonly kind: 'panic' | 'try';
  readonly line: number;
  /** `x` in `x.as_ref().unwrap()`, which is a check for NULL if `x` is a pointer. */
  readonly pointer: string | null;
}

/** `x.method(…)`. */
export interface RustMethodCall {
  readonly name: string;
  readonly onSelf: boolean;
  readonly line: number;
}

export interface RustCall {
  /** Last segment of the callee. */
  readonly name: string;
  /** Path before it (`bindings`), `''` if none. */
  readonly path: string;
  readonly args: readonly string[];
  readonly line: number;
  readonly endLine: number;
  /** Enclosing function, null if not seen. */
  readonly inFunction: string | null;
  readonly selfType: string | null;
  readonly use: ResultUse;
}

/** One name brought in by `use`. `name` is `*` for a glob. */
export interface RustImport {
  readonly name: string;
  /** The name it has here. */
  readonly as: string;
  readonly path: string;
}

/** `bindings::Ops { read: Some(f), ..ZERO }`. */
export interface RustLiteral {
  readonly type: string;
  readonly path: string;
  readonly slots: readonly Slot[];
  /** A `..base` gives the members not named. */
  readonly hasBase: boolean;
  readonly line: number;
  readonly endLine: number;
}

/** `self.0.read = Some(cb::<T>)`. */
export interface SlotAssignment extends Slot {
  readonly receiver: string;
  readonly endLine: number;
  readonly inFunction: string | null;
  readonly selfType: string | null;
}

export interface RustImpl {
  /** Without path and generics; null for an inherent impl. */
  readonly trait: string | null;
  readonly type: string;
  readonly isUnsafe: boolean;
  readonly line: number;
  readonly endLine: number;
}
