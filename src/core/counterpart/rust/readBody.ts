import type { Slot } from '../declaration.ts';
import type { Node } from '../../syntax/engine.ts';
import { lineOf, type RustSource } from './readItem.ts';
import { childOf, namedChildren } from './readType.ts';
import { resultUse } from './resultUse.ts';
import type { RustCall, RustImpl, RustImport, RustLiteral, SlotAssignment } from './rustFile.ts';
import { bareName, functionAround, surroundingsOf } from './surroundings.ts';

/** A call by name: `f(…)`, `bindings::f(…)`, `f::<T>(…)`. Method calls are none. */
export function readCall(source: RustSource, node: Node): readonly RustCall[] {
  let callee = node.childForFieldName('function');
  if (callee?.type === 'generic_function') callee = callee.childForFieldName('function');
  if (callee?.type !== 'identifier' && callee?.type !== 'scoped_identifier') return [];
  const path = callee.childForFieldName('path')?.text ?? '';
  return [
    {
      name: callee.childForFieldName('name')?.text ?? callee.text,
      path: path.replace(/\s+/g, ''),
      args: namedChildren(node.childForFieldName('arguments'))
        .filter(({ type }) => !type.endsWith('comment') && type !== 'attribute_item')
        .map(({ text }) => text),
      line: lineOf(source, node.startPosition.row),
      endLine: lineOf(source, node.endPosition.row),
      inFunction: functionAround(node),
      selfType: surroundingsOf(node).selfType,
      use: resultUse(node),
    },
  ];
}

export function readLiteral(source: RustSource, node: Node): readonly RustLiteral[] {
  const type = node.childForFieldName('name');
  const body = node.childForFieldName('body');
  if (!type || !body) return [];
  const full = type.text.replace(/<[\s\S]*$/, '').replace(/\s+/g, '');
  const cut = full.lastIndexOf('::');
  return [
    {
      type: full.slice(cut < 0 ? 0 : cut + 2),
      path: cut < 0 ? '' : full.slice(0, cut),
      slots: namedChildren(body).flatMap((field): readonly Slot[] => {
        const line = lineOf(source, field.startPosition.row);
        if (field.type === 'shorthand_field_initializer')
          return [{ name: field.text, value: field.text, line }];
        if (field.type !== 'field_initializer') return [];
        const name = field.childForFieldName('field')?.text ?? '';
        return [{ name, value: field.childForFieldName('value')?.text ?? '', line }];
      }),
      hasBase: childOf(body, 'base_field_initializer') !== null,
      line: lineOf(source, node.startPosition.row),
      endLine: lineOf(source, node.endPosition.row),
    },
  ];
}

export function readSlotAssignment(source: RustSource, node: Node): readonly SlotAssignment[] {
  const left = node.childForFieldName('left');
  const name = left?.childForFieldName('field')?.text;
  if (!left || name === undefined) return [];
  return [
    {
      name,
      receiver: left.childForFieldName('value')?.text ?? '',
      value: node.childForFieldName('right')?.text ?? '',
      line: lineOf(source, node.startPosition.row),
      endLine: lineOf(source, node.endPosition.row),
      inFunction: functionAround(node),
      selfType: surroundingsOf(node).selfType,
    },
  ];
}

export function readImpl(source: RustSource, node: Node): RustImpl {
  const trait = node.childForFieldName('trait');
  return {
    trait: trait && bareName(trait.text),
    type: bareName(node.childForFieldName('type')?.text ?? ''),
    isUnsafe: node.children.some((child) => child.type === 'unsafe'),
    line: lineOf(source, node.startPosition.row),
    endLine: lineOf(source, node.endPosition.row),
  };
}

/** The names a `use` brings in, with their paths. */
export function readImports(node: Node): readonly RustImport[] {
  const argument = node.childForFieldName('argument');
  return argument ? importsOf(argument, '') : [];
}

function importsOf(node: Node, prefix: string): readonly RustImport[] {
  const join = (path: string): string => [prefix, path].filter(Boolean).join('::').replace(/\s+/g, '');
  switch (node.type) {
    case 'scoped_use_list': {
      const path = node.childForFieldName('path')?.text ?? '';
      return namedChildren(node.childForFieldName('list')).flatMap((child) => importsOf(child, join(path)));
    }
    case 'use_list':
      return namedChildren(node).flatMap((child) => importsOf(child, prefix));
    case 'use_as_clause': {
      const [first] = importsOf(node.childForFieldName('path') ?? node, prefix);
      const as = node.childForFieldName('alias')?.text;
      return first && as !== undefined ? [{ ...first, as }] : [];
    }
    case 'use_wildcard':
      return [{ name: '*', as: '*', path: join(node.text.replace(/::\s*\*$/, '')) }];
    case 'scoped_identifier': {
      const name = node.childForFieldName('name')?.text ?? '';
      return [{ name, as: name, path: join(node.childForFieldName('path')?.text ?? '') }];
    }
    case 'self': {
      const cut = prefix.lastIndexOf('::');
      const name = prefix.slice(cut < 0 ? 0 : cut + 2);
      return [{ name, as: name, path: cut < 0 ? '' : prefix.slice(0, cut) }];
    }
    case 'identifier':
      return [{ name: node.text, as: node.text, path: prefix }];
    default:
      return [];
  }
}
