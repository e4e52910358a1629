import type { Finding } from '../counterpart.ts';
import type { Declaration, FunctionDeclaration } from '../declaration.ts';
import { findSymbol } from '../pair/findFunction.ts';
import { findString } from '../pair/findString.ts';
import { findType } from '../pair/findType.ts';
import { innermost } from '../pair/findUse.ts';
import { pairParity } from '../pair/pairParity.ts';
import { findName, pairAround, pairCalls, pairDeclared, type RustPlace } from '../pair/pairRust.ts';
import { pairSlot } from '../pair/pairSlot.ts';
import { foreignCalls, foreignNames } from '../rust/foreignCalls.ts';
import type { RustFile } from '../rust/rustFile.ts';
import type { SourceScope } from '../sources/createScope.ts';
import type { Cursor, Reach } from './cursor.ts';
import { findField } from './findField.ts';
import { findTwin } from './findTwin.ts';
import { findWrapped } from './findWrapped.ts';
import { firstFound, type Try } from './firstFound.ts';

/** The C side of what a Rust file has at the cursor: of the name under it, of its line, of what it stands in. */
export function rustAt(
  file: RustFile,
  cursor: Cursor,
  scope: SourceScope,
  reach: Reach,
): Promise<readonly Finding[]> {
  const { word, line } = cursor;
  const at = placeOf(file, cursor, scope);
  const declared = file.declarations.find(
    (each) => each.name === word && each.line <= line && line <= each.endLine,
  );
  const isItem = declared?.kind === 'function' || declared?.kind === 'record' || declared?.kind === 'enum';
  const around = innermost(
    file.declarations.filter((each): each is FunctionDeclaration => each.kind === 'function'),
    line,
  );
  const twin = around?.role === 'plain' ? around : null;
  const aroundTries: readonly Try[] = [
    { find: async () => (await pairDeclared(at)) ?? [], must: true },
    { find: async () => (await pairCalls(at)) ?? [], must: true },
    { find: async () => (twin ? [await findTwin(twin.name, file.path, 'c', scope)] : []) },
    { find: () => pairAround(at), must: true },
  ];
  return firstFound([
    ...parityTries(file, cursor, at),
    { find: async () => (word === '' || isItem ? [] : slotsAt(at)) },
    ...(declared ? declaredTries(declared, cursor, file, scope) : []),
    { find: () => foreignName(file, cursor, scope), must: true },
    ...(declared ? [] : namedTries(cursor, file, scope)),
    ...(reach === 'word' && !declared ? [] : aroundTries),
  ]);
}

function placeOf(
  file: RustFile,
  { line, column, text }: Cursor,
  scope: SourceScope,
  pattern = '',
): RustPlace {
  return {
    annotation: { pattern, line, endLine: line, column, symbol: null, layer: null },
    file,
    scope,
    text,
  };
}

/** Lines of a property, a migration stream, a type's name or a trace event say the same as their C twin. */
function parityTries(file: RustFile, cursor: Cursor, { scope }: RustPlace): readonly Try[] {
  const { text, string, line, word } = cursor;
  const parity = (pattern: string, on = cursor): Try => ({
    find: () => pairParity(placeOf(file, on, scope, pattern)),
  });
  const above = file.lines.get(line - 1) ?? '';
  const property = /#\[property\b|define_property!/;
  const owner = innermost(file.declarations, line);
  const isStream = owner?.kind === 'constant' && owner.text.split('\n', 2).join(' ').includes('VMState');
  return [
    ...(property.test(text) ? [parity('qdev-property-parity')] : []),
    ...(property.test(above)
      ? [parity('qdev-property-parity', { ...cursor, text: above, line: line - 1 })]
      : []),
    ...(/\bvmstate_\w+!/.test(text) || isStream ? [parity('vmstate-parity')] : []),
    ...(string === null || string === ''
      ? []
      : [{ find: async () => [await findString(string, 'c', file.path, scope)], must: true }]),
    ...(word.startsWith('trace_') ? [{ find: async () => [await findSymbol(word, scope)], must: true }] : []),
    ...(/\bqom_isa!|\bTYPE_NAME\b/.test(text) ? [parity('qom-type-parity')] : []),
  ];
}

/** A slot only where its struct is known: that some struct has one of this name says little in ordinary code. */
async function slotsAt(place: RustPlace): Promise<readonly Finding[]> {
  const findings = await pairSlot(place);
  return findings.filter(({ counterparts }) =>
    counterparts.every(({ rule, confidence }) => rule === 'same-slot' && confidence === 'certain'),
  );
}

function declaredTries(
  declared: Declaration,
  { word, line }: Cursor,
  file: RustFile,
  scope: SourceScope,
): readonly Try[] {
  switch (declared.kind) {
    case 'record':
    case 'enum':
      return [
        { find: async () => [await findType(word, file.path, scope)], must: declared.repr.length > 0 },
        { find: async () => [await findTwin(word, file.path, 'c', scope)] },
      ];
    case 'function':
      return declared.role === 'plain' ? [{ find: () => findWrapped(declared, file, scope) }] : [];
    default:
      return line === declared.line
        ? [
            { find: async () => [await findName(word, file.path, scope)] },
            { find: async () => [await findTwin(word, file.path, 'c', scope)] },
          ]
        : [];
  }
}

/** A name that this line takes from C. */
async function foreignName(
  file: RustFile,
  { word, text, line }: Cursor,
  scope: SourceScope,
): Promise<readonly Finding[]> {
  if (word === '') return [];
  const calls = file.calls.filter((call) => call.name === word && call.line <= line && line <= call.endLine);
  const isForeign =
    foreignNames(text, file).includes(word) || (await foreignCalls(calls, file, scope)).length > 0;
  const imported = file.imports.find(({ as }) => as === word);
  return isForeign ? [await findName(imported?.name ?? word, file.path, scope)] : [];
}

/** A name that is not declared here: a type, a constant, a field, or a function that wraps something of C. */
function namedTries(cursor: Cursor, file: RustFile, scope: SourceScope): readonly Try[] {
  const { word, line } = cursor;
  if (word === '') return [];
  const record = innermost(
    file.declarations.filter(({ kind }) => kind === 'record' || kind === 'enum'),
    line,
  );
  const isType = /^[A-Z]\w*[a-z]/.test(word);
  return [
    ...(record ? [{ find: () => findField(record, word, file.path, scope) }] : []),
    ...(isType ? [{ find: () => typeNamed(word, file.path, scope) }] : []),
    ...(/^[A-Z][A-Z0-9_]{2,}$/.test(word) ? [{ find: async () => [await findSymbol(word, scope)] }] : []),
    ...(isType ? [] : [{ find: () => findWrapped({ name: word }, file, scope) }]),
  ];
}

/** A type that this project declares in Rust; others share their names by chance. */
async function typeNamed(name: string, path: string, scope: SourceScope): Promise<readonly Finding[]> {
  const declared = await scope.find('rust', name);
  return declared.length > 0 ? [await findType(name, path, scope)] : [];
}
