import type { RecordDeclaration } from '../declaration.ts';
import type { Disagreement, SideText } from '../disagreement.ts';
import { ofKind } from '../pair/bestOf.ts';
import { recordNamed } from '../pair/findSlot.ts';
import { findType } from '../pair/findType.ts';
import type { RustFile, RustLiteral } from '../rust/rustFile.ts';
import type { SourceScope } from '../sources/createScope.ts';
import type { Field } from '../sourceType.ts';

/** A callback slot of a C struct, and what a Rust table puts into it. */
export interface SlotState {
  readonly name: string;
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
export async function reportSlots(
  literal: RustLiteral,
  file: RustFile,
  scope: SourceScope,
): Promise<SlotReport> {
  const record = await tableRecord(literal.type, file.path, scope);
  if (!record) return NOTHING;
  const given = new Map(literal.slots.map((slot) => [slot.name.replace(/^r#/, ''), slot]));
  const slots = record.fields.filter(isCallback).map((field): SlotState => {
    const slot = given.get(field.name ?? '') ?? given.get(`${field.name ?? ''}_`);
    const value = slot === undefined || /^None$/.test(slot.value) ? null : slot.value;
    return { name: field.name ?? '', value, doc: field.doc, c: placeOf(record, field) };
  });
  if (slots.length === 0) return NOTHING;
  const rust = {
    path: file.path,
    line: literal.line,
    text: (file.lines.get(literal.line) ?? '').trim(),
  };
  return {
    slots,
    disagreements: [...unknownSlots(literal, record, file), ...(await newSlots(record, slots, rust, scope))],
  };
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

function isCallback({ type }: Field): boolean {
  return type.kind === 'pointer' && type.to.kind === 'function';
}

function placeOf(record: RecordDeclaration, field: Field): SideText {
  return { path: record.path, line: field.line, text: field.text };
}

/** Members that the table names and C does not have. Says nothing where C's members are not all known by name. */
function unknownSlots(
  literal: RustLiteral,
  record: RecordDeclaration,
  file: RustFile,
): readonly Disagreement[] {
  if (
    record.partial ||
    record.fields.some(({ name, conditional, bits }) => name === null || conditional || bits !== null)
  )
    return [];
  const names = new Set(record.fields.flatMap(({ name }) => (name === null ? [] : [name, `${name}_`])));
  return literal.slots
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

/** Slots that the series adds in C and the Rust table leaves empty. */
async function newSlots(
  record: RecordDeclaration,
  slots: readonly SlotState[],
  rust: SideText,
  scope: SourceScope,
): Promise<readonly Disagreement[]> {
  const [before] = ofKind(await scope.before('c', record.name), 'record').filter(
    ({ declaration }) => !declaration.partial && declaration.path === record.path,
  );
  if (!before) return [];
  const old = new Set(before.declaration.fields.map(({ name }) => name));
  return slots
    .filter(({ name, value }) => value === null && !old.has(name))
    .map(({ name, c }) => ({
      kind: 'slot-unset' as const,
      subject: name,
      question: `C gets a new slot \`${name}\` in \`${record.name}\`, and this table leaves it empty. Is that what C expects of it?`,
      targets: [],
      c,
      rust,
    }));
}
