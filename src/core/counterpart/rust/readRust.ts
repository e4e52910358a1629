import type { Declaration } from '../declaration.ts';
import type { Engine, Node, Query } from '../../syntax/engine.ts';
import type { Fragment } from '../../syntax/fragment.ts';
import { readCall, readImpl, readImports, readLiteral, readSlotAssignment } from './readBody.ts';
import { lineOf, readItem, type RustSource } from './readItem.ts';
import { attributesOf } from './attributes.ts';
import type { RustCall, RustFile, RustImpl, RustImport, RustLiteral, SlotAssignment } from './rustFile.ts';
import { surroundingsOf } from './surroundings.ts';

/** Everything the reader looks at, wherever it stands: items nested in functions and macros' expansions included. */
const QUERY = `
[(function_item) (function_signature_item) (struct_item) (union_item) (enum_item) (type_item) (const_item) (static_item)] @item
(use_declaration) @use
(call_expression) @call
(struct_expression) @literal
(assignment_expression left: (field_expression)) @slot
(impl_item) @impl
(mod_item) @mod`;

/** Reads Rust fragments. Compile once per engine: the query costs milliseconds. */
export function createRustReader(engine: Engine): (path: string, fragments: readonly Fragment[]) => RustFile {
  let query: Query | undefined;
  return (path, fragments) => {
    query ??= engine.query('rust', QUERY);
    const declarations: Declaration[] = [];
    const calls: RustCall[] = [];
    const imports: RustImport[] = [];
    const literals: RustLiteral[] = [];
    const slots: SlotAssignment[] = [];
    const impls: RustImpl[] = [];
    const testLines: (readonly [number, number])[] = [];
    const lines = new Map<number, string>();
    for (const fragment of fragments) {
      const { firstLine, lastLine, lineOffset } = fragment;
      const source: RustSource = { path, lineOffset, lines: fragment.source, firstLine };
      fragment.source.forEach((line, index) => lines.set(firstLine + index, line));
      const isShown = (node: Node): boolean => {
        const line = node.startPosition.row + lineOffset;
        return line >= firstLine && line <= lastLine;
      };
      for (const { name, node } of query.captures(fragment.tree.rootNode)) {
        if (!isShown(node)) continue;
        if (name === 'item') {
          const item = readItem(source, node, surroundingsOf(node));
          if (item) declarations.push(item);
        } else if (name === 'use') imports.push(...readImports(node));
        else if (name === 'call') calls.push(...readCall(source, node));
        else if (name === 'literal') literals.push(...readLiteral(source, node));
        else if (name === 'slot') slots.push(...readSlotAssignment(source, node));
        else if (name === 'impl') impls.push(readImpl(source, node));
        else if (isTestModule(node))
          testLines.push([lineOf(source, node.startPosition.row), lineOf(source, node.endPosition.row)]);
      }
    }
    const whole = fragments.every(({ kind }) => kind === 'whole');
    return { path, declarations, calls, imports, literals, slots, impls, testLines, whole, lines };
  };
}

function isTestModule(node: Node): boolean {
  return attributesOf(node).texts.some((text) => /\bcfg\s*\(.*\btest\b/.test(text));
}
