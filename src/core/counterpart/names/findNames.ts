import { isMereUse, type NameEntry } from './nameEntry.ts';

/**
 * Entries of a C or a Rust name: those that have it exactly (of a Rust path, any number of last segments), else those
 * that have it within.
 */
export function findNames(entries: readonly NameEntry[], name: string): readonly NameEntry[] {
  const wanted = name.trim().toLowerCase();
  const [exact, within]: [NameEntry[], NameEntry[]] = [[], []];
  for (const entry of entries) {
    const [c, rust] = [entry.c.toLowerCase(), entry.rust.toLowerCase()];
    if (c === wanted || rust === wanted || rust.endsWith(`::${wanted}`)) exact.push(entry);
    else if (c.includes(wanted) || rust.includes(wanted)) within.push(entry);
  }
  return exact.length > 0 ? exact : within;
}

/** Entries without those that merely call a C function for which something else stands. */
export function withoutMereUses(entries: readonly NameEntry[]): readonly NameEntry[] {
  const named = new Set(entries.filter((entry) => !isMereUse(entry)).map(({ c }) => c));
  return entries.filter((entry) => !isMereUse(entry) || !named.has(entry.c));
}
