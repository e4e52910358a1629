import type { Field } from '../sourceType.ts';

export interface FieldMatch {
  readonly pairs: readonly { readonly c: Field; readonly rust: Field }[];
  /** C members that Rust does not have, and the other way round. */
  readonly onlyInC: readonly Field[];
  readonly onlyInRust: readonly Field[];
  /** Two members that stand the other way round in Rust, or null. */
  readonly swapped: { readonly c: Field; readonly rust: Field } | null;
}

/**
 * Pairs the members of a C struct with those of its Rust side: by `doc(alias)`, by name, and what is left over in its
 * order when both sides have equally many left (renamed members).
 */
export function matchFields(c: readonly Field[], rust: readonly Field[]): FieldMatch {
  const byName = new Map(rust.map((field) => [keyOf(field), field]));
  const pairs: { c: Field; rust: Field }[] = [];
  const used = new Set<Field>();
  for (const field of c) {
    const other = field.name === null ? undefined : byName.get(keyOf(field));
    if (!other || used.has(other)) continue;
    used.add(other);
    pairs.push({ c: field, rust: other });
  }
  const swapped = firstSwap(pairs, rust);
  const paired = new Set(pairs.map((pair) => pair.c));
  const restC = c.filter((field) => !paired.has(field));
  const restRust = rust.filter((field) => !used.has(field));
  if (restC.length !== restRust.length) return { pairs, onlyInC: restC, onlyInRust: restRust, swapped };
  const renamed = restC.flatMap((field, index) => {
    const other = restRust[index];
    return other && c.indexOf(field) === rust.indexOf(other) ? [{ c: field, rust: other }] : [];
  });
  if (renamed.length !== restC.length) return { pairs, onlyInC: restC, onlyInRust: restRust, swapped };
  return { pairs: [...pairs, ...renamed], onlyInC: [], onlyInRust: [], swapped };
}

/** Rust spells some names otherwise: `type_`, `r#type`, `parentObj`. */
function keyOf(field: Field): string {
  return (field.alias ?? field.name ?? '')
    .replace(/^r#/, '')
    .replace(/_+$/, '')
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase();
}

function firstSwap(
  pairs: readonly { readonly c: Field; readonly rust: Field }[],
  rust: readonly Field[],
): { readonly c: Field; readonly rust: Field } | null {
  let last = -1;
  for (const pair of pairs) {
    const at = rust.indexOf(pair.rust);
    if (at < last) return pair;
    last = at;
  }
  return null;
}
