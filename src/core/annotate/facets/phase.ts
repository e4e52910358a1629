import type { Phase, Profile } from '../../catalog/profile.ts';
import type { Registrations } from './registrations.ts';

/** A phase and the fact that says so. */
export interface PhaseFact {
  readonly phase: Phase;
  readonly reason: string | null;
}

export type PhaseOf = (functionName: string | null, trait: string | null) => PhaseFact;

const UNKNOWN: PhaseFact = { phase: 'unknown', reason: null };

/** When a function is registered for several phases, the one in which a mistake costs most counts. */
const ORDER: readonly Phase[] = ['runtime', 'migration', 'teardown', 'init', 'unknown'];

/** Callers are followed this far; further away the phase says little. */
const MAX_STEPS = 4;

/**
 * Phase of a file's functions: by the slot that one is registered in, as the method of a trait, by those that call it,
 * and only then by its name or theirs.
 */
export function createPhases(profile: Profile, { slots, callers }: Registrations): PhaseOf {
  const { bySlot, byName } = tablesOf(profile);
  const registered = new Map<string, PhaseFact>();
  for (const { functionName, slot, table } of slots) {
    const phase = bySlot.get(slot.toLowerCase());
    if (phase === undefined) continue;
    const reason = table === null || table === slot ? `slot ${slot}` : `slot ${slot} of ${table}`;
    const earlier = registered.get(functionName);
    if (!earlier || rank(phase) < rank(earlier.phase)) registered.set(functionName, { phase, reason });
  }
  const named = (name: string): PhaseFact | undefined => {
    const phase = lookUpName(byName, name.toLowerCase());
    return phase === undefined ? undefined : { phase, reason: `its name, ${name}` };
  };

  return (functionName, trait) => {
    if (functionName === null) return UNKNOWN;
    const fact = registered.get(functionName);
    if (fact) return fact;
    const isOther = trait !== null && !CALLED_BACK.test(trait);
    const told = (phase: Phase | undefined): phase is Phase =>
      phase !== undefined && !(isOther && phase === 'runtime');
    const method = trait === null ? undefined : bySlot.get(functionName.toLowerCase());
    if (told(method)) return { phase: method, reason: `method ${functionName} of ${String(trait)}` };
    const byItsName = named(functionName);
    return (
      fromCallers(functionName, callers, (name) => registered.get(name)) ??
      (told(byItsName?.phase) ? byItsName : undefined) ??
      fromCallers(functionName, callers, named) ??
      UNKNOWN
    );
  };
}

/** Traits through which a subsystem calls back. The method `read` of another trait does not run on behalf of a guest or user. */
const CALLED_BACK =
  /Impl|Ops|Operations|Driver|Device|Handler|Callback|Hook|Work|Module|Class|Interface|VMState|Migration/;

/** By names in lower case. */
interface PhaseTables {
  readonly bySlot: ReadonlyMap<string, Phase>;
  readonly byName: ReadonlyMap<string, Phase>;
}

const known = new WeakMap<Profile, PhaseTables>();

function tablesOf(profile: Profile): PhaseTables {
  const tables = known.get(profile) ?? {
    bySlot: phaseTable(profile, 'slots'),
    byName: phaseTable(profile, 'functions'),
  };
  known.set(profile, tables);
  return tables;
}

function phaseTable(profile: Profile, kind: 'slots' | 'functions'): ReadonlyMap<string, Phase> {
  return new Map(
    profile.phases.flatMap((entry) => entry[kind].map((name) => [name.toLowerCase(), entry.phase])),
  );
}

function rank(phase: Phase): number {
  return ORDER.indexOf(phase);
}

/** The fact of the nearest callers that have one; of equally near ones the most telling. */
function fromCallers(
  functionName: string,
  callers: Registrations['callers'],
  factOf: (name: string) => PhaseFact | undefined,
): PhaseFact | undefined {
  const seen = new Set([functionName]);
  let level = [functionName];
  for (let step = 0; step < MAX_STEPS && level.length > 0; step++) {
    level = level.flatMap((name) => [...(callers.get(name) ?? [])]).filter((name) => !seen.has(name));
    for (const name of level) seen.add(name);
    const [best] = level
      .flatMap((name) => {
        const fact = factOf(name);
        return fact ? [{ name, fact }] : [];
      })
      .sort((a, b) => rank(a.fact.phase) - rank(b.fact.phase));
    if (best)
      return { phase: best.fact.phase, reason: `called from ${best.name} (${best.fact.reason ?? ''})` };
  }
  return undefined;
}

/** `realize` covers `realize` and `fan_realize`. */
function lookUpName(names: ReadonlyMap<string, Phase>, name: string): Phase | undefined {
  for (let rest = name; ; rest = rest.slice(rest.indexOf('_') + 1)) {
    const phase = names.get(rest);
    if (phase !== undefined || !rest.includes('_')) return phase;
  }
}
