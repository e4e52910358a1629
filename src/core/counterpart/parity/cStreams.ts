import type { VariableDeclaration } from '../declaration.ts';
import type { StreamFact, StreamField } from './facts.ts';
import {
  callsIn,
  fullText,
  lineAtOffset,
  splitArguments,
  stringOf,
  valueOf,
  type DeviceSide,
  type DeviceSource,
} from './source.ts';

/** Streams of a C device: its `VMStateDescription` tables. */
export async function cStreams(side: DeviceSide): Promise<readonly StreamFact[]> {
  const streams: StreamFact[] = [];
  for (const source of side.sources)
    for (const each of source.file.declarations)
      if (
        each.kind === 'variable' &&
        each.type.kind === 'name' &&
        each.type.name === 'VMStateDescription' &&
        each.value !== null
      )
        streams.push(await cStream(each, source, side));
  return streams.map((stream) => ({
    ...stream,
    subsections: stream.subsections.map(
      (symbol) => streams.find((each) => each.symbol === symbol)?.name ?? symbol,
    ),
    fields: stream.fields.map((field) => ({
      ...field,
      of: field.of === null ? null : (streams.find((each) => each.symbol === field.of)?.name ?? field.of),
    })),
  }));
}

const HOOKS = [
  'needed',
  'pre_load',
  'post_load',
  'pre_save',
  'post_save',
  'dev_unplug_pending',
  'unmigratable',
];

async function cStream(
  table: VariableDeclaration,
  source: DeviceSource,
  side: DeviceSide,
): Promise<StreamFact> {
  const slot = (name: string): string | null => table.slots.find((each) => each.name === name)?.value ?? null;
  const number = async (name: string): Promise<string | null> => {
    const value = slot(name);
    return value === null ? null : valueOf(value, side);
  };
  const text = fullText(source, table);
  const fields: StreamField[] = [];
  for (const call of callsIn(text, 'VMSTATE_\\w+')) {
    if (call.name === 'VMSTATE_END_OF_LIST') continue;
    const line = lineAtOffset(text, call.index, table.line);
    fields.push(await cField(call.name, call.args, { path: table.path, line }, side));
  }
  const name = slot('name');
  const string = name === null ? null : await stringOf(name, side);
  return {
    path: table.path,
    line: table.line,
    name: string ?? table.name,
    named: string !== null,
    symbol: table.name,
    version: await number('version_id'),
    minimumVersion: await number('minimum_version_id'),
    hooks: HOOKS.filter((hook) => slot(hook) !== null),
    fields,
    subsections: [...(slot('subsections') ?? '').matchAll(/&\s*(\w+)/g)].map((match) => match[1] ?? ''),
  };
}

const WIDTH = /^U?INT(8|16|32|64)$/;

/** One entry of a field list. The macro's name says what it takes; its arguments where and how often. */
async function cField(
  macro: string,
  args: readonly string[],
  place: { readonly path: string; readonly line: number },
  side: DeviceSide,
): Promise<StreamField> {
  const words = macro.replace('VMSTATE_', '').split('_');
  const [kindWord = ''] = words;
  const has = (word: string): boolean => words.includes(word);
  const base = {
    ...place,
    name: args[0] ?? null,
    bits: null,
    count: null,
    of: null,
    version: '0',
    conditional: has('TEST'),
    text: `${macro}(${args.join(', ')})`,
  };
  if (macro === 'VMSTATE_UNUSED') {
    const bytes = await valueOf((args[0] ?? '').replace(/sizeof\s*\(\s*(\w+)\s*\)/, sizeOfType), side);
    return { ...base, name: null, kind: 'unused', bits: /^\d+$/.test(bytes) ? Number(bytes) * 8 : null };
  }
  if (macro === 'VMSTATE_VALIDATE') return { ...base, name: args[0] ?? null, kind: 'validate', bits: 0 };
  if (kindWord === 'STRUCT') return { ...base, ...(await structField(macro, args, side)) };
  const version = has('V') ? await valueOf(args[args.length - 1] ?? '0', side) : '0';
  const count = has('ARRAY') || has('VARRAY') ? await valueOf(args[2] ?? '', side) : null;
  if (kindWord === 'CLOCK') return { ...base, kind: 'clock', version };
  if (kindWord === 'TIMER') return { ...base, kind: 'timer', bits: 64, version };
  if (kindWord === 'BOOL') return { ...base, kind: 'integer', bits: 8, count, version };
  const bits = WIDTH.exec(kindWord)?.[1];
  if (bits !== undefined) return { ...base, kind: 'integer', bits: Number(bits), count, version };
  if (kindWord === 'BUFFER') return { ...base, kind: 'other', version };
  return { ...base, kind: 'unknown', version };
}

/** `VMSTATE_STRUCT(f, S, version, vmsd, T)`, `VMSTATE_STRUCT_ARRAY(f, S, n, version, …)`, `…_VARRAY_UINT8(f, S, n, …)`. */
async function structField(
  macro: string,
  args: readonly string[],
  side: DeviceSide,
): Promise<Pick<StreamField, 'kind' | 'count' | 'version' | 'of'>> {
  const many = macro.includes('ARRAY');
  const at = many ? 3 : 2;
  const of = (
    args.find((arg, index) => index > at && /vmstate|vmsd/i.test(arg)) ??
    args[at + 1] ??
    ''
  ).replace(/^&/, '');
  return {
    kind: 'struct',
    count: many ? await valueOf(args[2] ?? '', side) : null,
    version: await valueOf(args[at] ?? '0', side),
    of,
  };
}

function sizeOfType(_: string, type: string): string {
  return /^u?int(\d+)_t$/.exec(type) ? String(Number(/\d+/.exec(type)?.[0]) / 8) : `sizeof(${type})`;
}

/** Parts of a brace list, such as several tables in one array. */
export function elementsOf(value: string): readonly string[] {
  const inside = /^\s*(?:\([^()]*\)\s*)?\{([\s\S]*)\}\s*$/.exec(value)?.[1];
  return inside === undefined ? [] : splitArguments(inside);
}
