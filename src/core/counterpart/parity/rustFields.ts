import type { RecordDeclaration } from '../declaration.ts';
import type { Field, SourceType } from '../sourceType.ts';
import { withoutComments, type DeviceSide } from './source.ts';

/** What a Rust type takes in a migration stream. */
export interface StreamType {
  readonly kind: 'integer' | 'timer' | 'clock' | 'struct' | 'unknown';
  readonly bits: number | null;
  /** Array length as written. */
  readonly count: string | null;
  /** Name of the struct type that is streamed by its own fields. */
  readonly struct: string | null;
}

const UNKNOWN: StreamType = { kind: 'unknown', bits: null, count: null, struct: null };

/** Cells and wrappers that stream what they hold. */
const WRAPPERS = /^(BqlCell|BqlRefCell|Migratable|Opaque|Cell|RefCell|UnsafeCell|Mutex|Owned|Box|NonNull)$/;
const INTEGER = /^[ui](8|16|32|64)$/;

/** A record of the device's Rust files. */
export function recordNamed(side: DeviceSide, name: string): RecordDeclaration | null {
  for (const { file } of side.sources)
    for (const each of file.declarations) if (each.kind === 'record' && each.name === name) return each;
  return null;
}

/** A field of a streamed type; `FooMigration` is generated from `Foo` by `ToMigrationState`. */
export function streamedField(side: DeviceSide, type: string, field: string): Field | null {
  const record = recordNamed(side, type) ?? recordNamed(side, type.replace(/Migration$/, ''));
  return record?.fields.find(({ name }) => name === field) ?? null;
}

/** Resolves a field's type as far as the device's files show it. */
export function streamType(type: SourceType, side: DeviceSide, depth = 0): StreamType {
  if (depth > 8) return UNKNOWN;
  if (type.kind === 'array') {
    const element = streamType(type.of, side, depth + 1);
    return { ...element, count: type.length };
  }
  if (type.kind !== 'name') return UNKNOWN;
  const { name, args } = type;
  const bits = INTEGER.exec(name)?.[1];
  if (bits !== undefined) return { kind: 'integer', bits: Number(bits), count: null, struct: null };
  if (name === 'bool') return { kind: 'integer', bits: 8, count: null, struct: null };
  // `usize` is no fixed width in a stream.
  if (name === 'usize' || name === 'isize') return UNKNOWN;
  if (name === 'Timer') return { kind: 'timer', bits: 64, count: null, struct: null };
  if (name === 'Clock') return { kind: 'clock', bits: null, count: null, struct: null };
  const [inner] = args;
  if (inner && WRAPPERS.test(name)) {
    const held = streamType(inner, side, depth + 1);
    return name === 'Migratable' && held.struct !== null
      ? { ...held, struct: migrated(held.struct, side) }
      : held;
  }
  return declaredType(name, side, depth);
}

/** The type whose fields stand in the stream for a `Migratable` one. */
function migrated(name: string, side: DeviceSide): string {
  for (const { lines } of side.sources) {
    const text = lines.join('\n');
    const impl = new RegExp(
      `impl\\s+ToMigrationState\\s+for\\s+${name}\\s*\\{[^}]*?type\\s+Migrated\\s*=\\s*([\\w:]+)`,
    ).exec(text);
    if (impl?.[1] !== undefined) return impl[1].replace(/^Self::|^.*::/, '');
  }
  return `${name}Migration`;
}

function declaredType(name: string, side: DeviceSide, depth: number): StreamType {
  for (const { file, lines } of side.sources) {
    const text = withoutComments(lines.join('\n'));
    const sized = new RegExp(`#\\[bitsize\\((\\d+)\\)\\][^;{}]*?\\bstruct\\s+${name}\\b`).exec(text)?.[1];
    if (sized !== undefined) return { kind: 'integer', bits: Number(sized), count: null, struct: null };
    const bits = new RegExp(
      `\\bbits!\\s*[({]\\s*(?:#\\[[^\\]]*\\]\\s*)*(?:pub\\s+)?struct\\s+${name}\\s*\\(\\s*(?:pub\\s+)?u(\\d+)`,
    ).exec(text)?.[1];
    if (bits !== undefined) return { kind: 'integer', bits: Number(bits), count: null, struct: null };
    for (const each of file.declarations) {
      if (each.name !== name) continue;
      if (each.kind === 'alias') return streamType(each.target, side, depth + 1);
      if (each.kind === 'enum') {
        const width = each.repr.map((word) => INTEGER.exec(word)?.[1]).find((found) => found !== undefined);
        return width === undefined
          ? UNKNOWN
          : { kind: 'integer', bits: Number(width), count: null, struct: null };
      }
      if (each.kind !== 'record') continue;
      const [only] = each.fields;
      const isForwarded = new RegExp(`impl_vmstate_(?:forward|transparent)!\\s*\\(\\s*${name}\\b`).test(text);
      if (only && (isForwarded || (each.tuple && each.fields.length === 1)))
        return streamType(only.type, side, depth + 1);
      return { kind: 'struct', bits: null, count: null, struct: name };
    }
  }
  return UNKNOWN;
}
