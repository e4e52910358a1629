import type { Finding } from '../counterpart.ts';
import type { Declaration, RecordDeclaration, VariableDeclaration } from '../declaration.ts';
import { findString } from '../pair/findString.ts';
import { findUse, innermost } from '../pair/findUse.ts';
import type { SourceFile } from '../sources/fileReader.ts';
import type { SourceScope } from '../sources/createScope.ts';
import type { Cursor, Reach } from './cursor.ts';
import { atMember } from './findField.ts';
import { findSlotUse } from './findSlotUse.ts';
import { findTwin } from './findTwin.ts';
import { firstFound, type Try } from './firstFound.ts';

/** The Rust side of what a C file has at the cursor: of the name under it, of its line, of what it stands in. */
export function cAt(
  file: SourceFile,
  cursor: Cursor,
  scope: SourceScope,
  reach: Reach,
): Promise<readonly Finding[]> {
  const { word, string, text } = cursor;
  const { path } = file;
  // A struct is declared together with its typedef; its members are the struct's.
  const owner =
    innermost(
      file.declarations.filter(({ kind }) => kind !== 'alias'),
      cursor.line,
    ) ?? innermost(file.declarations, cursor.line);
  const quoted =
    string ??
    /\bDEFINE_PROP\w*\s*\(\s*"([^"]+)"|\.\s*name\s*=\s*"([^"]+)"/
      .exec(text)
      ?.slice(1)
      .find((each) => each);
  const own = file.declarations.some((each) => each.name === word);
  return firstFound([
    ...(quoted === undefined
      ? []
      : [
          {
            find: async () => [await findString(quoted, 'rust', path, scope, kindOf(owner))],
            must: string !== null,
          },
        ]),
    ...(owner?.kind === 'record' ? memberTries(owner, cursor, path, scope) : []),
    ...(owner?.kind === 'variable' ? tableTries(owner, cursor, path, scope) : []),
    ...(word === '' || word === owner?.name ? [] : nameTries(word, path, own, scope)),
    ...(owner && (reach === 'around' || word === owner.name) ? ownerTries(owner, path, scope) : []),
  ]);
}

/** What a string in a table names. */
function kindOf(owner: Declaration | null): 'stream' | 'property' | null {
  const type =
    owner?.kind === 'variable' && owner.type.kind === 'array'
      ? owner.type.of
      : owner?.kind === 'variable'
        ? owner.type
        : null;
  if (type?.kind !== 'name') return null;
  return type.name === 'VMStateDescription' ? 'stream' : type.name === 'Property' ? 'property' : null;
}

function nameTries(word: string, path: string, own: boolean, scope: SourceScope): readonly Try[] {
  return [
    { find: async () => [await findUse(word, scope)] },
    ...(own ? [{ find: async () => [await findTwin(word, path, 'rust', scope)] }] : []),
  ];
}

function ownerTries(owner: Declaration, path: string, scope: SourceScope): readonly Try[] {
  const names =
    owner.kind === 'invocation' ? owner.args.filter((arg) => /^[A-Za-z_]\w*$/.test(arg)) : [owner.name];
  return names.flatMap((name) => [
    { find: async () => [await findUse(name, scope)], must: true },
    { find: async () => [await findTwin(name, path, 'rust', scope)] },
  ]);
}

/** A member of a struct: where Rust fills the slot, or the Rust struct at its field. */
function memberTries(
  record: RecordDeclaration,
  { word }: Cursor,
  path: string,
  scope: SourceScope,
): readonly Try[] {
  const field = record.fields.find(({ name }) => name === word);
  if (!field) return [];
  const { type } = field;
  // A slot may be of a named function type, whose name says nothing here.
  const mayBeSlot =
    (type.kind === 'name' && /^[A-Z]/.test(type.name)) ||
    (type.kind === 'pointer' && type.to.kind === 'function');
  return [
    ...(mayBeSlot ? [{ find: async () => [await findSlotUse(record.name, word, path, scope)] }] : []),
    {
      find: async () => {
        const finding = await findUse(record.name, scope);
        const counterparts = finding.counterparts.map((each) => atMember(each, [word], scope));
        return [{ ...finding, counterparts: await Promise.all(counterparts) }];
      },
    },
  ];
}

/** A line of a table: the slot it fills, or the migration stream it belongs to. */
function tableTries(
  table: VariableDeclaration,
  { word, text, column }: Cursor,
  path: string,
  scope: SourceScope,
): readonly Try[] {
  const type = table.type.kind === 'name' ? table.type.name : '';
  const slot = /\.\s*$/.test(text.slice(0, column - 1)) ? word : undefined;
  const stream =
    type === 'VMStateDescription' ? /\.\s*name\s*=\s*"([^"]*)"/.exec(table.value ?? '')?.[1] : undefined;
  return [
    ...(slot === undefined || type === '' || stream !== undefined
      ? []
      : [{ find: async () => [await findSlotUse(type, slot, path, scope)] }]),
    ...(stream === undefined ? [] : [{ find: () => findStream(stream, text, path, scope), must: true }]),
  ];
}

async function findStream(
  name: string,
  line: string,
  path: string,
  scope: SourceScope,
): Promise<readonly Finding[]> {
  const finding = await findString(name, 'rust', path, scope, 'stream');
  const field = /\bVMSTATE_\w+\s*\(\s*(?:\w+\.)*(\w+)/.exec(line)?.[1];
  if (field === undefined) return [finding];
  const counterparts = finding.counterparts.map((each) => {
    const at = each.text.split('\n').findIndex((text) => new RegExp(`\\b${field}\\b`).test(text));
    return at < 0 ? each : { ...each, focus: each.line + at };
  });
  return [{ ...finding, counterparts }];
}
