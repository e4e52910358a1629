import type { Language } from '../../patch/language.ts';
import type { Node, Query } from '../../syntax/engine.ts';
import type { Fragment } from '../../syntax/fragment.ts';
import { ancestors } from './ancestors.ts';
import { functionNameOf } from './functionName.ts';

/** A function named in a slot: `.read(&fan_read)`, `.read = fan_read`, `const REALIZE: … = Some(Self::realize)`. */
export interface Registration {
  readonly functionName: string;
  readonly slot: string;
  /** The table, builder or constant the slot belongs to (`FAN_OPS`), or null. */
  readonly table: string | null;
}

/** Which of a file's functions are registered where, and who calls whom, as far as fragments show it. Names only. */
export interface Registrations {
  readonly slots: readonly Registration[];
  /** Callee to the functions that call it. */
  readonly callers: ReadonlyMap<string, ReadonlySet<string>>;
}

/** For `readRegistrations`; constant, so that it is compiled once. */
export const REGISTRATIONS: Record<Language, string> = {
  rust: `
    (function_item name: (identifier) @name) @function
    (field_initializer field: (field_identifier) @slot value: (_) @value)
    (assignment_expression left: (field_expression field: (field_identifier) @slot) right: (_) @value)
    (call_expression function: (field_expression field: (field_identifier) @slot) arguments: (arguments) @value)
    (call_expression function: (scoped_identifier name: (identifier) @slot) arguments: (arguments) @value)
    (call_expression function: (identifier) @slot arguments: (arguments) @value)
    (const_item name: (identifier) @slot value: (_) @value)`,
  c: `
    (function_definition declarator: (_) @name) @function
    (initializer_pair designator: (field_designator (field_identifier) @slot) value: (_) @value)
    (assignment_expression left: (field_expression field: (field_identifier) @slot) right: (_) @value)
    (call_expression function: (identifier) @slot arguments: (argument_list) @value)`,
};

interface Defined {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Reads registrations and calls of the functions that the fragments define. */
export function readRegistrations(query: Query, fragments: readonly Fragment[]): Registrations {
  const slots: Registration[] = [];
  const callers = new Map<string, Set<string>>();
  const read = fragments.map((fragment) => ({ fragment, ...definitions(query, fragment) }));
  const names = new Set(read.flatMap(({ defined }) => defined.map(({ name }) => name)));
  for (const { fragment, defined, uses } of read)
    for (const { slot, value } of uses) {
      const slotName = fragment.text.slice(slot.startIndex, slot.endIndex);
      if (names.has(slotName)) addCaller(callers, slotName, defined, slot.startIndex);
      if (value.endIndex - value.startIndex > MAX_VALUE) continue;
      const text = fragment.text.slice(value.startIndex, value.endIndex);
      for (const functionName of functionReferences(text, names))
        slots.push({ functionName, slot: slotName, table: tableOf(slot) });
    }
  return { slots, callers };
}

/** Longer values are whole tables or closures; what they name is found at their inner slots. */
const MAX_VALUE = 2000;

function definitions(
  query: Query,
  fragment: Fragment,
): { defined: readonly Defined[]; uses: readonly { slot: Node; value: Node }[] } {
  const defined: Defined[] = [];
  const uses: { slot: Node; value: Node }[] = [];
  for (const { captures } of query.matches(fragment.tree.rootNode)) {
    const node = (wanted: string): Node | undefined => captures.find(({ name }) => name === wanted)?.node;
    const [slot, value, whole] = [node('slot'), node('value'), node('function')];
    if (slot && value) uses.push({ slot, value });
    const name = whole && functionNameOf(whole);
    if (whole && name) defined.push({ name, start: whole.startIndex, end: whole.endIndex });
  }
  return { defined, uses };
}

/** Functions used as values: not called, not a field, not a path's beginning. */
function functionReferences(text: string, names: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { 0: word, index } of text.matchAll(/[A-Za-z_]\w*/g))
    if (
      names.has(word) &&
      text[index - 1] !== '.' &&
      !/^\s*([(!.]|:(?!:<))/.test(text.slice(index + word.length))
    )
      found.add(word);
  return found;
}

function addCaller(
  callers: Map<string, Set<string>>,
  callee: string,
  defined: readonly Defined[],
  at: number,
): void {
  let caller: string | undefined;
  for (const { name, start, end } of defined) if (start <= at && at < end) caller = name;
  if (caller === undefined || caller === callee) return;
  const known = callers.get(callee) ?? new Set();
  callers.set(callee, known.add(caller));
}

/** Where the slot belongs to: the static, constant or variable around it, unless it is an argument of a plain call. */
function tableOf(slot: Node): string | null {
  for (const node of ancestors(slot)) {
    if (/^(static_item|const_item|let_declaration)$/.test(node.type))
      return (node.childForFieldName('name') ?? node.childForFieldName('pattern'))?.text ?? null;
    if (node.type === 'init_declarator') return functionNameOf(node);
    if (/^(function_item|function_definition|expression_statement)$/.test(node.type)) return null;
  }
  return null;
}
