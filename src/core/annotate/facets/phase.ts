import type { Layer, Phase, Profile } from '../../catalog/profile.ts';
import type { Registrations } from './registrations.ts';

/** A phase and the fact that says so. */
export interface PhaseFact {
  readonly phase: Phase;
  readonly reason: string | null;
}

/** `isPublic`: other files may call the function too. */
export type PhaseOf = (functionName: string | null, trait: string | null, isPublic: boolean) => PhaseFact;

const UNKNOWN: PhaseFact = { phase: 'unknown', reason: null };

/** When a function is registered for several phases, the one in which a mistake costs most counts. */
const ORDER: readonly Phase[] = ['runtime', 'migration', 'teardown', 'init', 'unknown'];

/** Callers are followed this far; further away the phase says little. */
const MAX_STEPS = 4;

/**
 * Phase of a file's functions: by the slot that one is registered in, as the method of a trait, by those that call it,
 * and only then by its name or theirs. In the safe API anybody may call what is public, or the method of a trait through
 * which no subsystem calls back, and `read` is often no more than a word.
 */
export function createPhases(profile: Profile, layer: Layer, { slots, callers }: Registrations): PhaseOf {
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
    if (phase === undefined || (layer === 'api' && phase === 'runtime' && !CALLBACK.test(name)))
      return undefined;
    return { phase, reason: `its name, ${name}` };
  };
  const method = (functionName: string, trait: string): PhaseFact | undefined => {
    const phase = bySlot.get(functionName.toLowerCase());
    if (phase === undefined || (phase === 'runtime' && !CALLED_BACK.test(trait))) return undefined;
    return { phase, reason: `method ${functionName} of ${trait}` };
  };

  return (functionName, trait, isPublic) => {
    if (functionName === null) return UNKNOWN;
    const fact = registered.get(functionName) ?? (trait === null ? undefined : method(functionName, trait));
    if (fact) return fact;
    const isOther = trait !== null && !CALLED_BACK.test(trait);
    const own = isOther && named(functionName)?.phase === 'runtime' ? undefined : named(functionName);
    if (layer === 'api' && (isPublic || isOther)) return own ?? UNKNOWN;
    return (
      fromCallers(functionName, callers, (name) => registered.get(name)) ??
      own ??
      fromCallers(functionName, callers, named) ??
      UNKNOWN
    );
  };
}

/** How functions are called that C calls. */
const CALLBACK = /(^|_)(cb|callback|trampoline|handler|fn|raw)$/;

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

/**
 * The fact of the nearest callers that have one; of equally near ones the most telling. That something runs only while it
 * is set up or taken down takes all of them.
 */
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
    const told = level.flatMap((name) => {
      const fact = factOf(name);
      return fact ? [{ name, fact }] : [];
    });
    const [best] = told.sort((a, b) => rank(a.fact.phase) - rank(b.fact.phase));
    if (best && told.length < level.length && rank(best.fact.phase) >= rank('teardown')) return undefined;
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
