import { named, VOID, type Parameter, type SourceType } from '../sourceType.ts';
import type { Node } from '../../syntax/engine.ts';

/** Reads a Rust type. `selfType` stands for `Self`; null leaves it unknown. */
export function readRustType(node: Node | null, selfType: string | null): SourceType {
  if (!node) return VOID;
  const inner = (child: Node | null): SourceType => readRustType(child, selfType);
  switch (node.type) {
    case 'primitive_type':
      return named(node.text);
    case 'type_identifier':
    case 'identifier':
      if (node.text === 'Self') return selfType === null ? unknown(node) : named(selfType);
      return named(node.text);
    case 'scoped_type_identifier':
    case 'scoped_identifier': {
      const path = node.childForFieldName('path');
      const name = node.childForFieldName('name')?.text ?? '';
      if (!path || path.type === 'bracketed_type' || path.type === 'generic_type') return unknown(node);
      return named(name, path.text.replace(/\s+/g, ''));
    }
    case 'generic_type': {
      const type = inner(node.childForFieldName('type'));
      const args = node.childForFieldName('type_arguments');
      if (type.kind !== 'name') return unknown(node);
      return { ...type, args: namedChildren(args).filter(isType).map(inner) };
    }
    case 'pointer_type':
      return {
        kind: 'pointer',
        to: inner(node.childForFieldName('type')),
        readOnly: !hasChild(node, 'mutable_specifier'),
        form: 'raw',
      };
    case 'reference_type':
      return {
        kind: 'pointer',
        to: inner(node.childForFieldName('type')),
        readOnly: !hasChild(node, 'mutable_specifier'),
        form: 'reference',
      };
    case 'array_type':
      return {
        kind: 'array',
        of: inner(node.childForFieldName('element')),
        length: node.childForFieldName('length')?.text ?? null,
      };
    case 'unit_type':
    case 'never_type':
      return VOID;
    case 'function_type': {
      const { params, variadic } = readRustParameters(node.childForFieldName('parameters'), selfType);
      const returns = inner(node.childForFieldName('return_type'));
      return { kind: 'function', params, returns, variadic, abi: abiOf(node) };
    }
    default:
      return unknown(node);
  }
}

function unknown(node: Node): SourceType {
  return { kind: 'unknown', text: node.text };
}

function isType(node: Node): boolean {
  return node.type !== 'lifetime' && !node.type.endsWith('literal') && node.type !== 'block';
}

/** Parameters of a function or function pointer; `self` is left out. */
export function readRustParameters(
  node: Node | null,
  selfType: string | null,
): { readonly params: readonly Parameter[]; readonly variadic: boolean } {
  const params: Parameter[] = [];
  let variadic = false;
  for (const child of namedChildren(node))
    switch (child.type) {
      case 'self_parameter':
      case 'attribute_item':
      case 'line_comment':
      case 'block_comment':
        break;
      case 'variadic_parameter':
        variadic = true;
        break;
      case 'parameter':
        params.push({
          name: child.childForFieldName('pattern')?.text.replace(/^mut\s+/, '') ?? null,
          type: readRustType(child.childForFieldName('type'), selfType),
        });
        break;
      default:
        params.push({ name: null, type: readRustType(child, selfType) });
    }
  return { params, variadic };
}

/** ABI string of a function or function pointer: `C` for a bare `extern`, null for Rust's own. */
export function abiOf(node: Node): string | null {
  const modifiers = childOf(node, 'function_modifiers');
  const extern = (modifiers && childOf(modifiers, 'extern_modifier')) ?? childOf(node, 'extern_modifier');
  if (!extern) return null;
  return /"([^"]*)"/.exec(extern.text)?.[1] ?? 'C';
}

export function childOf(node: Node, type: string): Node | null {
  return namedChildren(node).find((child) => child.type === type) ?? null;
}

function hasChild(node: Node, type: string): boolean {
  return childOf(node, type) !== null;
}

/** Named children; none of nothing. */
export function namedChildren(node: Node | null): readonly Node[] {
  return node?.namedChildren ?? [];
}
