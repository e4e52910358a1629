/**
 * The same text with names that a macro puts together from a whole name and a suffix as that name alone, every other
 * character where it was: `glue(address_space_stl_le, SUFFIX)(…)` declares `address_space_stl_le` where the suffix is empty.
 */
export function unglued(text: string): string {
  if (!text.includes('glue(')) return text;
  return text.replace(
    /\bglue\((\s*)([A-Za-z_]\w{4,})(\s*,\s*[A-Z_]+\s*)\)(?=\s*\()/g,
    (whole, before: string, name: string) => `${before}${name}`.padEnd(whole.length),
  );
}
