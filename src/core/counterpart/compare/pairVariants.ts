import type { Variant } from '../declaration.ts';

/** Pairs C enumerators with Rust variants of the same name, prefix and spelling aside (`FAN_MODE_IDLE` is `Idle`). */
export function pairVariants(
  c: readonly Variant[],
  rust: readonly Variant[],
): readonly { readonly c: Variant; readonly rust: Variant }[] {
  const strip = commonPrefix(c.map(({ name }) => name));
  const stripRust = commonPrefix(rust.map(({ name }) => name));
  const byKey = new Map<string, Variant>();
  for (const variant of rust) {
    byKey.set(keyOf(variant.name.slice(stripRust)), variant);
    byKey.set(keyOf(variant.name), variant);
  }
  const used = new Set<Variant>();
  return c.flatMap((variant) => {
    const other = byKey.get(keyOf(variant.name)) ?? byKey.get(keyOf(variant.name.slice(strip)));
    if (!other || used.has(other)) return [];
    used.add(other);
    return [{ c: variant, rust: other }];
  });
}

/** Length of the common beginning of all names, cut back to a word's end; 0 for a single name without one. */
function commonPrefix(names: readonly string[]): number {
  const [first = '', ...rest] = names;
  if (rest.length === 0) return 0;
  let length = first.length;
  for (const name of rest) while (!name.startsWith(first.slice(0, length))) length--;
  const cut = first.slice(0, length).lastIndexOf('_');
  return cut < 0 ? 0 : cut + 1;
}

function keyOf(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}
