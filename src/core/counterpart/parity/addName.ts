import type { NamedFact } from './facts.ts';

/** Several decoders may have the same offset: their names are kept together. */
export function addName(offsets: Map<string, NamedFact>, fact: NamedFact): void {
  const known = offsets.get(fact.name);
  const names = [...new Set([known?.value, fact.value].flatMap((value) => value?.split(', ') ?? []))];
  offsets.set(fact.name, { ...(known ?? fact), value: names.length === 0 ? null : names.join(', ') });
}
