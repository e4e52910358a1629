import { cRegisters } from './cRegisters.ts';
import { cResets } from './cResets.ts';
import { baseType } from './baseType.ts';
import { clockOf } from './clockOf.ts';
import { cStreams, elementsOf } from './cStreams.ts';
import { tablesOf } from './cTables.ts';
import type { DeviceFacts, NamedFact, PropertyFact, RegionFact, TypeFact } from './facts.ts';
import {
  callsIn,
  fullText,
  functionNamed,
  lineAtOffset,
  stringOf,
  valueOf,
  withoutComments,
  type DeviceSide,
} from './source.ts';

/** What the C files of a device say. */
export async function readCDevice(side: DeviceSide): Promise<DeviceFacts> {
  return {
    types: await types(side),
    properties: await properties(side),
    streams: await cStreams(side),
    regions: await regions(side),
    registers: await cRegisters(side),
    resets: await cResets(side),
    lines: await lines(side),
    traces: traces(side),
    logs: logs(side),
  };
}

async function types(side: DeviceSide): Promise<readonly TypeFact[]> {
  const found: TypeFact[] = [];
  for (const { table } of tablesOf(side, 'TypeInfo'))
    for (const element of table.slots.length > 0 ? [table.value ?? ''] : elementsOf(table.value ?? '')) {
      const slot = (name: string): string | undefined =>
        new RegExp(`\\.\\s*${name}\\s*=\\s*([^,}]+)`).exec(element)?.[1]?.trim();
      const written = slot('name') ?? '';
      const parent = slot('parent');
      const parentName = parent === undefined ? null : ((await stringOf(parent, side)) ?? baseType(parent));
      found.push({
        path: table.path,
        line: table.line,
        name: await stringOf(written, side),
        written,
        parent: parentName ?? parent ?? null,
        parentNamed: parentName !== null || parent === undefined,
      });
    }
  return found;
}

async function properties(side: DeviceSide): Promise<readonly PropertyFact[]> {
  const found: PropertyFact[] = [];
  for (const { table, source } of tablesOf(side, 'Property')) {
    const text = fullText(source, table);
    for (const { name: macro, args, index } of callsIn(text, 'DEFINE_PROP_\\w+')) {
      if (macro === 'DEFINE_PROP_END_OF_LIST') continue;
      const kind = macro.replace('DEFINE_PROP_', '').toLowerCase();
      const [, , , third, fourth] = args;
      const isBit = kind.startsWith('bit');
      const value = isBit ? fourth : third;
      const name = await stringOf(args[0] ?? '', side);
      found.push({
        path: table.path,
        line: lineAtOffset(text, index, table.line),
        name: name ?? args[0] ?? '',
        named: name !== null,
        type: isBit ? 'bit' : propertyType(kind),
        bit: isBit && third !== undefined ? await valueOf(third, side) : null,
        default: value === undefined ? null : await valueOf(value, side),
      });
    }
  }
  return found;
}

function propertyType(kind: string): string {
  const integer = /^(u?)int(\d+)/.exec(kind);
  return integer ? `${integer[1] === 'u' ? 'u' : 'i'}${integer[2] ?? ''}` : kind;
}

async function regions(side: DeviceSide): Promise<readonly RegionFact[]> {
  const found: RegionFact[] = [];
  for (const { table } of tablesOf(side, 'MemoryRegionOps')) {
    const slot = (name: string): string | null =>
      table.slots.find((each) => each.name === name)?.value ?? null;
    const range = async (name: string): Promise<string | null> => {
      const [low, high] = [slot(`${name}.min_access_size`), slot(`${name}.max_access_size`)];
      return low === null && high === null
        ? null
        : `${low === null ? '' : await valueOf(low, side)}-${high === null ? '' : await valueOf(high, side)}`;
    };
    const use = initCall(side, table.name);
    found.push({
      path: table.path,
      line: table.line,
      name: use?.[4] === undefined ? null : await stringOf(use[4], side),
      size: use?.[5] === undefined ? null : await valueOf(use[5], side),
      endianness:
        slot('endianness')
          ?.replace(/DEVICE_(\w+)_ENDIAN/, '$1')
          .toLowerCase() ?? null,
      valid: await range('valid'),
      impl: await range('impl'),
      unaligned: slot('valid.unaligned') === 'true',
    });
  }
  return found;
}

/** Arguments of the call that makes a region of a table. */
function initCall(side: DeviceSide, table: string): readonly string[] | undefined {
  for (const { lines: all } of side.sources)
    for (const { args } of callsIn(withoutComments(all.join('\n')), 'memory_region_init_io'))
      if (new RegExp(`\\b${table}\\b`).test(args[2] ?? '')) return args;
  return undefined;
}

async function lines(side: DeviceSide): Promise<readonly NamedFact[]> {
  const found: NamedFact[] = [];
  for (const { file, lines: all } of side.sources) {
    const text = withoutComments(all.join('\n'));
    const calls = callsIn(
      text,
      'sysbus_init_irq|qdev_init_gpio_in|qdev_init_gpio_out|qdev_init_gpio_(?:in|out)_named|qdev_init_clock_in|qdev_init_clock_out',
    );
    for (const { name, args, index } of calls) {
      const place = { path: file.path, line: lineAtOffset(text, index) };
      if (name === 'sysbus_init_irq') {
        const field = /->\s*(\w+)\s*(\[)?/.exec(args[1] ?? '');
        const count = field?.[2] === undefined ? '1' : await arrayLength(field[1] ?? '', side);
        found.push({ ...place, name: 'irq', value: count });
      } else if (name.startsWith('qdev_init_clock'))
        found.push({
          ...place,
          name: name.endsWith('in') ? 'clock in' : 'clock out',
          value: clockOf(await stringOf(args[1] ?? '', side), args[4]),
        });
      else {
        const count = args.at(-1) ?? '';
        found.push({
          ...place,
          name: name.includes('_in') && !name.includes('_out') ? 'gpio in' : 'gpio out',
          value: await valueOf(count, side),
        });
      }
    }
  }
  return found;
}

/** Length of an array member of any struct of the device. */
async function arrayLength(field: string, side: DeviceSide): Promise<string | null> {
  for (const { file } of side.sources)
    for (const each of file.declarations) {
      if (each.kind !== 'record') continue;
      const type = each.fields.find(({ name }) => name === field)?.type;
      if (type?.kind === 'array' && type.length !== null) return valueOf(type.length, side);
    }
  return null;
}

function traces(side: DeviceSide): readonly NamedFact[] {
  const found = new Map<string, NamedFact>();
  for (const { file, lines: all } of side.sources) {
    if (!file.path.endsWith('.c')) continue;
    const text = withoutComments(all.join('\n'));
    for (const match of text.matchAll(/\b(trace_\w+)\s*\(/g)) {
      const name = match[1] ?? '';
      if (functionNamed(side, name)) continue;
      if (!found.has(name))
        found.set(name, { path: file.path, line: lineAtOffset(text, match.index), name, value: null });
    }
  }
  return [...found.values()];
}

const LOGS: Readonly<Record<string, string>> = { LOG_GUEST_ERROR: 'guest error', LOG_UNIMP: 'unimplemented' };

function logs(side: DeviceSide): readonly NamedFact[] {
  return Object.entries(LOGS).flatMap(([mask, name]): readonly NamedFact[] => {
    const found = side.sources.flatMap(({ file, lines: all }) => {
      const text = withoutComments(all.join('\n'));
      return callsIn(text, 'qemu_log_mask')
        .filter(({ args }) => args[0]?.includes(mask))
        .map(({ index }) => ({ path: file.path, line: lineAtOffset(text, index) }));
    });
    const [first] = found;
    return first ? [{ ...first, name, value: String(found.length) }] : [];
  });
}
