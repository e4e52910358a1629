import type { AbiFunction } from '../abi/abiType.ts';
import { resolveType } from '../abi/resolveType.ts';
import { compareDeclared, signatureOf } from '../compare/compareFunctions.ts';
import { notFound, type Counterpart, type Finding } from '../counterpart.ts';
import type { FunctionDeclaration, RecordDeclaration } from '../declaration.ts';
import type { Disagreement } from '../disagreement.ts';
import type { Found } from '../scope.ts';
import type { Field } from '../sourceType.ts';
import type { SourceScope } from '../sources/createScope.ts';
import { pathRank } from '../index/pathRank.ts';
import { bestOf, ofKind } from './bestOf.ts';

/** A member of a C struct. */
export interface SlotPlace {
  readonly record: Found<RecordDeclaration>;
  readonly field: Field;
}

/** Finds a slot by the dotted way from a C struct to it: `valid.min_access_size` of `MemoryRegionOps`. */
export async function slotOf(
  structName: string,
  way: readonly string[],
  scope: SourceScope,
): Promise<SlotPlace | null> {
  const record = await recordNamed(structName, scope);
  const [name, ...rest] = way;
  if (!record || name === undefined) return null;
  const field = fieldNamed(record.declaration.fields, name);
  if (!field) return null;
  if (rest.length === 0) return { record, field };
  if (field.type.kind === 'inline') {
    const inner = fieldNamed(field.type.record.fields, rest[0] ?? '');
    return inner ? { record, field: inner } : null;
  }
  return field.type.kind === 'name' ? slotOf(field.type.name, rest, scope) : null;
}

/** A C struct with its members, through a `typedef` if need be. */
export async function recordNamed(
  name: string,
  scope: SourceScope,
): Promise<Found<RecordDeclaration> | null> {
  const found = await scope.find('c', name);
  const records = ofKind(found, 'record').filter(({ declaration }) => !declaration.partial);
  const [best] = bestOf(records).best;
  if (best) return best;
  const [alias] = ofKind(found, 'alias');
  const target = alias?.declaration.target;
  return target?.kind === 'name' && target.name !== name ? recordNamed(target.name, scope) : null;
}

function fieldNamed(fields: readonly Field[], name: string): Field | undefined {
  const plain = name.replace(/^r#/, '');
  return (
    fields.find((field) => field.name === plain) ?? fields.find((field) => `${field.name ?? ''}_` === plain)
  );
}

/** All structs that have a function-pointer member of this name; used when the struct is not known. */
async function slotsNamed(slot: string, scope: SourceScope): Promise<readonly SlotPlace[]> {
  const inPatch = (await scope.patchFiles()).flatMap(({ declarations }) => declarations);
  const found: Found<RecordDeclaration>[] = [];
  for (const declaration of inPatch)
    if (declaration.kind === 'record' && declaration.language === 'c')
      found.push({ declaration, foundIn: 'patch' });
  const places = (await scope.tree?.places(slot, 'k')) ?? [];
  for (const { path, line } of places.slice(0, 20))
    for (const declaration of (await scope.tree?.declarationsAt(path, [line])) ?? [])
      if (declaration.kind === 'record') found.push({ declaration, foundIn: 'tree' });
  return found.flatMap((record) => {
    const field = fieldNamed(record.declaration.fields, slot);
    return field ? [{ record, field }] : [];
  });
}

/** A slot as counterpart, with what its C signature and the Rust function in it do not agree on. */
export async function slotFinding(
  place: SlotPlace,
  sought: string,
  callback: FunctionDeclaration | null,
  scope: SourceScope,
): Promise<Finding> {
  const disagreements = callback ? await compareSlot(place, callback, scope) : [];
  return { sought, status: 'found', counterparts: [slotCounterpart(place)], disagreements };
}

function slotCounterpart({ record, field }: SlotPlace): Counterpart {
  const { declaration, foundIn } = record;
  return {
    language: 'c',
    path: declaration.path,
    line: field.line,
    endLine: field.line,
    text: field.text,
    doc: field.doc,
    symbol: `${declaration.name}.${field.name ?? ''}`,
    rule: 'same-slot',
    foundIn,
    confidence: 'certain',
  };
}

/** What a slot's C signature and the Rust function put into it do not agree on. */
export async function compareSlot(
  { record: { declaration }, field }: SlotPlace,
  callback: FunctionDeclaration,
  scope: SourceScope,
): Promise<readonly Disagreement[]> {
  const context = { scope, language: 'c' as const, path: declaration.path, generics: [], depth: 0 };
  const c = functionOf(await resolveType(field.type, context));
  if (!c) return [];
  const side = { path: declaration.path, line: field.line, text: field.text };
  return compareDeclared(c, await signatureOf(callback, scope), side, callback, 'to-rust');
}

/** The function behind a function pointer. */
export function functionOf(type: Awaited<ReturnType<typeof resolveType>>): AbiFunction | null {
  if (type.kind === 'function') return type;
  return type.kind === 'pointer' && type.to.kind === 'function' ? type.to : null;
}

/** No slot known: several structs have one of this name, or none has. */
export async function findSlotByName(
  slot: string,
  callback: FunctionDeclaration | null,
  scope: SourceScope,
): Promise<Finding> {
  const all = await slotsNamed(slot, scope);
  const rank = Math.min(...all.map(({ record }) => pathRank(record.declaration.path)));
  const places = all.filter(({ record }) => pathRank(record.declaration.path) === rank);
  const [only] = places;
  if (!only) return notFound(slot);
  if (places.length === 1) {
    const finding = await slotFinding(only, slot, callback, scope);
    const likely = finding.counterparts.map((each) => ({ ...each, confidence: 'likely' as const }));
    return { ...finding, counterparts: likely };
  }
  const counterparts = places
    .slice(0, 8)
    .map((place) => ({ ...slotCounterpart(place), confidence: 'guess' as const }));
  return { sought: slot, status: 'ambiguous', counterparts, disagreements: [] };
}
