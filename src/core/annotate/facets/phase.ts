import type { Phase, Profile } from '../../catalog/profile.ts';
import type { Registrations } from './registrations.ts';

/** A phase and the fact that says so. */
export interface PhaseFact {
  readonly phase: Phase;
  readonly reason: string | null;
}

const UNKNOWN: PhaseFact = { phase: 'unknown', reason: null };

/** When a function is registered for several phases, the one in which a mistake costs most counts. */
const ORDER: readonly Phase[] = ['runtime', 'migration', 'teardown', 'init'];

/** Callers are followed this far; further away the phase says little. */
const MAX_STEPS = 4;

/**
 * Phase of functions by the slot they are registered in, then by their own name, then by who calls them in the same
 * file. `trait` methods count as registered under their own name.
 */
export function createPhases(
  profile: Profile,
  registrations: readonly Registrations[],
): (functionName: string | null, trait: string | null) => PhaseFact {
  const bySlot = new Map<string, Phase>();
  const byName = new Map<string, Phase>();
  for (const { phase, slots, functions } of profile.phases) {
    for (const slot of slots) bySlot.set(slot.toLowerCase(), phase);
    for (const name of functions) byName.set(name.toLowerCase(), phase);
  }
  const known = new Map<string, PhaseFact>();
  for (const { slots } of registrations)
    for (const { functionName, slot, table } of slots) {
      const phase = bySlot.get(slot.toLowerCase());
      if (phase === undefined) continue;
      const reason = table === null ? `slot ${slot}` : `slot ${slot} of ${table}`;
      const earlier = known.get(functionName);
      if (!earlier || rank(phase) < rank(earlier.phase)) known.set(functionName, { phase, reason });
    }

  const direct = (name: string, trait: string | null): PhaseFact | undefined => {
    const registered = known.get(name);
    if (registered) return registered;
    const slot = trait === null ? undefined : bySlot.get(name.toLowerCase());
    if (slot !== undefined) return { phase: slot, reason: `method ${name} of ${String(trait)}` };
    const named = byFunctionName(byName, name.toLowerCase());
    return named === undefined ? undefined : { phase: named, reason: `its name, ${name}` };
  };

  return (functionName, trait) => {
    if (functionName === null) return UNKNOWN;
    const own = direct(functionName, trait);
    if (own) return own;
    const seen = new Set([functionName]);
    let level = [functionName];
    for (let step = 0; step < MAX_STEPS && level.length > 0; step++) {
      const callers = level
        .flatMap((name) => registrations.flatMap((entry) => [...(entry.callers.get(name) ?? [])]))
        .filter((name) => !seen.has(name));
      for (const name of callers) seen.add(name);
      const facts = callers
        .map((name) => ({ name, fact: direct(name, null) }))
        .sort((a, b) => rank(a.fact?.phase) - rank(b.fact?.phase));
      const found = facts[0];
      if (found?.fact)
        return { phase: found.fact.phase, reason: `called from ${found.name} (${found.fact.reason ?? ''})` };
      level = callers;
    }
    return UNKNOWN;
  };
}

function rank(phase: Phase | undefined): number {
  const index = phase === undefined ? -1 : ORDER.indexOf(phase);
  return index < 0 ? ORDER.length : index;
}

/** `realize` covers `realize` and `fan_realize`. */
function byFunctionName(names: ReadonlyMap<string, Phase>, name: string): Phase | undefined {
  for (let rest = name; ; rest = rest.slice(rest.indexOf('_') + 1)) {
    const phase = names.get(rest);
    if (phase !== undefined) return phase;
    if (!rest.includes('_')) return undefined;
  }
}
