import type { Annotation } from '../../annotate/annotation.ts';
import type { Layer } from '../../catalog/profile.ts';
import type { Finding } from '../counterpart.ts';
import type { Declaration, FunctionDeclaration, VariableDeclaration } from '../declaration.ts';
import { foreignCalls, foreignNames } from '../rust/foreignCalls.ts';
import type { RustCall, RustFile } from '../rust/rustFile.ts';
import type { SourceScope } from '../sources/createScope.ts';
import { findCallback } from './findCallback.ts';
import { findCallee, findForeign, findSymbol } from './findFunction.ts';
import { findType } from './findType.ts';
import { innermost } from './findUse.ts';
import { pairParity } from './pairParity.ts';
import { pairSlot } from './pairSlot.ts';

/** What matters of an annotation here; `layer` is null outside patches. */
export interface Spot extends Pick<Annotation, 'pattern' | 'line' | 'endLine' | 'column' | 'symbol'> {
  readonly layer: Layer | null;
}

/** A Rust annotation with what surrounds it. */
export interface RustPlace {
  readonly annotation: Spot;
  readonly file: RustFile;
  readonly scope: SourceScope;
  /** The annotated lines as they read. */
  readonly text: string;
}

/** Patterns about a type: the declaration or `impl` they stand on is what C has a twin of. */
const TYPE_PATTERNS = new Set([
  'repr-c-mirror',
  'c-enum-mapping',
  'unsafe-impl',
  'send-sync-impl',
  'embedded-size',
  'embedded-child',
  'intrusive-list',
]);
const PARITY_PATTERNS = new Set([
  'vmstate-parity',
  'qdev-property-parity',
  'qom-type-parity',
  'trace-log-parity',
]);
const SLOT_PATTERNS = new Set(['ops-struct-static', 'optional-vtable-slot', 'class-init-vtable']);
/** Evidence further away than the annotated lines is shown for so many names. */
const MAX_AROUND = 4;
/** Declarations of an `extern` block that are looked up for one annotation. */
const MAX_BLOCK = 60;

/** The C sides of a Rust annotation, nearest evidence first; none when nothing crosses there. */
export async function pairRust(place: RustPlace): Promise<readonly Finding[]> {
  const { annotation } = place;
  if (PARITY_PATTERNS.has(annotation.pattern)) {
    const found = await pairParity(place);
    if (found.length > 0) return found;
  }
  if (SLOT_PATTERNS.has(annotation.pattern)) {
    const found = await pairSlot(place);
    if (found.length > 0) return found;
  }
  if (TYPE_PATTERNS.has(annotation.pattern)) {
    const found = await pairType(place);
    if (found.length > 0) return found;
  }
  return (await pairDeclared(place)) ?? (await pairCalls(place)) ?? (await pairAround(place));
}

/** A function or static that C knows by name or by address. */
export async function pairDeclared({
  annotation,
  file,
  scope,
}: RustPlace): Promise<readonly Finding[] | null> {
  const at = file.declarations.find(
    (each): each is Declared =>
      (each.kind === 'function' || each.kind === 'variable') &&
      each.role !== 'plain' &&
      each.line <= annotation.line &&
      annotation.line <= headEnd(each) &&
      (annotation.symbol === null || each.name === annotation.symbol || !isNamed(annotation.symbol, file)),
  );
  if (at?.role === 'foreign') {
    const declared = annotation.pattern === 'handwritten-extern' ? blockOf(at, file) : [at];
    return Promise.all(declared.map((each) => findDeclared(each, scope)));
  }
  if (at?.kind === 'variable') return [await findSymbol(at.symbol, scope)];
  if (at?.kind !== 'function') return null;
  return [await findReached(at, file, scope)];
}

/** Where C reaches a Rust function: by its name, or by the address that is handed out. */
async function findReached(
  reached: FunctionDeclaration,
  file: RustFile,
  scope: SourceScope,
): Promise<Finding> {
  if (reached.role === 'callback') return findByAddress(reached, file, scope);
  const byName = await findForeign(reached, scope);
  if (byName.status !== 'not-found' || reached.role !== 'exported') return byName;
  // Exported, and yet only put into a table.
  const byAddress = await findByAddress(reached, file, scope);
  return byAddress.status === 'not-found' ? byName : byAddress;
}

/** The slot or parameter a callback is put into, also as the constant of a trait: `const REALIZE: … = Some(fan_realize)`. */
async function findByAddress(
  callback: FunctionDeclaration,
  file: RustFile,
  scope: SourceScope,
): Promise<Finding> {
  const registered = await findCallback(callback, file, scope);
  if (registered.status !== 'not-found') return registered;
  const constant = new RegExp(`\\bconst ([A-Z][A-Z0-9_]*)\\s*:[^=]*=.*\\b${callback.name}\\b`);
  for (const [line, text] of file.lines) {
    const name = constant.exec(text)?.[1];
    if (name === undefined) continue;
    const annotation = {
      pattern: '',
      line,
      endLine: line,
      column: text.indexOf(name) + 1,
      symbol: null,
      layer: null,
    };
    const [slot] = await pairSlot({ annotation, file, scope, text });
    if (slot?.status === 'found') return { ...slot, sought: callback.name };
  }
  return registered;
}

type Declared = FunctionDeclaration | VariableDeclaration;

/** That it is written by hand is asked once for all declarations of an `extern` block: for this one, then those below it. */
function blockOf(first: Declared, file: RustFile): readonly Declared[] {
  const block: Declared[] = [];
  for (const each of [...file.declarations].sort((a, b) => a.line - b.line)) {
    if (each.line < first.line) continue;
    if ((each.kind !== 'function' && each.kind !== 'variable') || each.role !== 'foreign') break;
    block.push(each);
  }
  return block.slice(0, MAX_BLOCK);
}

function findDeclared(declared: Declared, scope: SourceScope): Promise<Finding> {
  return declared.kind === 'function' ? findForeign(declared, scope) : findSymbol(declared.symbol, scope);
}

/** The lines before a function's body are about the function. */
function headEnd(declaration: Declaration): number {
  return declaration.kind === 'function' && declaration.body ? declaration.body.line : declaration.endLine;
}

function isNamed(name: string, file: RustFile): boolean {
  return file.declarations.some((each) => each.name === name);
}

/** Calls and names of C on the annotated lines themselves. */
export async function pairCalls({
  annotation,
  file,
  scope,
  text,
}: RustPlace): Promise<readonly Finding[] | null> {
  const within = file.calls.filter(
    ({ line, endLine }) => line <= annotation.endLine && endLine >= annotation.line,
  );
  const nearest = within.filter(({ line }) => line >= annotation.line);
  const calls = await foreignCalls(nearest.length > 0 ? nearest : within, file, scope);
  if (calls.length > 0) return calleesOf(calls, file, scope);
  const names = foreignNames(text, file);
  if (names.length === 0) return null;
  return Promise.all(names.slice(0, MAX_AROUND).map((name) => findName(name, file.path, scope)));
}

async function calleesOf(
  calls: readonly RustCall[],
  file: RustFile,
  scope: SourceScope,
): Promise<readonly Finding[]> {
  const distinct = [...new Map(calls.map((call) => [call.name, call])).values()];
  return Promise.all(
    distinct.map((call) => findCallee(call, scope, file.path, linesOf(file, call.line, call.endLine))),
  );
}

/** What a C name is: a symbol or a type. */
export async function findName(name: string, path: string, scope: SourceScope): Promise<Finding> {
  const symbol = await findSymbol(name, scope);
  return symbol.status === 'not-found' ? findType(name, path, scope) : symbol;
}

/** Nothing of C on the lines: the callback they stand in, the one C call of the function, the wrapped type. */
export async function pairAround({ annotation, file, scope }: RustPlace): Promise<readonly Finding[]> {
  const functions = file.declarations.filter((each): each is FunctionDeclaration => each.kind === 'function');
  const around = innermost(functions, annotation.line);
  if (around && around.role !== 'plain') {
    const find = findReached(around, file, scope);
    // What the signatures do not agree on is asked where they stand.
    return [{ ...(await find), disagreements: [] }];
  }
  const body = around ? await pairBody(around, file, scope) : [];
  if (body.length > 0) return body;
  const self = around?.selfType ?? innermost(file.impls, annotation.line)?.type ?? null;
  if (self === null) return [];
  const type = await findType(self, file.path, scope);
  // A type that C does not have is no crossing; that one was looked for says nothing.
  return type.status === 'not-found' ? [] : [weaker(type, 'same-struct')];
}

/** What a function wraps: the C functions that it calls, else the C name in its head. */
export async function pairBody(
  around: FunctionDeclaration,
  file: RustFile,
  scope: SourceScope,
): Promise<readonly Finding[]> {
  const inside = file.calls.filter(({ line }) => line >= around.line && line <= around.endLine);
  const calls = (await foreignCalls(inside, file, scope)).slice(0, MAX_AROUND);
  if (calls.length > 0) {
    const findings = await calleesOf(calls, file, scope);
    return findings.map((finding) => weaker(finding, 'body'));
  }
  const [name] = foreignNames(around.text, file);
  return name === undefined ? [] : [weaker(await findName(name, file.path, scope), 'body')];
}

function weaker(finding: Finding, rule: 'body' | 'same-struct'): Finding {
  return {
    ...finding,
    disagreements: [],
    counterparts: finding.counterparts.map((each) => ({
      ...each,
      rule,
      confidence: each.confidence === 'certain' ? ('likely' as const) : each.confidence,
    })),
  };
}

async function pairType(place: RustPlace): Promise<readonly Finding[]> {
  const { annotation, file, scope } = place;
  const impl = file.impls.find(({ line }) => line === annotation.line);
  const declared = innermost(
    file.declarations.filter(({ kind }) => kind === 'record' || kind === 'enum'),
    annotation.line,
  );
  const name = impl?.type ?? declared?.name ?? innermost(file.impls, annotation.line)?.type;
  if (name === undefined || /^[A-Z]$/.test(name)) return [];
  const finding = await findType(name, file.path, scope);
  // Only a claimed layout must have another side, and not that of a class, an object or a test.
  const claims =
    impl === undefined && declared !== null && !/\bparent(_\w+)?\s*:|ParentField/.test(declared.text);
  return finding.status === 'not-found' && (!claims || isTest(place)) ? [] : [finding];
}

/** Nothing on the C side is expected of what only tests have. */
export function isTest({ annotation, file }: RustPlace): boolean {
  return (
    annotation.layer === 'tests' ||
    /(^|\/)tests?(\/|\.rs$)/.test(file.path) ||
    file.testLines.some(([from, to]) => from <= annotation.line && annotation.line <= to)
  );
}

export function linesOf(file: RustFile, from: number, to: number): string {
  const lines: string[] = [];
  for (let line = from; line <= to; line++) lines.push(file.lines.get(line) ?? '');
  return lines.join('\n');
}
