import type { AbiType } from '../abi/abiType.ts';
import { resolveType, type TypeContext } from '../abi/resolveType.ts';
import type { RecordDeclaration } from '../declaration.ts';
import type { Disagreement, DisagreementKind } from '../disagreement.ts';
import type { Scope } from '../scope.ts';
import type { Field } from '../sourceType.ts';
import { compareTypes } from './compareTypes.ts';
import { matchFields } from './matchFields.ts';
import { questionOf } from './question.ts';

/** Points on which a C struct or union and its Rust mirror disagree. A Rust type that mirrors nothing gives none. */
export async function compareRecords(
  c: RecordDeclaration,
  rust: RecordDeclaration,
  scope: Scope,
): Promise<readonly Disagreement[]> {
  if (c.partial || rust.partial || !isShared(c, rust)) return [];
  const found: Disagreement[] = [];
  const add = (
    kind: DisagreementKind,
    subject: string | null,
    question: string,
    cField?: Field,
    rustField?: Field,
  ): void => {
    found.push({
      kind,
      subject,
      question,
      targets: [],
      c: side(c, cField),
      rust: side(rust, rustField),
    });
  };
  if (c.union !== rust.union) {
    const words = (union: boolean): string => (union ? 'a union' : 'a struct');
    add(
      'union',
      null,
      `\`${c.name}\` is ${words(c.union)} in C and ${words(rust.union)} in Rust. Which side is right?`,
    );
    return found;
  }
  const rustTypes = await resolveFields(rust, scope);
  const rustFields = rust.fields.filter((field) => !takesNoRoom(rustTypes.get(field)));
  if (rustFields.length === 0) return found;
  const cTypes = await resolveFields(c, scope);
  if (packingMatters(c, rust, cTypes)) {
    const words = (packed: number | null): string =>
      packed === null ? 'not packed' : packed === 1 ? 'packed' : `packed(${packed})`;
    add(
      'packing',
      null,
      `\`${c.name}\` is ${words(c.packed)} in C and ${words(rust.packed)} in Rust. Which layout is meant?`,
    );
  }
  if ((c.aligned === null) !== (rust.aligned === null)) {
    const words = (aligned: string | null): string =>
      aligned === null ? 'no alignment' : `an alignment of ${aligned || 'the largest type'}`;
    add(
      'packing',
      null,
      `\`${c.name}\` asks for ${words(c.aligned)} in C and for ${words(rust.aligned)} in Rust. Which is meant?`,
    );
  }
  const match = matchFields(c.fields, rustFields);
  const known = c.fields.every(
    ({ conditional, name, bits }) => !conditional && name !== null && bits === null,
  );
  for (const { c: field, rust: other } of match.pairs) {
    const name = field.name ?? other.name ?? '?';
    if (field.bits !== null) {
      add(
        'bit-field',
        name,
        `\`${name}\` is a bit-field of ${field.bits} bits in C and a whole field in Rust. Where do its bits lie?`,
        field,
        other,
      );
      continue;
    }
    const difference = compareTypes(cTypes.get(field) ?? VOID, rustTypes.get(other) ?? VOID, 'both');
    if (!difference) continue;
    found.push({
      kind: difference.kind,
      subject: name,
      question: questionOf(difference, `\`${name}\``),
      targets: difference.targets,
      c: side(c, field),
      rust: side(rust, other),
    });
  }
  if (match.swapped && !c.union) {
    const name = match.swapped.c.name ?? '?';
    add(
      'field-order',
      name,
      `\`${name}\` stands at another place in Rust than in C. Which order is right?`,
      match.swapped.c,
      match.swapped.rust,
    );
  }
  if (!known || c.union) return found;
  const missing = match.onlyInC.filter((field) => !isFlexibleTail(field, c, cTypes));
  for (const field of missing.slice(0, 3))
    add(
      'field-count',
      field.name,
      `C has \`${field.name ?? '?'}\`, Rust has not. Is the Rust side shorter on purpose?`,
      field,
    );
  if (missing.length === 0)
    for (const field of match.onlyInRust.slice(0, 3))
      add(
        'field-count',
        field.name,
        `Rust has \`${field.name ?? '?'}\`, C has not. Where does it lie for C?`,
        undefined,
        field,
      );
  return found;
}

const VOID: AbiType = { kind: 'void' };

function side(record: RecordDeclaration, field: Field | undefined): Disagreement['rust'] {
  return { path: record.path, line: field?.line ?? record.line, text: field?.text ?? record.text };
}

async function resolveFields(record: RecordDeclaration, scope: Scope): Promise<ReadonlyMap<Field, AbiType>> {
  const context: TypeContext = {
    scope,
    language: record.language,
    path: record.path,
    generics: [],
    depth: 0,
  };
  const types = await Promise.all(record.fields.map(({ type }) => resolveType(type, context)));
  return new Map(record.fields.map((field, index) => [field, types[index] ?? VOID]));
}

/**
 * Whether a Rust struct claims the layout of a C one that others can see. Objects of an object system have a parent and
 * their own private members, what a C source keeps to itself Rust only repeats, and opaque handles and transparent
 * wrappers say nothing about members.
 */
function isShared(c: RecordDeclaration, rust: RecordDeclaration): boolean {
  if (!/\.h(\.inc)?$/.test(c.path)) return false;
  if (!rust.repr.some((word) => word === 'C' || word.startsWith('packed'))) return false;
  if (/derive\s*\([^)]*\bObject\b/.test(rust.text)) return false;
  const [first] = rust.fields;
  return !(first?.type.kind === 'name' && /^(ParentField|Opaque|UnsafeCell)$/.test(first.type.name));
}

function takesNoRoom(type: AbiType | undefined): boolean {
  return type?.kind === 'nothing' || type?.kind === 'void' || (type?.kind === 'array' && type.length === 0);
}

/** Packing changes nothing when every member is a byte. */
function packingMatters(
  c: RecordDeclaration,
  rust: RecordDeclaration,
  types: ReadonlyMap<Field, AbiType>,
): boolean {
  if (c.packed === rust.packed) return false;
  const isByte = (type: AbiType): boolean =>
    type.kind === 'bool' ||
    (type.kind === 'integer' && type.bits[0] === 8) ||
    (type.kind === 'array' && isByte(type.of));
  return ![...types.values()].every(isByte);
}

function isFlexibleTail(field: Field, c: RecordDeclaration, types: ReadonlyMap<Field, AbiType>): boolean {
  const type = types.get(field);
  return field === c.fields.at(-1) && type?.kind === 'array' && type.length !== null && type.length <= 0;
}
