import type { Declaration } from '../declaration.ts';
import type { Node } from '../../syntax/engine.ts';
import type { Fragment } from '../../syntax/fragment.ts';
import { readCall, readImpl, readImports, readLiteral, readSlotAssignment } from './readBody.ts';
import { lineOf, readItem, type RustSource } from './readItem.ts';
import { attributesOf } from './attributes.ts';
import { caughtLines, readHazard, readMethodCall } from './hazards.ts';
import type {
  RustCall,
  RustFile,
  RustHazard,
  RustImpl,
  RustImport,
  RustLiteral,
  RustMethodCall,
  SlotAssignment,
} from './rustFile.ts';
import { surroundingsOf } from './surroundings.ts';

const ITEMS: ReadonlySet<string> = new Set([
  ...['function_item', 'function_signature_item', 'struct_item', 'union_item', 'enum_item'],
  ...['type_item', 'const_item', 'static_item'],
]);

/** Reads what Rust fragments say, wherever it stands: items nested in functions and macros' expansions included. */
export function readRust(path: string, fragments: readonly Fragment[]): RustFile {
  const declarations: Declaration[] = [];
  const calls: RustCall[] = [];
  const imports: RustImport[] = [];
  const literals: RustLiteral[] = [];
  const slots: SlotAssignment[] = [];
  const impls: RustImpl[] = [];
  const hazards: RustHazard[] = [];
  const methodCalls: RustMethodCall[] = [];
  const caught: (readonly [number, number])[] = [];
  const testLines: (readonly [number, number])[] = [];
  const lines = new Map<number, string>();
  const read = (source: RustSource, node: Node): void => {
    const { type } = node;
    if (ITEMS.has(type)) {
      const item = readItem(source, node, surroundingsOf(node));
      if (item) declarations.push(item);
    } else if (type === 'use_declaration') imports.push(...readImports(node));
    else if (type === 'call_expression') {
      calls.push(...readCall(source, node));
      methodCalls.push(...readMethodCall(source, node));
      hazards.push(...readHazard(source, node));
      const lines = caughtLines(source, node);
      if (lines) caught.push(lines);
    } else if (type === 'macro_invocation' || type === 'try_expression')
      hazards.push(...readHazard(source, node));
    else if (type === 'struct_expression') literals.push(...readLiteral(source, node));
    else if (type === 'assignment_expression') {
      if (node.childForFieldName('left')?.type === 'field_expression')
        slots.push(...readSlotAssignment(source, node));
    } else if (type === 'impl_item') impls.push(readImpl(source, node));
    else if (type === 'mod_item' && isTestModule(node))
      testLines.push([lineOf(source, node.startPosition.row), lineOf(source, node.endPosition.row)]);
  };
  for (const { tree, source: text, firstLine, lastLine, lineOffset } of fragments) {
    const source: RustSource = { path, lineOffset, lines: text, firstLine };
    text.forEach((line, index) => lines.set(firstLine + index, line));
    for (const node of tree.nodes) {
      const line = node.startPosition.row + lineOffset;
      if (node.isNamed && line >= firstLine && line <= lastLine) read(source, node);
    }
  }
  const whole = fragments.every(({ kind }) => kind === 'whole');
  return {
    ...{ path, declarations, calls, imports, literals, slots, impls },
    ...{ hazards, methodCalls, caught, testLines, whole, lines },
  };
}

function isTestModule(node: Node): boolean {
  return attributesOf(node).texts.some((text) => /\bcfg\s*\(.*\btest\b/.test(text));
}
