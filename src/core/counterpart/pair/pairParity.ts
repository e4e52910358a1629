import type { Counterpart, Finding } from '../counterpart.ts';
import type { RustFile } from '../rust/rustFile.ts';
import { findString } from './findString.ts';
import { findSymbol } from './findFunction.ts';
import { findType } from './findType.ts';
import { innermost } from './findUse.ts';
import { isTest, type RustPlace } from './pairRust.ts';

/** How far above an annotation the name of its stream or device may stand. */
const MAX_ABOVE = 60;

/** The C twin of a migration stream, property, type name or trace event: the same string on the other side. */
export async function pairParity(place: RustPlace): Promise<readonly Finding[]> {
  // What only tests have need not be known to C, and a common name found there is chance.
  if (isTest(place)) return [];
  switch (place.annotation.pattern) {
    case 'vmstate-parity':
      return pairStream(place);
    case 'qdev-property-parity':
      return pairProperty(place);
    case 'trace-log-parity':
      return pairEvent(place);
    default:
      return pairTypeName(place);
  }
}

async function pairStream(place: RustPlace): Promise<readonly Finding[]> {
  const { annotation, file } = place;
  const own = innermost(
    file.declarations.filter(({ kind }) => kind === 'constant' || kind === 'variable'),
    annotation.line,
  );
  const around =
    own?.kind === 'constant' || own?.kind === 'variable' ? (own.value ?? '') : above(file, annotation.line);
  const name = streamName(around);
  if (name === null) return [];
  return [await findStream(name, place.text, place)];
}

/** A stream by its name; one that Rust split off (`fan/regs`) is part of C's `fan`. */
async function findStream(
  name: string,
  lines: string,
  { annotation, file, scope }: RustPlace,
): Promise<Finding> {
  const whole = await findString(name, 'c', file.path, scope, 'stream');
  const parent = name.replace(/\/.*$/, '');
  const finding =
    whole.status === 'not-found' && parent !== name
      ? await findString(parent, 'c', file.path, scope, 'stream')
      : whole;
  const field = /vmstate_\w+!\s*\(\s*[\w:]+\s*,\s*(\w+)/.exec(lines)?.[1];
  if (finding.status !== 'found' || field === undefined) return finding;
  const alias = aliasOf(field, file, annotation.line);
  return { ...finding, counterparts: finding.counterparts.map((each) => atField(each, alias)) };
}

/** The C name of a Rust field, by its `doc(alias)`. */
function aliasOf(field: string, file: RustFile, line: number): string {
  const records = file.declarations.filter((each) => each.kind === 'record' && each.line < line);
  const fields = records.flatMap((each) => (each.kind === 'record' ? each.fields : []));
  return fields.find(({ name }) => name === field)?.alias ?? field;
}

/** The line of a table that streams one field, if it is shown. */
function atField(counterpart: Counterpart, field: string): Counterpart {
  const lines = counterpart.text.split('\n');
  const at = lines.findIndex((text) => new RegExp(`\\bVMSTATE_\\w+\\(\\s*${field}\\b`).test(text));
  if (at < 0) return counterpart;
  const line = counterpart.line + at;
  return { ...counterpart, line, endLine: line, focus: line, text: (lines[at] ?? '').trim() };
}

/** The last name given in a text: `.name(c"fan")`, `name: c_str!("fan").as_ptr()`. */
function streamName(text: string): string | null {
  const names = [...text.matchAll(/\bname\s*[(:]\s*(?:c_str!\s*\(\s*)?c?"([^"]*)"/g)];
  return names.at(-1)?.[1] ?? null;
}

function above(file: RustFile, line: number): string {
  const lines: string[] = [];
  for (let at = Math.max(1, line - MAX_ABOVE); at <= line + 8; at++) lines.push(file.lines.get(at) ?? '');
  return lines.join('\n');
}

async function pairProperty({ annotation, file, scope, text }: RustPlace): Promise<readonly Finding[]> {
  const next = [1, 2, 3].map((ahead) => file.lines.get(annotation.endLine + ahead) ?? '').join('\n');
  const renamed = /rename\s*=\s*"([^"]*)"/.exec(text)?.[1];
  const macro = /define_property!\s*[({]\s*(?:c_str!\s*\(\s*)?c?"([^"]*)"/.exec(`${text}\n${next}`)?.[1];
  const field = /^\s*(?:pub(?:\([^)]*\))?\s+)?(\w+)\s*:/m.exec(next)?.[1];
  const name = renamed ?? macro ?? (/\bproperty\b/.test(text) ? field : undefined);
  return name === undefined ? [] : [await findString(name, 'c', file.path, scope, 'property')];
}

async function pairEvent({ scope, text }: RustPlace): Promise<readonly Finding[]> {
  const name = /\b(trace_\w+)/.exec(text)?.[1];
  return name === undefined ? [] : [await findSymbol(name, scope)];
}

async function pairTypeName({ annotation, file, scope, text }: RustPlace): Promise<readonly Finding[]> {
  const constant = /\b(TYPE_[A-Z0-9_]+)\b/.exec(text)?.[1];
  const literal = /c_str!\s*\(\s*"([^"]*)"|c"([^"]*)"/.exec(text);
  const name = literal?.[1] ?? literal?.[2];
  if (constant !== undefined && constant !== 'TYPE_NAME') {
    const finding = await findSymbol(constant, scope);
    if (finding.status !== 'not-found' || name === undefined) return [finding];
  }
  if (name !== undefined) return [await findString(name, 'c', file.path, scope)];
  const type =
    /qom_isa!\s*\(\s*(\w+)/.exec(text)?.[1] ??
    innermost(file.impls, annotation.line)?.type ??
    annotation.symbol;
  if (type === null || type === '') return [];
  const finding = await findType(type, file.path, scope);
  return finding.status === 'not-found' ? [] : [finding];
}
