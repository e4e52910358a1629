import { hash } from '../../../base/hash.ts';
import type { EntryKind } from './indexEntry.ts';
import type { IndexedFile, SymbolIndex } from './symbolIndex.ts';

/** Goes up whenever the entries mean something else: an older file is then built anew. */
const FORMAT = 'interop-review symbol index 6';
/** Files written at once. */
const PART = 128;

/**
 * An index as plain text, part by part: a line that names the format, then one JSON line per file, and after every few of
 * them a line with `#` and their hash.
 */
export function* writeIndex(index: SymbolIndex): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(`${FORMAT}\n`);
  let lines: string[] = [];
  const part = (): Uint8Array => {
    const body = lines.join('');
    lines = [];
    return encoder.encode(`${body}#${hash(body)}\n`);
  };
  for (const file of index.files()) {
    lines.push(`${lineOf(file)}\n`);
    if (lines.length >= PART) yield part();
  }
  if (lines.length > 0) yield part();
}

function lineOf({ path, version, entries }: IndexedFile): string {
  return JSON.stringify([
    path,
    version,
    entries.map(({ kind }) => kind).join(''),
    entries.map(({ name }) => name),
    entries.map(({ line }) => line),
  ]);
}

/** A kept index whose files are read when they are asked for. */
export interface KeptIndex {
  readonly paths: Iterable<string>;
  /** What it says of a file; undefined if it says nothing, or nothing that can be read. */
  file(path: string): IndexedFile | undefined;
}

/** Opens an index; undefined when it is of another format or damaged, so that it is built anew. */
export function openIndex(bytes: Uint8Array): KeptIndex | undefined {
  const text = new TextDecoder().decode(bytes);
  let at = text.indexOf('\n') + 1;
  if (text.slice(0, at) !== `${FORMAT}\n`) return undefined;
  /** By path, where the line of a file begins and ends. */
  const lines = new Map<string, readonly [number, number]>();
  for (let part = at; at < text.length;) {
    const end = text.indexOf('\n', at);
    // What was cut off has no hash at its end.
    if (end < 0) return undefined;
    if (text[at] === '#') {
      if (text.slice(at + 1, end) !== hash(text.slice(part, at))) return undefined;
      part = end + 1;
    } else {
      const path = /^\["((?:[^"\\]|\\.)*)"/.exec(text.slice(at, Math.min(end, at + MAX_PATH)))?.[1];
      if (path === undefined) return undefined;
      lines.set(path.includes('\\') ? (JSON.parse(`"${path}"`) as string) : path, [at, end]);
    }
    at = end + 1;
    if (at >= text.length && part !== at) return undefined;
  }
  return {
    paths: lines.keys(),
    file: (path) => {
      const place = lines.get(path);
      return place && readLine(text.slice(...place));
    },
  };
}

const MAX_PATH = 5000;

function readLine(line: string): IndexedFile | undefined {
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
