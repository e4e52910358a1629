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

/** A pair of facts, of which one side may have none. */
export type Pair<T> = readonly [T | undefined, T | undefined];

/** Pairs facts by a key: those of C in their order, then what Rust has beside them. */
export function matched<T>(
  c: readonly T[],
  rust: readonly T[],
  keyOf: (fact: T) => string,
): readonly Pair<T>[] {
  const others = new Map(rust.map((fact) => [keyOf(fact), fact]));
  const pairs = c.map((fact) => [fact, others.get(keyOf(fact))] as const);
  const keys = new Set(c.map(keyOf));
  return [
    ...pairs,
    ...rust.filter((fact) => !keys.has(keyOf(fact))).map((fact) => [undefined, fact] as const),
  ];
}

/**
 * Pairs facts by their names. Where a side's name could not be resolved, what is left is paired by how both are written;
 * such a pair's name is not known to be the same, nor to differ.
 */
export function matchedByName<T extends { readonly named: boolean }>(
  c: readonly T[],
  rust: readonly T[],
  nameOf: (fact: T) => string,
  writtenOf: (fact: T) => string,
): readonly Pair<T>[] {
  const left = [...matched(c, rust, nameOf)];
  const pairs: Pair<T>[] = [];
  for (const pair of left) {
    const [mine, other] = pair;
    if (mine && other) pairs.push(pair);
    else if (mine) {
      const spare = left.findIndex(
        ([own, candidate]) =>
          !own && candidate && !(mine.named && candidate.named) && writtenOf(candidate) === writtenOf(mine),
      );
      const [taken] = spare < 0 ? [undefined] : left.splice(spare, 1);
      pairs.push([mine, taken?.[1]]);
    } else pairs.push(pair);
  }
  return pairs;
}

/** Two texts that are numbers, truth values or the same text can be compared; others are not known. */
export function compareValues(c: string | null, rust: string | null): ParityVerdict {
  if (c === rust) return 'same';
  const isKnown = (value: string | null): boolean =>
    value === null || /^(?:-?\d+|true|false|little|big|native|[\d]*-[\d]*)$/.test(value);
  return isKnown(c) && isKnown(rust) ? 'differs' : 'not-resolvable';
}
