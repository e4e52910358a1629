import { resolveType } from '../abi/resolveType.ts';
import type { RecordDeclaration } from '../declaration.ts';
import type { Disagreement, SideText } from '../disagreement.ts';
import { ofKind } from '../pair/bestOf.ts';
import { compareSlot, functionOf, recordNamed } from '../pair/findSlot.ts';
import { findType } from '../pair/findType.ts';
import { callbackIn } from '../pair/pairSlot.ts';
import type { RustFile } from '../rust/rustFile.ts';
import type { RustTable } from '../rust/rustTables.ts';
import type { SourceScope } from '../sources/createScope.ts';
import type { Field } from '../sourceType.ts';

/**
 * `set`; `differs`: set to a function of another signature; `unset`: left to the table's base or to zero; `new`: unset, and
 * the series adds the slot to C.
 */
export const SLOT_STANDINGS = ['new', 'differs', 'set', 'unset'] as const;
export type SlotStanding = (typeof SLOT_STANDINGS)[number];

/** A callback slot of a C struct, and what a Rust table puts into it. */
export interface SlotState {
  readonly name: string;
  readonly standing: SlotStanding;
  /** Null when the table leaves it to its base or to zero. */
  readonly value: string | null;
  /** C's comment on the slot. */
  readonly doc: string | null;
  readonly c: SideText;
}

export interface SlotReport {
  readonly slots: readonly SlotState[];
  readonly disagreements: readonly Disagreement[];
}

const NOTHING: SlotReport = { slots: [], disagreements: [] };

/** Which slots of its C struct a Rust table sets; asks about slots that C does not have and about those that are new there. */
export async function reportSlots(table: RustTable, file: RustFile, scope: SourceScope): Promise<SlotReport> {
  const record = await tableRecord(table.type, file.path, scope);
  if (!record) return NOTHING;
  const given = new Map(table.slots.map((slot) => [slot.name.replace(/^r#/, ''), slot]));
  const added = await addedSlots(record, scope);
  const callbacks = await callbacksOf(record, scope);
  const states = callbacks.map(async (field): Promise<SlotState> => {
    const name = field.name ?? '';
    const slot = given.get(name) ?? given.get(`${name}_`);
    const value = slot === undefined || /^None$/.test(slot.value) ? null : slot.value;
    const c = placeOf(record, field);
    const unset = added.has(name) ? 'new' : 'unset';
    const standing = value === null ? unset : await standingOf(value, { record, field }, file, scope);
    return { name, standing, value, doc: field.doc, c };
  });
  const slots = await Promise.all(states);
  if (slots.length === 0) return NOTHING;
  const rust = { path: file.path, line: table.line, text: (file.lines.get(table.line) ?? '').trim() };
  const unknown = table.isLiteral ? unknownSlots(table, record, file) : [];
  return { slots, disagreements: [...unknown, ...newSlots(record, slots, rust)] };
}

async function standingOf(
  value: string,
  { record, field }: { readonly record: RecordDeclaration; readonly field: Field },
  file: RustFile,
  scope: SourceScope,
): Promise<SlotStanding> {
  const callback = callbackIn(value, file.declarations);
  if (!callback) return 'set';
  const place = { record: { declaration: record, foundIn: 'tree' as const }, field };
  return (await compareSlot(place, callback, scope)).length > 0 ? 'differs' : 'set';
}

async function tableRecord(
  type: string,
  path: string,
  scope: SourceScope,
): Promise<RecordDeclaration | null> {
  const direct = await recordNamed(type, scope);
  if (direct) return direct.declaration;
  const [found] = (await findType(type, path, scope)).counterparts;
  return found?.language === 'c' ? ((await recordNamed(found.symbol, scope))?.declaration ?? null) : null;
}

/** Members that hold a function, also through a named type. */
async function callbacksOf(record: RecordDeclaration, scope: SourceScope): Promise<readonly Field[]> {
  const context = { scope, language: 'c' as const, path: record.path, generics: [], depth: 0 };
  const held = await Promise.all(
    record.fields.map(async ({ type }) =>
      type.kind === 'name' && type.tag === null
        ? functionOf(await resolveType(type, context)) !== null
        : type.kind === 'pointer' && type.to.kind === 'function',
    ),
  );
  return record.fields.filter((_, at) => held[at]);
}

function placeOf(record: RecordDeclaration, field: Field): SideText {
  return { path: record.path, line: field.line, text: field.text };
}

/** Members that the table names and C does not have. Says nothing where C's members are not all known by name. */
function unknownSlots(table: RustTable, record: RecordDeclaration, file: RustFile): readonly Disagreement[] {
  if (
    record.partial ||
    record.fields.some(({ name, conditional, bits }) => name === null || conditional || bits !== null)
  )
    return [];
  const names = new Set(record.fields.flatMap(({ name }) => (name === null ? [] : [name, `${name}_`])));
  return table.slots
    .filter(({ name }) => !names.has(name.replace(/^r#/, '')) && !/^_|^\d+$/.test(name))
    .map(({ name, line }) => ({
      kind: 'slot-unknown' as const,
      subject: name,
      question: `\`${record.name}\` has no member \`${name}\` in C. Was it renamed or removed?`,
      targets: [],
      c: { path: record.path, line: record.line, text: record.text },
      rust: { path: file.path, line, text: (file.lines.get(line) ?? '').trim() },
    }));
}

/** Callbacks that the series adds to a C struct. */
async function addedSlots(record: RecordDeclaration, scope: SourceScope): Promise<ReadonlySet<string>> {
  const [before] = ofKind(await scope.before('c', record.name), 'record').filter(
    ({ declaration }) => !declaration.partial && declaration.path === record.path,
  );
  if (!before) return new Set();
  const old = new Set(before.declaration.fields.map(({ name }) => name));
  return new Set(record.fields.flatMap(({ name }) => (name === null || old.has(name) ? [] : [name])));
}

function newSlots(
  record: RecordDeclaration,
  slots: readonly SlotState[],
  rust: SideText,
): readonly Disagreement[] {
  return slots
    .filter(({ standing }) => standing === 'new')
    .map(({ name, c }) => ({
      kind: 'slot-unset' as const,
      subject: name,
      question: `C gets a new slot \`${name}\` in \`${record.name}\`, and this table leaves it empty. Is that what C expects of it?`,
      targets: [],
      c,
      rust,
    }));
}
