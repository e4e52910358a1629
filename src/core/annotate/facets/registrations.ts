import type { Language } from '../../patch/language.ts';
import type { Engine, Node, Query } from '../../syntax/engine.ts';
import type { Fragment } from '../../syntax/fragment.ts';
import { functionNameOf } from './enclosing.ts';

/** A function named in a slot: `.read(&fan_read)`, `.read = fan_read`, `const REALIZE: … = Some(Self::realize)`. */
export interface Registration {
  readonly functionName: string;
  readonly slot: string;
  /** The table, builder or constant the slot belongs to (`FAN_OPS`), or null. */
  readonly table: string | null;
}

/** Which functions are registered where, and who calls whom, as far as some fragments show it. Names only; plain data. */
export interface Registrations {
  readonly slots: readonly Registration[];
  /** Callee to the functions that call it. */
  readonly callers: ReadonlyMap<string, ReadonlySet<string>>;
}

const QUERIES: Record<Language, string> = {
  rust: `
    (field_initializer field: (field_identifier) @slot value: (_) @value)
    (assignment_expression left: (field_expression field: (field_identifier) @slot) right: (_) @value)
    (call_expression function: (field_expression field: (field_identifier) @slot) arguments: (arguments) @value)
    (call_expression function: (scoped_identifier name: (identifier) @slot) arguments: (arguments) @value)
    (call_expression function: (identifier) @slot arguments: (arguments) @value)
    (const_item name: (identifier) @slot value: (_) @value)`,
  c: `
    (initializer_pair designator: (field_designator (field_identifier) @slot) value: (_) @value)
    (assignment_expression left: (field_expression field: (field_identifier) @slot) right: (_) @value)
    (call_expression function: (identifier) @slot arguments: (argument_list) @value)`,
};

/** Reads registrations and calls from fragments. Built once per language: compiling the query costs milliseconds. */
export function createRegistrationReader(
  engine: Engine,
): (language: Language, fragments: readonly Fragment[]) => Registrations {
  const queries: Partial<Record<Language, Query>> = {};
  return (language, fragments) => {
    const query = (queries[language] ??= engine.query(language, QUERIES[language]));
    const slots: Registration[] = [];
    const callers = new Map<string, Set<string>>();
    for (const fragment of fragments) {
      for (const match of query.matches(fragment.tree.rootNode)) {
        const slot = match.captures.find((capture) => capture.name === 'slot')?.node;
        const value = match.captures.find((capture) => capture.name === 'value')?.node;
        if (!slot || !value) continue;
        const called = isCall(slot);
        if (called) addCaller(callers, slot.text, slot);
        if (value.endIndex - value.startIndex > MAX_VALUE) continue;
        for (const name of functionReferences(value.text))
          slots.push({ functionName: name, slot: slot.text, table: called ? null : tableOf(slot) });
      }
    }
    return { slots, callers };
  };
}

/** Longer values are whole tables or closures; what they name is found at their inner slots. */
const MAX_VALUE = 2000;

/** Identifiers used as values: not called, not a type, not a field name. */
function functionReferences(text: string): readonly string[] {
  const names = new Set<string>();
  for (const match of text.matchAll(
    /(?<![.\w])(?:[A-Za-z_]\w*::(?:<[^<>]*>::)?)*([a-z_]\w*)(?!\w)(?!\s*[(!.:]|::)/g,
  ))
    if (match[1] !== undefined) names.add(match[1]);
  return [...names];
}

function isCall(slot: Node): boolean {
  const parent = slot.parent;
  return parent?.type === 'call_expression' || parent?.parent?.type === 'call_expression';
}

function addCaller(callers: Map<string, Set<string>>, callee: string, at: Node): void {
  for (let node = at.parent; node; node = node.parent) {
    if (node.type !== 'function_item' && node.type !== 'function_definition') continue;
    const name = functionNameOf(node);
    if (name !== null && name !== callee) {
      const known = callers.get(callee) ?? new Set();
      known.add(name);
      callers.set(callee, known);
    }
    return;
  }
}

function tableOf(slot: Node): string | null {
  for (let node = slot.parent; node; node = node.parent) {
    if (node.type === 'static_item' || node.type === 'const_item' || node.type === 'let_declaration')
      return (node.childForFieldName('name') ?? node.childForFieldName('pattern'))?.text ?? null;
    if (node.type === 'init_declarator') return functionNameOf(node);
    if (node.type === 'function_item' || node.type === 'function_definition') return null;
  }
  return null;
}
