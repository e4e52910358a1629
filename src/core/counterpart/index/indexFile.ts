import { hash } from '../../../base/hash.ts';
import type { EntryKind } from './indexEntry.ts';
import { SymbolIndex } from './symbolIndex.ts';

/** Goes up whenever the entries mean something else: an older file is then built anew. */
const FORMAT = 'interop-review symbol index 4';

/** An index as plain text: a line with the format and a hash of the rest, then one JSON line per file. */
export function writeIndex(index: SymbolIndex): Uint8Array {
  const lines: string[] = [];
  for (const { path, version, entries } of index.files())
    lines.push(
      JSON.stringify([
        path,
        version,
        entries.map(({ kind }) => kind).join(''),
        entries.map(({ name }) => name),
        entries.map(({ line }) => line),
      ]),
    );
  const body = `${lines.join('\n')}\n`;
  return new TextEncoder().encode(`${FORMAT} ${hash(body)}\n${body}`);
}

/** Reads an index; undefined when it is of another format or damaged, so that it is built anew. */
export function readIndex(bytes: Uint8Array): SymbolIndex | undefined {
  const text = new TextDecoder().decode(bytes);
  const end = text.indexOf('\n') + 1;
  const body = text.slice(end);
  if (text.slice(0, end) !== `${FORMAT} ${hash(body)}\n`) return undefined;
  const index = new SymbolIndex();
  const lines = body.split('\n').slice(0, -1);
  for (const line of lines) {
    const file = readLine(line);
    if (!file) return undefined;
    index.set(file);
  }
  return index;
}

function readLine(line: string): Parameters<SymbolIndex['set']>[0] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (!Array.isArray(value)) return undefined;
  const [path, version, kinds, names, places] = value as readonly unknown[];
  if (typeof path !== 'string' || typeof version !== 'string' || typeof kinds !== 'string') return undefined;
  if (!Array.isArray(names) || !Array.isArray(places)) return undefined;
  if (names.length !== kinds.length || places.length !== kinds.length) return undefined;
  const isGood =
    names.every((name) => typeof name === 'string') && places.every((at) => Number.isSafeInteger(at));
  if (!isGood || !/^[a-zA-Z]*$/.test(kinds)) return undefined;
  const entries = names.map((name: string, at) => ({
    kind: kinds[at] as EntryKind,
    name,
    line: places[at] as number,
  }));
  return { path, version, entries };
}
