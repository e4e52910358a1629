import {
  shownText,
  type AliasDeclaration,
  type ConstantDeclaration,
  type Declaration,
  type EnumDeclaration,
  type FunctionDeclaration,
  type MacroDeclaration,
  type RecordDeclaration,
  type VariableDeclaration,
} from '../declaration.ts';
import { commentAbove } from '../docComment.ts';
import type { SourceType } from '../sourceType.ts';
import { withoutAttributes, type CAttributes } from './attributes.ts';
import { readDeclarator } from './declarator.ts';
import { readInitialiser } from './readInitialiser.ts';
import { readEnumerators, readFields, type CSource } from './readMembers.ts';
import type { CMacro } from './define.ts';
import { scanC, type CPiece, type CScan } from './scanC.ts';
import { readSpecifiers, type SpecifierBody } from './specifiers.ts';
import { joined, splitTokens, subTokens, tokensOf, CTokens, type CToken } from './tokens.ts';

/**
 * Reads the declarations of a C file or of a part of one. `firstLine` is the 1-based line of the text's first line.
 * What is no declaration (statements of a function seen in part) is passed over.
 */
export function readC(path: string, text: string, firstLine = 1): readonly Declaration[] {
  const declarations = readScanned({ path, text, lines: text.split('\n') }, scanC(text));
  return firstLine === 1 ? declarations : declarations.map((each) => moved(each, firstLine - 1));
}

/** Reads what a scan found; only the declarations on `lines` (1-based) if given. */
export function readScanned(source: CSource, scan: CScan, lines?: readonly number[]): readonly Declaration[] {
  const wanted = ({ line, endLine }: { readonly line: number; readonly endLine: number }): boolean =>
    !lines || lines.some((each) => each >= line && each <= endLine);
  return [
    ...scan.pieces.filter(wanted).flatMap((piece) => readPiece(source, piece)),
    ...scan.macros.filter(wanted).map((macro) => macroDeclaration(source, macro)),
  ].sort((a, b) => a.line - b.line);
}

function moved(declaration: Declaration, by: number): Declaration {
  const place = { line: declaration.line + by, endLine: declaration.endLine + by };
  switch (declaration.kind) {
    case 'function': {
      const { body } = declaration;
      return { ...declaration, ...place, body: body && { line: body.line + by, endLine: body.endLine + by } };
    }
    case 'record':
      return {
        ...declaration,
        ...place,
        fields: declaration.fields.map((field) => ({ ...field, line: field.line + by })),
      };
    case 'enum':
      return {
        ...declaration,
        ...place,
        variants: declaration.variants.map((variant) => ({ ...variant, line: variant.line + by })),
      };
    case 'variable':
      return {
        ...declaration,
        ...place,
        slots: declaration.slots.map((slot) => ({ ...slot, line: slot.line + by })),
      };
    default:
      return { ...declaration, ...place };
  }
}

type Shown = Pick<FunctionDeclaration, 'path' | 'line' | 'endLine' | 'text' | 'doc'> & {
  readonly language: 'c';
};

function shown(source: CSource, start: number, end: number, line: number, endLine: number): Shown {
  return {
    language: 'c',
    path: source.path,
    line,
    endLine,
    text: shownText(source.text.slice(start, end)),
    doc: commentAbove(source.lines, line),
  };
}

function readPiece(source: CSource, piece: CPiece): readonly Declaration[] {
  const headEnd = piece.bodyStart < 0 ? piece.end : piece.bodyStart;
  const all = withoutFinalSemicolon(tokensOf(source.text, piece.start, headEnd, piece.line));
  const place = shown(source, piece.start, headEnd, piece.line, piece.endLine);
  const { tokens: plain, attributes } = withoutAttributes(all);
  const tokens = subTokens(plain);
  const specifiers = readSpecifiers(tokens);
  if (!specifiers) return [];
  const { type, storage, body, isConst } = specifiers;
  const found: Declaration[] = [];
  if (tokens.peek().kind === 'end') {
    if (body) found.push(bodyDeclaration(source, place, body, body.name ?? '', attributes));
    else if (type.kind === 'unknown') found.push(...invocation(place, all));
    else if (type.kind === 'name' && type.tag !== null && type.tag !== 'enum')
      found.push(forwardRecord(place, type.name, type.tag === 'union'));
    return found.filter(({ kind, name }) => name !== '' || kind === 'enum');
  }
  if (body && body.name !== null) found.push(bodyDeclaration(source, place, body, body.name, attributes));
  do {
    const declarator = readDeclarator(tokens);
    const { name } = declarator;
    const value = tokens.take('=') ? restOfInitialiser(tokens) : null;
    if (name === null) continue;
    if (storage.has('typedef')) {
      const anonymous = body !== null && body.name === null;
      const target = declarator.wrap(type, isConst);
      if (anonymous && target.kind === 'unknown')
        found.push(bodyDeclaration(source, place, body, name, attributes));
      else found.push({ ...place, kind: 'alias', name, target } satisfies AliasDeclaration);
      continue;
    }
    const declared = declarator.wrap(type, isConst);
    if (declared.kind === 'function') found.push(functionDeclaration(place, piece, name, declared, storage));
    else if (piece.bodyStart < 0) found.push(variable(place, name, declared, storage, isConst, value));
  } while (tokens.take(','));
  return found;
}

function withoutFinalSemicolon(tokens: readonly CToken[]): readonly CToken[] {
  return tokens.at(-2)?.text === ';' ? [...tokens.slice(0, -2), ...tokens.slice(-1)] : tokens;
}

function restOfInitialiser(tokens: CTokens): readonly CToken[] {
  const value: CToken[] = [];
  while (!tokens.atEnd() && !tokens.is(',')) {
    if (tokens.is('{') || tokens.is('(')) {
      const from = tokens.at;
      tokens.group();
      value.push(...tokens.all.slice(from, tokens.at));
    } else value.push(tokens.next());
  }
  return value;
}

function functionDeclaration(
  place: Shown,
  piece: CPiece,
  name: string,
  type: Extract<SourceType, { kind: 'function' }>,
  storage: ReadonlySet<string>,
): FunctionDeclaration {
  const hasBody = piece.bodyStart >= 0;
  return {
    ...place,
    kind: 'function',
    role: hasBody ? 'definition' : 'prototype',
    name,
    symbol: name,
    isStatic: storage.has('static'),
    params: type.params,
    returns: type.returns,
    variadic: type.variadic,
    abi: 'C',
    isUnsafe: false,
    generics: [],
    selfType: null,
    trait: null,
    body: hasBody ? { line: piece.bodyLine, endLine: piece.endLine } : null,
  };
}

function variable(
  place: Shown,
  name: string,
  type: SourceType,
  storage: ReadonlySet<string>,
  isConst: boolean,
  value: readonly CToken[] | null,
): VariableDeclaration {
  return {
    ...place,
    kind: 'variable',
    name,
    symbol: name,
    type,
    role: storage.has('extern') && value === null ? 'declaration' : 'definition',
    isStatic: storage.has('static'),
    mutable: !isConst,
    slots: value ? readInitialiser(value) : [],
    value: value && joined(value),
  };
}

function bodyDeclaration(
  source: CSource,
  place: Shown,
  body: SpecifierBody,
  name: string,
  attributes: CAttributes,
): RecordDeclaration | EnumDeclaration {
  if (body.tag === 'enum')
    return {
      ...place,
      kind: 'enum',
      name,
      repr: [],
      packed: attributes.packed,
      variants: readEnumerators(body.tokens),
      partial: !body.closed,
    };
  return {
    ...place,
    kind: 'record',
    name,
    union: body.tag === 'union',
    fields: readFields(source, body.tokens),
    packed: attributes.packed ? 1 : null,
    aligned: attributes.aligned,
    repr: [],
    tuple: false,
    partial: !body.closed,
    alias: null,
  };
}

function forwardRecord(place: Shown, name: string, union: boolean): RecordDeclaration {
  return {
    ...place,
    kind: 'record',
    name,
    union,
    fields: [],
    packed: null,
    aligned: null,
    repr: [],
    tuple: false,
    partial: true,
    alias: null,
  };
}

function invocation(place: Shown, tokens: readonly CToken[]): readonly Declaration[] {
  const reader = new CTokens(tokens);
  const name = reader.next().text;
  if (!reader.is('(')) return [];
  return [{ ...place, kind: 'invocation', name, args: splitTokens(reader.group(), ',').map(joined) }];
}

function macroDeclaration(source: CSource, macro: CMacro): ConstantDeclaration | MacroDeclaration {
  const place = shown(source, macro.start, macro.start, macro.line, macro.endLine);
  const text = shownText(source.lines.slice(macro.line - 1, macro.endLine).join('\n'));
  if (macro.params)
    return { ...place, text, kind: 'macro', name: macro.name, params: macro.params, value: macro.value };
  return { ...place, text, kind: 'constant', name: macro.name, value: macro.value, type: null };
}
