import { withoutAttributes } from '../c/attributes.ts';
import { readDeclarator } from '../c/declarator.ts';
import { scanC, type CPiece } from '../c/scanC.ts';
import { readSpecifiers } from '../c/specifiers.ts';
import { unglued } from '../c/unglued.ts';
import { splitTokens, subTokens, tokensOf, type CToken } from '../c/tokens.ts';
import type { SourceType } from '../sourceType.ts';
import type { EntryKind, FileEntry } from './indexEntry.ts';

/** A declaration's head is read up to this length; what is longer is data. */
const MAX_HEAD = 4000;

/** Names declared in a C file, without reading bodies. */
export function cNames(written: string): readonly FileEntry[] {
  const text = unglued(written);
  const entries: FileEntry[] = [];
  const { pieces, macros } = scanC(text);
  for (const piece of pieces) pieceNames(text, piece, entries);
  for (const { name, line, value, params } of macros) {
    if (value !== '' || params !== null) entries.push({ kind: 'm', name, line });
    const text = /^"([^"\\]+)"$/.exec(value)?.[1];
    if (text !== undefined) entries.push({ kind: 'q', name: text, line });
  }
  return entries;
}

function pieceNames(text: string, piece: CPiece, entries: FileEntry[]): void {
  const add = (kind: EntryKind, name: string | null, line = piece.line): void => {
    if (name !== null) entries.push({ kind, name, line });
  };
  const tokens = subTokens(withoutAttributes(headTokens(text, piece)).tokens);
  const specifiers = readSpecifiers(tokens);
  if (!specifiers) return;
  const { type, storage } = specifiers;
  const isFunction = piece.bodyStart >= 0;
  const hasBraces = piece.braceStart >= 0 && !isFunction;
  const tag = tagOf(type);
  const body = hasBraces
    ? text.slice(piece.braceStart, Math.min(piece.braceEnd, piece.braceStart + 200_000))
    : '';
  if (tokens.atEnd()) {
    if (type.kind === 'unknown' && tag === null) invocationNames(text, piece, add);
    else if (type.kind === 'name' && tag === 'enum') add('e', type.name);
    else if (type.kind === 'name' && tag !== null) add(hasBraces ? 'r' : 'w', type.name);
  } else {
    if (
      type.kind === 'name' &&
      tag !== null &&
      hasBraces &&
      !storage.has('static') &&
      !headText(text, piece).includes('=')
    )
      add(tag === 'enum' ? 'e' : 'r', type.name);
    do {
      const declarator = readDeclarator(tokens);
      const declared: SourceType = declarator.wrap(type, false);
      if (storage.has('typedef')) add('a', declarator.name);
      else if (declared.kind === 'function')
        add(storage.has('static') ? 's' : isFunction ? 'd' : 'f', declarator.name);
      else if (!isFunction) add('g', declarator.name);
      if (tokens.is('=')) break;
    } while (tokens.take(','));
  }
  if (hasBraces) innerNames(body, tag, piece, text, add);
}

/** Keyword of a struct, union or enum, also of one without a name. */
function tagOf(type: SourceType): 'struct' | 'union' | 'enum' | null {
  if (type.kind === 'name') return type.tag;
  const keyword = type.kind === 'unknown' ? /^(struct|union|enum) \{/.exec(type.text)?.[1] : undefined;
  return (keyword as 'struct' | 'union' | 'enum' | undefined) ?? null;
}

function headText(text: string, piece: CPiece): string {
  return text.slice(piece.start, piece.braceStart);
}

/** Tokens of a declaration without what stands in its braces. */
function headTokens(text: string, piece: CPiece): readonly CToken[] {
  const end = Math.min(piece.braceStart < 0 ? piece.end : piece.braceStart, piece.start + MAX_HEAD);
  const head = tokensOf(text, piece.start, end, piece.line).slice(0, -1);
  if (piece.braceStart < 0 || piece.bodyStart >= 0) return withoutSemicolon(head);
  const tail = tokensOf(text, piece.braceEnd, Math.min(piece.end, piece.braceEnd + MAX_HEAD), piece.endLine);
  return withoutSemicolon([...head, ...tail.slice(0, -1)]);
}

function withoutSemicolon(tokens: readonly CToken[]): readonly CToken[] {
  return tokens.at(-1)?.text === ';' ? tokens.slice(0, -1) : tokens;
}

/** The types that `OBJECT_DECLARE_TYPE(Foo, FooClass, FOO)` and its kind declare. */
function invocationNames(
  text: string,
  piece: CPiece,
  add: (kind: EntryKind, name: string | null) => void,
): void {
  const tokens = subTokens(
    tokensOf(text, piece.start, Math.min(piece.end, piece.start + MAX_HEAD), piece.line),
  );
  const macro = tokens.next().text;
  if (!/DECLARE|DEFINE|EXPORT|TYPE/.test(macro) || !tokens.is('(')) return;
  for (const [word, ...rest] of splitTokens(tokens.group(), ','))
    if (word?.kind === 'word' && rest.length === 0) add('i', word.text);
}

/** Structs that exist for their callbacks; members of a named type are taken for slots there. */
const CALLBACK_STRUCT = /\w(?:Class|Ops|Operations|Driver|Info|Phases|_ops|_operations|_driver)\b/;
const NAMED_SLOT = /^[ \t]*[A-Z]\w*[a-z]\w*\s+\*?([a-z]\w*)\s*;/gm;
const POINTER_SLOT = /\(\s*\*\s*(?:const\s+)?([A-Za-z_]\w*)\s*\)\s*\(/g;
const STRING = /(?:\.name\s*=\s*|\bDEFINE_PROP_\w+\s*\(\s*)"([^"\n]+)"/g;

/** Names within the braces: enumerators, slots, or strings of a table. */
function innerNames(
  body: string,
  tag: 'struct' | 'union' | 'enum' | null,
  piece: CPiece,
  text: string,
  add: (kind: EntryKind, name: string | null, line?: number) => void,
): void {
  const addAll = (kind: EntryKind, pattern: RegExp, within = body): void => {
    const lineAt = lineCounter(text, piece);
    for (const match of within.matchAll(pattern)) add(kind, match[1] ?? null, lineAt(match.index));
  };
  const head = headText(text, piece);
  if (head.includes('=')) addAll('q', STRING);
  else if (tag === 'enum') {
    const blank = (comment: string): string => comment.replace(/[^\n]/g, ' ');
    const plain = body.replace(/\/\*[\s\S]*?\*\/|\/\/.*|^\s*#.*/gm, blank);
    addAll('v', /(?<=[,{]\s*)([A-Za-z_]\w*)/g, plain);
  } else {
    addAll('k', POINTER_SLOT);
    if (CALLBACK_STRUCT.test(head) || CALLBACK_STRUCT.test(text.slice(piece.braceEnd, piece.end)))
      addAll('k', NAMED_SLOT);
  }
}

/** 1-based line of an offset into the braces; offsets must not go back. */
function lineCounter(text: string, piece: CPiece): (offset: number) => number {
  let at = piece.start;
  let line = piece.line;
  return (offset) => {
    const target = piece.braceStart + offset;
    for (let next = text.indexOf('\n', at); next >= 0 && next < target; next = text.indexOf('\n', at)) {
      line++;
      at = next + 1;
    }
    return line;
  };
}
