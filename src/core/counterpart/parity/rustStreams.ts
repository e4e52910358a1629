import { recordNamed, streamedField, streamType } from './rustFields.ts';
import type { StreamFact, StreamField } from './facts.ts';
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

/** A stream as it stands in Rust, with the type whose fields it streams. */
interface RustStream extends StreamFact {
  readonly type: string | null;
}

/** Streams of a Rust device. What Rust splits off into a struct of its own is put back in its place: C streams it in line. */
export async function rustStreams(side: DeviceSide): Promise<readonly StreamFact[]> {
  const streams = (await Promise.all(side.sources.map((source) => streamsIn(source, side)))).flat();
  const byType = new Map(
    streams.flatMap((stream) => (stream.type === null ? [] : [[stream.type, stream] as const])),
  );
  const bySymbol = new Map(streams.map((stream) => [stream.symbol, stream]));
  const embedded = new Set<string>();
  const inline = (fields: readonly StreamField[], depth = 0): readonly StreamField[] =>
    fields.flatMap((field) => {
      const part = field.of === null ? undefined : (byType.get(field.of) ?? bySymbol.get(field.of));
      if (!part) return [field];
      if (field.count !== null || depth > 4) return [{ ...field, of: part.name }];
      embedded.add(part.name);
      return inline(part.fields, depth + 1);
    });
  const whole = streams.map((stream) => ({
    ...stream,
    fields: inline(stream.fields),
    subsections: stream.subsections.map((symbol) => bySymbol.get(symbol)?.name ?? symbol),
  }));
  return whole.filter(({ name }) => !embedded.has(name));
}

const TABLE =
  /\b(?:pub(?:\([^)]*\))?\s+)?(?:const|static)\s+(\w+)\s*:\s*(?:::?\w+::)*VMStateDescription(?:<\s*([\w:]+)\s*>)?\s*=|\bimpl_vmstate_struct!\s*\(\s*([\w:]+)\s*,/g;

async function streamsIn(source: DeviceSource, side: DeviceSide): Promise<readonly RustStream[]> {
  const text = withoutComments(source.lines.join('\n'));
  const streams: RustStream[] = [];
  const aliases = new Map<string, string>();
  for (const match of text.matchAll(TABLE)) {
    const [all, symbol, own, streamed] = match;
    const end =
      streamed === undefined
        ? endOfItem(text, match.index + all.length)
        : closingBracket(text, text.indexOf('(', match.index));
    const body = text.slice(match.index + all.length, end);
    const named = /^\s*(\w+)\s*,?\s*\)?\s*$/.exec(body)?.[1];
    if (streamed !== undefined && named !== undefined) aliases.set(named, plain(streamed));
    else {
      const place = { path: source.file.path, line: lineAtOffset(text, match.index) };
      const type = streamed ?? own ?? null;
      streams.push(
        await stream(body, match.index + all.length, text, { symbol: symbol ?? '', type, place }, side),
      );
    }
  }
  return streams.map((each) => ({ ...each, type: aliases.get(each.symbol) ?? each.type }));
}

function plain(path: string): string {
  return path.replace(/^.*::/, '');
}

/** Offset of the semicolon that ends an item. */
function endOfItem(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const char = text[at] ?? '';
    if ('([{'.includes(char)) at = closingBracket(text, at) - 1;
    else if (char === ';') return at;
  }
  return text.length;
}

async function stream(
  body: string,
  offset: number,
  text: string,
  { symbol, type, place }: { symbol: string; type: string | null; place: { path: string; line: number } },
  side: DeviceSide,
): Promise<RustStream> {
  // Builder calls (`.name(c"…")`) and, in older code, members (`name: c_str!("…")`).
  const part = (name: string): string | null => {
    const call = callsIn(body, name).find(({ index }) => body[index - 1] === '.');
    if (call) return call.args.join(', ');
    return new RegExp(`(?:^|[{,\\s])${name}\\s*:\\s*([^,]+),`).exec(body)?.[1]?.trim() ?? null;
  };
  const number = async (name: string): Promise<string | null> => {
    const value = part(name);
    return value === null ? null : valueOf(value, side);
  };
  const hooks = ['needed', 'pre_load', 'post_load', 'pre_save', 'post_save', 'dev_unplug_pending'].filter(
    (hook) => {
      const value = part(hook);
      return value !== null && value !== 'None';
    },
  );
  const name = part('name');
  const string = name === null ? null : await streamName(name, side);
  const [fields] = callsIn(body, 'vmstate_fields');
  const found: StreamField[] = [];
  let from = fields?.index ?? 0;
  for (const entry of fields?.args ?? []) {
    const at = body.indexOf(entry.slice(0, 30), from);
    from = Math.max(at, from) + 1;
    found.push(
      await rustField(entry, { path: place.path, line: lineAtOffset(text, offset + Math.max(at, 0)) }, side),
    );
  }
  return {
    ...place,
    symbol,
    type: type === null ? null : plain(type),
    name: string ?? symbol,
    named: string !== null,
    version: await number('version_id'),
    minimumVersion: await number('minimum_version_id'),
    hooks: /\.unmigratable\(\)|\bunmigratable\s*:\s*true/.test(body) ? [...hooks, 'unmigratable'] : hooks,
    fields: found,
    subsections: (callsIn(body, 'vmstate_subsections')[0]?.args ?? []).map((each) => each.replace(/^&/, '')),
  };
}

/** A string, or in older code the name of the type (`Fan::TYPE_INFO.name`). */
async function streamName(written: string, side: DeviceSide): Promise<string | null> {
  const type = /^(\w+)::TYPE_INFO\.name$/.exec(written)?.[1];
  if (type === undefined) return stringOf(written, side);
  for (const { lines } of side.sources) {
    const text = withoutComments(lines.join('\n'));
    for (const impl of text.matchAll(new RegExp(`\\bfor\\s+${type}\\s*\\{`, 'g'))) {
      const body = text.slice(impl.index, closingBracket(text, impl.index + impl[0].length - 1));
      const name = /\bTYPE_NAME\s*:[^=]*=\s*([^;]+);/.exec(body)?.[1];
      if (name !== undefined) return stringOf(name, side);
    }
  }
  return null;
}

/** One entry of `vmstate_fields!`. */
async function rustField(
  entry: string,
  place: { path: string; line: number },
  side: DeviceSide,
): Promise<StreamField> {
  const [call] = callsIn(entry, 'vmstate_\\w+');
  const version = /\.with_version_id\(\s*(\w+)\s*\)/.exec(entry)?.[1];
  const base = {
    ...place,
    name: null,
    kind: 'unknown' as const,
    bits: null,
    count: null,
    of: null,
    version: version === undefined ? '0' : await valueOf(version, side),
    conditional: false,
    text: entry.replace(/\s+/g, ' '),
  };
  if (!call) return base;
  const { name: macro, args } = call;
  if (macro === 'vmstate_unused') {
    const bytes = await valueOf(
      (args[0] ?? '').replace(/(?:\w+::)*size_of::<\s*u(\d+)\s*>\(\)/, (_, bits: string) =>
        String(Number(bits) / 8),
      ),
      side,
    );
    return { ...base, kind: 'unused', bits: /^\d+$/.test(bytes) ? Number(bytes) * 8 : null };
  }
  if (macro === 'vmstate_validate') return { ...base, kind: 'validate', bits: 0, name: args[1] ?? null };
  if (macro === 'vmstate_of') return streamedBy(args, base, side);
  return olderField(macro, args, base, side);
}

/** `vmstate_of!(T, field[0 .. count], test)`: the field's type says what is streamed. */
async function streamedBy(
  args: readonly string[],
  base: StreamField,
  side: DeviceSide,
): Promise<StreamField> {
  const [owner = '', what = '', test] = args;
  const [, field = '', range] = /^(\w+)\s*(?:\[([^\]]*)\])?/.exec(what) ?? [];
  const declared = streamedField(side, plain(owner), field);
  const name = declared?.alias ?? field;
  const conditional = test !== undefined;
  if (!declared) return { ...base, name, conditional };
  const type = streamType(declared.type, side);
  const counted = range === undefined ? null : (/\.\.\s*(\w+)/.exec(range)?.[1] ?? null);
  const count = counted ?? (type.count === null ? null : await valueOf(type.count, side));
  const { kind, bits } = type;
  return { ...base, name, kind, bits, count, of: type.struct, conditional };
}

/** `vmstate_uint32!(field, T)`, `vmstate_clock!(field, T)`, `vmstate_struct!(T, field, &VMSD, U)`. */
async function olderField(
  macro: string,
  args: readonly string[],
  base: StreamField,
  side: DeviceSide,
): Promise<StreamField> {
  const [first = '', second = ''] = args;
  const integer = /^vmstate_u?int(\d+)(_array)?$/.exec(macro);
  if (integer) {
    const count = integer[2] === undefined ? null : await valueOf(args[2] ?? '', side);
    const record = recordNamed(side, plain(second));
    const name = record?.fields.find((each) => each.name === first)?.alias ?? first;
    return { ...base, name, kind: 'integer', bits: Number(integer[1]), count };
  }
  if (macro === 'vmstate_clock') return { ...base, name: first, kind: 'clock' };
  if (macro === 'vmstate_struct') {
    const [, field = '', range] = /^(\w+)\s*(?:\[([^\]]*)\])?/.exec(second) ?? [];
    const declared = streamedField(side, plain(first), field);
    const length = declared ? streamType(declared.type, side).count : null;
    const counted = range === undefined ? length : (/\.\.\s*(\w+)/.exec(range)?.[1] ?? null);
    const of = (args.find((arg, at) => at > 1 && /^&?[A-Z_0-9]+$/.test(arg)) ?? '').replace(/^&/, '');
    return { ...base, name: declared?.alias ?? field, kind: 'struct', count: counted, of };
  }
  return { ...base, name: first };
}
