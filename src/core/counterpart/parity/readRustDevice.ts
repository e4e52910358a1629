import type { DeviceFacts, NamedFact, PropertyFact, RegionFact, TypeFact } from './facts.ts';
import { baseType } from './baseType.ts';
import { rustLines } from './rustLines.ts';
import { rustRegisters } from './rustRegisters.ts';
import { rustResets } from './rustResets.ts';
import { rustStreams } from './rustStreams.ts';
import {
  callsIn,
  closingBracket,
  lineAtOffset,
  stringOf,
  valueOf,
  withoutComments,
  type DeviceSide,
  type DeviceSource,
} from './source.ts';

/** What the Rust files of a device say. */
export async function readRustDevice(side: DeviceSide): Promise<DeviceFacts> {
  return {
    types: await types(side),
    properties: await properties(side),
    streams: await rustStreams(side),
    regions: await regions(side),
    registers: await rustRegisters(side),
    resets: await rustResets(side),
    lines: await rustLines(side),
    traces: traces(side),
    logs: logs(side),
  };
}

interface Code {
  readonly source: DeviceSource;
  readonly text: string;
}

/** The files without comments; places stay. */
function code(side: DeviceSide): readonly Code[] {
  return side.sources.map((source) => ({ source, text: withoutComments(source.lines.join('\n')) }));
}

function placeOf({ source, text }: Code, offset: number): { readonly path: string; readonly line: number } {
  return { path: source.file.path, line: lineAtOffset(text, offset) };
}

const OBJECT_IMPL = /\bimpl\s+(?:\w+::)*(ObjectImpl|ObjectType)\s+for\s+(\w+)\s*\{/g;

/** Type names and parents, which stand in `impl ObjectType` and `impl ObjectImpl`; in older code both in the latter. */
async function types(side: DeviceSide): Promise<readonly TypeFact[]> {
  const named = new Map<string, TypeFact>();
  const parents = new Map<string, string>();
  for (const each of code(side))
    for (const match of each.text.matchAll(OBJECT_IMPL)) {
      const body = each.text.slice(match.index, closingBracket(each.text, match.index + match[0].length - 1));
      const type = match[2] ?? '';
      const written = /\bTYPE_NAME\s*:[^=]*=\s*([^;]+);/.exec(body)?.[1]?.trim();
      const parent =
        /\btype\s+ParentType\s*=\s*([\w:]+)/.exec(body)?.[1] ??
        /\bPARENT_TYPE_NAME\s*:[^=]*=\s*Some\(([^)]*)\)/.exec(body)?.[1];
      if (parent !== undefined) parents.set(type, parent);
      if (written === undefined || named.has(type)) continue;
      const place = placeOf(each, match.index + body.indexOf('TYPE_NAME'));
      named.set(type, {
        ...place,
        name: await stringOf(written, side),
        written,
        parent: null,
        parentNamed: true,
      });
    }
  return Promise.all(
    [...named].flatMap(([type, fact]) => {
      const parent = parents.get(type);
      // A wrapper of a type of C says its name as well, but registers nothing.
      return parent === undefined
        ? []
        : [
            parentName(parent, named, side).then((name) => ({
              ...fact,
              parent: name ?? parent,
              parentNamed: name !== null,
            })),
          ];
    }),
  );
}

async function parentName(
  parent: string,
  named: ReadonlyMap<string, TypeFact>,
  side: DeviceSide,
): Promise<string | null> {
  const own = named.get(parent.replace(/^.*::/, ''))?.name;
  return own ?? (/\bTYPE_/.test(parent) ? await stringOf(parent, side) : null) ?? baseType(parent);
}

async function properties(side: DeviceSide): Promise<readonly PropertyFact[]> {
  const found: PropertyFact[] = [];
  for (const { file, lines: all } of side.sources) {
    for (const record of file.declarations) {
      if (record.kind !== 'record') continue;
      for (const field of record.fields) {
        const attribute = propertyAbove(all, field.line);
        if (!attribute) continue;
        const { args } = attribute;
        const arg = (name: string): string | null =>
          args
            .map((each) => new RegExp(`^${name}\\s*=\\s*([\\s\\S]+)$`).exec(each)?.[1])
            .find((value) => value !== undefined) ?? null;
        const [bit, fallback] = [arg('bit'), arg('default')];
        found.push({
          path: file.path,
          line: attribute.line,
          name: arg('rename')?.replaceAll('"', '') ?? field.name ?? '',
          named: true,
          type: bit === null ? propertyType(field.text) : 'bit',
          bit: bit === null ? null : await valueOf(bit, side),
          default: fallback === null ? null : await valueOf(fallback, side),
        });
      }
    }
    found.push(...(await olderProperties({ file, lines: all }, side)));
  }
  return found;
}

/** The `#[property(…)]` of the field on a line (1-based). */
function propertyAbove(
  lines: readonly string[],
  line: number,
): { readonly args: readonly string[]; readonly line: number } | null {
  for (let at = line - 1; at > 0; at--) {
    const text = lines[at - 1] ?? '';
    if (/^\s*#\[property\b/.test(text)) {
      const [call] = callsIn(lines.slice(at - 1, line).join('\n'), 'property');
      return { args: call?.args ?? [], line: at };
    }
    if (!/^\s*(?:#\[|\/\/)/.test(text)) return null;
  }
  return null;
}

/** `define_property!(c"name", State, field, unsafe { &qdev_prop_bool }, bool, bit = 0, default = true)`. */
async function olderProperties(source: DeviceSource, side: DeviceSide): Promise<readonly PropertyFact[]> {
  const text = withoutComments(source.lines.join('\n'));
  const found: PropertyFact[] = [];
  for (const { args, index } of callsIn(text, 'define_property')) {
    const named = (name: string): string | null =>
      args
        .map((each) => new RegExp(`^${name}\\s*=\\s*([\\s\\S]+)$`).exec(each)?.[1])
        .find((value) => value !== undefined) ?? null;
    const [bit, fallback] = [named('bit'), named('default')];
    const name = await stringOf(args[0] ?? '', side);
    const info = /qdev_prop_(\w+)/.exec(args.join(' '))?.[1] ?? '';
    found.push({
      path: source.file.path,
      line: lineAtOffset(text, index),
      name: name ?? args[0] ?? '',
      named: name !== null,
      type: bit === null ? info.replace(/^uint/, 'u').replace(/^int/, 'i') : 'bit',
      bit: bit === null ? null : await valueOf(bit, side),
      default: fallback === null ? null : await valueOf(fallback, side),
    });
  }
  return found;
}

/** A field's type as a property type: `pub count: u8` is `u8`, `CharFrontend` is `chr`. */
function propertyType(field: string): string | null {
  const type = field.replace(/^[^:]*:\s*/, '').replace(/^.*<\s*|\s*>.*$/g, '');
  if (/^(?:bool|[ui](?:8|16|32|64)|usize)$/.test(type)) return type;
  return /^(?:\w+::)*Char(?:Frontend|Backend)$/.test(type) ? 'chr' : null;
}

async function regions(side: DeviceSide): Promise<readonly RegionFact[]> {
  const found: RegionFact[] = [];
  for (const each of code(side))
    for (const match of each.text.matchAll(
      /\b(?:static|const)\s+(\w+)\s*:\s*(?:\w+::)*MemoryRegionOps\b[^=]*=/g,
    )) {
      const table = match[1] ?? '';
      const body = each.text.slice(match.index, endOfTable(each.text, match.index));
      const use = initCall(side, table);
      const sizes = use?.args.slice(-2);
      found.push({
        ...placeOf(each, match.index),
        name: sizes?.[0] === undefined ? null : await stringOf(sizes[0], side),
        size: sizes?.[1] === undefined ? null : await valueOf(sizes[1], side),
        endianness:
          /\.(little|big|native)_endian\(\)/.exec(body)?.[1] ??
          /DEVICE_(\w+)_ENDIAN/.exec(body)?.[1]?.toLowerCase() ??
          null,
        valid: await sizesOf(body, 'valid', side),
        impl: await sizesOf(body, 'impl', side),
        unaligned: /\.valid_unaligned\(\)|valid\s*:[^}]*\bunaligned\s*:\s*true/.test(body),
      });
    }
  return found;
}

function endOfTable(text: string, from: number): number {
  const end = text.indexOf(';', from);
  return end < 0 ? text.length : end;
}

/** `.impl_sizes(4, 8)`, or in older code `impl_: … { min_access_size: 4, max_access_size: 8, … }`. */
async function sizesOf(body: string, what: 'valid' | 'impl', side: DeviceSide): Promise<string | null> {
  const [built] = callsIn(body, `${what}_sizes`);
  const member = new RegExp(`\\b${what}_?\\s*:[^{},]*\\{([^}]*)\\}`).exec(body)?.[1] ?? '';
  const low = built?.args[0] ?? /min_access_size\s*:\s*([^,]+)/.exec(member)?.[1];
  const high = built?.args[1] ?? /max_access_size\s*:\s*([^,]+)/.exec(member)?.[1];
  if (low === undefined || high === undefined) return null;
  return `${await valueOf(low, side)}-${await valueOf(high, side)}`;
}

function initCall(side: DeviceSide, table: string): { readonly args: readonly string[] } | undefined {
  const calls = code(side).flatMap(({ text }) => callsIn(text, 'init_io|memory_region_init_io'));
  return (
    calls.find(({ args }) => args.some((arg) => new RegExp(`\\b${table}\\b`).test(arg))) ??
    (calls.length === 1 ? calls[0] : undefined)
  );
}

function traces(side: DeviceSide): readonly NamedFact[] {
  const found = new Map<string, NamedFact>();
  for (const each of code(side))
    for (const match of each.text.matchAll(/\btrace::(trace_\w+)\s*\(/g)) {
      const name = match[1] ?? '';
      if (!found.has(name)) found.set(name, { ...placeOf(each, match.index), name, value: null });
    }
  return [...found.values()];
}

const LOGS: Readonly<Record<string, RegExp>> = {
  'guest error': /Log::GuestError|LOG_GUEST_ERROR/,
  unimplemented: /Log::Unimp|LOG_UNIMP/,
};

function logs(side: DeviceSide): readonly NamedFact[] {
  return Object.entries(LOGS).flatMap(([name, mask]): readonly NamedFact[] => {
    const found = code(side).flatMap((each) =>
      callsIn(each.text, 'log_mask_ln|log_mask|qemu_log_mask')
        .filter(({ args }) => mask.test(args[0] ?? ''))
        .map(({ index }) => placeOf(each, index)),
    );
    const [first] = found;
    return first ? [{ ...first, name, value: String(found.length) }] : [];
  });
}
