import { readUnitSet, readUnit, type UnitSet } from './unitSet.ts';
import type { Expression } from './syntax.ts';

/**
 * Reads a regular expression that `RegExp` accepts without flags. Throws an Error with a plain sentence for what cannot be
 * searched in linear time, or is not understood: looking behind, and references back.
 */
export function parseExpression(source: string): Expression {
  const reader: Reader = { source, at: 0 };
  const read = readChoice(reader);
  if (reader.at < source.length) throw new Error(`${JSON.stringify(rest(reader))} is not understood.`);
  return read;
}

interface Reader {
  readonly source: string;
  at: number;
}

function readChoice(reader: Reader): Expression {
  const parts = [readSequence(reader)];
  while (take(reader, '|')) parts.push(readSequence(reader));
  return parts.length === 1 && parts[0] ? parts[0] : { kind: 'choice', parts };
}

function readSequence(reader: Reader): Expression {
  const parts: Expression[] = [];
  while (reader.at < reader.source.length && !/^[|)]/.test(rest(reader)))
    parts.push(readRepeats(reader, readAtom(reader)));
  return { kind: 'sequence', parts };
}

function readAtom(reader: Reader): Expression {
  for (const [text, at] of PLACES) if (take(reader, text)) return { kind: 'place', at };
  if (take(reader, '.')) return { kind: 'set', fits: (unit) => !LINE_ENDS.has(unit) };
  if (take(reader, '(')) return readGroup(reader);
  return { kind: 'set', fits: readSet(reader) };
}

const PLACES = [
  ['^', 'start'],
  ['$', 'end'],
  [String.raw`\b`, 'word-edge'],
  [String.raw`\B`, 'no-word-edge'],
] as const;
const LINE_ENDS: ReadonlySet<number> = new Set([10, 13, 0x2028, 0x2029]);

function readSet(reader: Reader): UnitSet {
  const { source, at } = reader;
  const { fits, end } = source.startsWith('[', at) ? readUnitSet(source, at) : readUnit(source, at);
  reader.at = end;
  return fits;
}

function readGroup(reader: Reader): Expression {
  if (/^\?<[=!]/.test(rest(reader)))
    throw new Error('Looking behind, (?<=…) or (?<!…), is not possible here.');
  const [opening = '', name] = /^\?(?:[:=!]|<(\w+)>)/.exec(rest(reader)) ?? [];
  reader.at += opening.length;
  const inner = readChoice(reader);
  if (!take(reader, ')')) throw new Error('A group is not closed.');
  if (name !== undefined) return { kind: 'group', name, inner };
  if (opening !== '?=' && opening !== '?!') return inner;
  return { kind: 'ahead', negated: opening === '?!', inner };
}

function readRepeats(reader: Reader, inner: Expression): Expression {
  const [whole = '', sign, least, comma, most, lazy] =
    /^(?:([*+?])|\{(\d+)(,)?(\d+)?\})(\?)?/.exec(rest(reader)) ?? [];
  if (whole === '') return inner;
  reader.at += whole.length;
  const greedy = lazy === undefined;
  if (sign !== undefined)
    return { kind: 'repeat', inner, least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Infinity, greedy };
  const from = Number(least);
  const to = most !== undefined ? Number(most) : comma === undefined ? from : Infinity;
  return { kind: 'repeat', inner, least: from, most: to, greedy };
}

function take(reader: Reader, text: string): boolean {
  if (!reader.source.startsWith(text, reader.at)) return false;
  reader.at += text.length;
  return true;
}

function rest({ source, at }: Reader): string {
  return source.slice(at);
}
