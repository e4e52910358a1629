import type { FactPlace } from './facts.ts';
import type { ParityCell, ParityGroup, ParityRow, ParityVerdict, ParityWeight } from './parityTable.ts';

export function cell({ path, line }: FactPlace, text: string): ParityCell {
  return { path, line, text };
}

/** A row; where one side has nothing the verdict is which one has. */
export function rowOf(
  group: ParityGroup,
  item: string,
  c: ParityCell | undefined | null,
  rust: ParityCell | undefined | null,
  verdict: ParityVerdict,
  weight: ParityWeight,
): ParityRow {
  const only = c ? (rust ? null : 'only-c') : 'only-rust';
  return { group, item, c: c ?? null, rust: rust ?? null, verdict: only ?? verdict, weight };
}

/** Pairs facts by a key: those of C in their order, then what Rust has beside them. */
export function matched<T>(
  c: readonly T[],
  rust: readonly T[],
  keyOf: (fact: T) => string,
): readonly (readonly [T | undefined, T | undefined])[] {
  const others = new Map(rust.map((fact) => [keyOf(fact), fact]));
  const pairs = c.map((fact) => [fact, others.get(keyOf(fact))] as const);
  const keys = new Set(c.map(keyOf));
  return [
    ...pairs,
    ...rust.filter((fact) => !keys.has(keyOf(fact))).map((fact) => [undefined, fact] as const),
  ];
}

/** Two texts that are numbers, truth values or the same text can be compared; others are not known. */
export function compareValues(c: string | null, rust: string | null): ParityVerdict {
  if (c === rust) return 'same';
  const isKnown = (value: string | null): boolean =>
    value === null || /^(?:-?\d+|true|false|little|big|native|[\d]*-[\d]*)$/.test(value);
  return isKnown(c) && isKnown(rust) ? 'differs' : 'not-resolvable';
}
