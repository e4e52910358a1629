import type { DisagreementKind } from '../../src/core/counterpart/disagreement.ts';

/** A Rust side with one mistake in it. */
export interface Seed {
  readonly kind: DisagreementKind;
  readonly rust: string;
}

interface Common {
  /** Unique, and the C name of what is declared. */
  readonly name: string;
  /** C declarations before it. */
  readonly cTypes?: string;
  /** Rust declarations before it: struct items get a probe of their own. */
  readonly rustTypes?: string;
  readonly c: string;
  /** The side that agrees with C. */
  readonly rust: string;
  /** At least three sides that do not. */
  readonly seeds: readonly Seed[];
}

/** A C prototype and its Rust declaration (`imported`: Rust calls C) or definition without body (`exported`). */
export interface FunctionCase extends Common {
  readonly kind: 'imported' | 'exported';
  /** C statements that stand in for the generated body or call; `k` counts probes. */
  readonly body?: string;
  /** C never passes NULL: `nonnull` is promised. */
  readonly neverNull?: boolean;
}

/** A C struct or union and its Rust mirror. */
export interface RecordCase extends Common {
  readonly kind: 'record';
  /** Values go from C to Rust (`c` fills, Rust reads) or the other way. */
  readonly filledBy: 'c' | 'rust';
  /** C statements on `s` that stand in for the generated ones. */
  readonly body?: string;
}

/** A C enum and its Rust mirror: sizes and values are compared. */
export interface EnumCase extends Common {
  readonly kind: 'enum';
  /** C enumerators in the order of the Rust variants. */
  readonly enumerators: readonly string[];
}

export type AbiCase = FunctionCase | RecordCase | EnumCase;
