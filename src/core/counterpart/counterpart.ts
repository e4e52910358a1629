import type { Language } from '../patch/language.ts';
import type { Declaration, Place } from './declaration.ts';
import type { SlotState } from './checks/slots.ts';
import type { Disagreement } from './disagreement.ts';
import type { FoundIn } from './scope.ts';

/** By which rule two sides were paired; in order of how much the rule is worth. */
export const PAIRING_RULES = [
  'same-symbol',
  'same-string',
  'same-slot',
  'callback-parameter',
  'same-struct',
  'same-enum',
  'body',
  'caller',
  'naming',
  'file-pair',
] as const;
export type PairingRule = (typeof PAIRING_RULES)[number];

/** `certain`: the linker, a string or the type checker ties both sides; `likely`: names and structure do; `guess`: where it stands. */
export type PairConfidence = 'certain' | 'likely' | 'guess';

/** The other side of a crossing. */
export interface Counterpart extends Place {
  readonly language: Language;
  readonly symbol: string;
  readonly rule: PairingRule;
  readonly foundIn: FoundIn;
  readonly confidence: PairConfidence;
  /** 1-based line to go to where it is not the first: the use within a function, the member of a struct. */
  readonly focus?: number;
}

/**
 * `found`; `ambiguous`: several that differ, all listed; `not-found`: there must be another side, and it is not in the
 * patch, the series or the tree; `not-applicable`: nothing crosses here.
 */
export type CounterpartStatus = 'found' | 'ambiguous' | 'not-found' | 'not-applicable';

/** What was found for one annotation. */
export interface CrossingResult {
  /** The annotation's id. */
  readonly annotation: string;
  readonly status: CounterpartStatus;
  /** What was looked for: symbols, types, slots or strings. */
  readonly sought: readonly string[];
  /** Best first. */
  readonly counterparts: readonly Counterpart[];
  readonly disagreements: readonly Disagreement[];
  /** Given for a table of callbacks: each slot of its C struct and what Rust puts there. */
  readonly slots?: readonly SlotState[];
}

/** What one rule found for one thing sought. */
export interface Finding {
  readonly sought: string;
  readonly status: Exclude<CounterpartStatus, 'not-applicable'>;
  readonly counterparts: readonly Counterpart[];
  readonly disagreements: readonly Disagreement[];
}

export function notFound(sought: string): Finding {
  return { sought, status: 'not-found', counterparts: [], disagreements: [] };
}

export function counterpartOf(
  declaration: Declaration,
  how: { readonly rule: PairingRule; readonly foundIn: FoundIn; readonly confidence: PairConfidence },
  symbol = declaration.name,
): Counterpart {
  const { language, path, line, endLine, text, doc } = declaration;
  return { language, path, line, endLine, text, doc, symbol, ...how };
}
