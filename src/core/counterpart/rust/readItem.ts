import {
  shownText,
  type AliasDeclaration,
  type ConstantDeclaration,
  type Declaration,
  type EnumDeclaration,
  type FunctionDeclaration,
  type RecordDeclaration,
  type VariableDeclaration,
} from '../declaration.ts';
import { commentAbove, commentBeside } from '../docComment.ts';
import type { Field } from '../sourceType.ts';
import type { Node } from '../../syntax/engine.ts';
import { attributesOf, type RustAttributes } from './attributes.ts';
import { abiOf, childOf, namedChildren, readRustParameters, readRustType } from './readType.ts';

/** The piece of source an item is read from. */
export interface RustSource {
  readonly path: string;
  /** 1-based file line of tree row 0. */
  readonly lineOffset: number;
  /** Lines read; `lines[0]` is `firstLine`. */
  readonly lines: readonly string[];
  readonly firstLine: number;
}

/** Item around another: an `impl`, a `trait` or an `extern` block. */
export interface Surroundings {
  readonly selfType: string | null;
  readonly trait: string | null;
  readonly foreign: boolean;
  /** ABI string of the `extern` block. */
  readonly abi: string | null;
  readonly inTrait: boolean;
}

export function lineOf(source: RustSource, row: number): number {
  return row + source.lineOffset;
}

type Shown = Pick<FunctionDeclaration, 'path' | 'line' | 'endLine' | 'text' | 'doc'> & {
  readonly language: 'rust';
};

function shown(source: RustSource, first: Node, item: Node, body: Node | null): Shown {
  const line = lineOf(source, first.startPosition.row);
  const local = (at: number): number => at - source.firstLine + 1;
  const end = body ? body.startPosition : item.endPosition;
  const lines = source.lines.slice(local(line) - 1, local(lineOf(source, end.row)));
  const last = lines.length - 1;
  // Columns of the parsed text are those of the source.
  const text = lines.map((each, index) => (index === last ? each.slice(0, end.column) : each)).join('\n');
  return {
    language: 'rust',
    path: source.path,
    line,
    endLine: lineOf(source, item.endPosition.row),
    text: shownText(text.trimStart()),
    doc: commentAbove(source.lines, local(line)),
  };
}

/** Reads one Rust item, or null if it is none of those that matter here. */
export function readItem(source: RustSource, item: Node, around: Surroundings): Declaration | null {
  const name = item.childForFieldName('name')?.text;
  if (name === undefined) return null;
  const attributes = attributesOf(item);
  switch (item.type) {
    case 'function_item':
    case 'function_signature_item':
      return functionItem(source, item, name, attributes, around);
    case 'struct_item':
    case 'union_item':
      return recordItem(source, item, name, attributes);
    case 'enum_item':
      return enumItem(source, item, name, attributes);
    case 'type_item':
      if (around.selfType !== null || around.inTrait) return null;
      return {
        ...shown(source, attributes.first, item, null),
        kind: 'alias',
        name,
        target: readRustType(item.childForFieldName('type'), null),
      } satisfies AliasDeclaration;
    case 'const_item':
      return {
        ...shown(source, attributes.first, item, null),
        kind: 'constant',
        name,
        value: item.childForFieldName('value')?.text ?? '',
        type: readRustType(item.childForFieldName('type'), around.selfType),
      } satisfies ConstantDeclaration;
    case 'static_item':
      return staticItem(source, item, name, attributes, around);
    default:
      return null;
  }
}

function functionItem(
  source: RustSource,
  item: Node,
  name: string,
  attributes: RustAttributes,
  around: Surroundings,
): FunctionDeclaration {
  const body = item.childForFieldName('body');
  const { params, variadic } = readRustParameters(item.childForFieldName('parameters'), around.selfType);
  // A bodiless `fn` outside traits can only be a foreign declaration whose block is not shown.
  const foreign = around.foreign || (!body && !around.inTrait && around.selfType === null);
  const { exported, linkName } = attributes;
  const role = foreign
    ? 'foreign'
    : exported !== null
      ? 'exported'
      : abiOf(item) !== null
        ? 'callback'
        : 'plain';
  const symbol = (foreign ? linkName : exported) ?? '';
  return {
    ...shown(source, attributes.first, item, body),
    kind: 'function',
    role,
    name,
    symbol: symbol === '' ? name : symbol,
    isStatic: false,
    params,
    returns: readRustType(item.childForFieldName('return_type'), around.selfType),
    variadic,
    abi: foreign ? around.abi : abiOf(item),
    isUnsafe: /\bunsafe\b/.test(childOf(item, 'function_modifiers')?.text ?? ''),
    generics: namedChildren(item.childForFieldName('type_parameters')).flatMap((parameter) => {
      const generic =
        parameter.childForFieldName('name') ?? (parameter.type === 'type_identifier' ? parameter : null);
      return generic && generic.type !== 'lifetime' ? [generic.text] : [];
    }),
    selfType: around.selfType,
    trait: around.trait,
    body: body && {
      line: lineOf(source, body.startPosition.row),
      endLine: lineOf(source, body.endPosition.row),
    },
  };
}

function recordItem(
  source: RustSource,
  item: Node,
  name: string,
  attributes: RustAttributes,
): RecordDeclaration {
  const body = item.childForFieldName('body');
  const tuple = body?.type === 'ordered_field_declaration_list';
  const { repr } = attributes;
  const packed = repr
    .map((word) => /^packed(?:\s*\(\s*(\d+)\s*\))?$/.exec(word))
    .find((match) => match !== null);
  return {
    ...shown(source, attributes.first, item, null),
    kind: 'record',
    name,
    union: item.type === 'union_item',
    fields: tuple ? tupleFields(source, body) : namedFields(source, body),
    packed: packed ? Number(packed[1] ?? 1) : null,
    aligned:
      repr.map((word) => /^align\s*\(\s*(.*?)\s*\)$/.exec(word)?.[1]).find((text) => text !== undefined) ??
      null,
    repr,
    tuple,
    partial: false,
    alias: attributes.alias,
  };
}

function namedFields(source: RustSource, body: Node | null): readonly Field[] {
  return namedChildren(body).flatMap((field) => {
    if (field.type !== 'field_declaration') return [];
    const attributes = attributesOf(field);
    const line = lineOf(source, field.startPosition.row);
    const local = lineOf(source, attributes.first.startPosition.row) - source.firstLine + 1;
    return [
      {
        name: field.childForFieldName('name')?.text.replace(/^r#/, '') ?? null,
        type: readRustType(field.childForFieldName('type'), null),
        bits: null,
        conditional: attributes.conditional,
        line,
        text: field.text.replace(/\s+/g, ' '),
        doc: commentAbove(source.lines, local) ?? commentBeside(source.lines[line - source.firstLine] ?? ''),
        alias: attributes.alias,
      },
    ];
  });
}

function tupleFields(source: RustSource, body: Node): readonly Field[] {
  return namedChildren(body)
    .filter(({ type }) => !/^(visibility_modifier|attribute_item|line_comment|block_comment)$/.test(type))
    .map((type, index) => ({
      name: String(index),
      type: readRustType(type, null),
      bits: null,
      conditional: false,
      line: lineOf(source, type.startPosition.row),
      text: type.text.replace(/\s+/g, ' '),
      doc: null,
      alias: null,
    }));
}

function enumItem(source: RustSource, item: Node, name: string, attributes: RustAttributes): EnumDeclaration {
  return {
    ...shown(source, attributes.first, item, null),
    kind: 'enum',
    name,
    repr: attributes.repr,
    packed: false,
    variants: namedChildren(item.childForFieldName('body')).flatMap((variant) =>
      variant.type === 'enum_variant'
        ? [
            {
              name: variant.childForFieldName('name')?.text ?? '',
              value: variant.childForFieldName('value')?.text ?? null,
              conditional: attributesOf(variant).conditional,
              payload: variant.childForFieldName('body') !== null,
              line: lineOf(source, variant.startPosition.row),
            },
          ]
        : [],
    ),
    partial: false,
  };
}

function staticItem(
  source: RustSource,
  item: Node,
  name: string,
  attributes: RustAttributes,
  around: Surroundings,
): VariableDeclaration {
  const value = item.childForFieldName('value');
  const foreign = around.foreign || !value;
  const symbol = (foreign ? attributes.linkName : attributes.exported) ?? '';
  return {
    ...shown(source, attributes.first, item, null),
    kind: 'variable',
    name,
    symbol: symbol === '' ? name : symbol,
    type: readRustType(item.childForFieldName('type'), null),
    role: foreign ? 'foreign' : attributes.exported !== null ? 'exported' : 'plain',
    isStatic: false,
    mutable: childOf(item, 'mutable_specifier') !== null,
    slots: [],
    value: value?.text ?? null,
  };
}
