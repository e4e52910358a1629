import type { Language } from '../../patch/language.ts';
import type { Node } from '../../syntax/engine.ts';
import type { Fragment } from '../../syntax/fragment.ts';
import type { Found } from '../computed/detector.ts';
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
  /** Callee to the functions that call it; of several with one name nobody knows which is called. */
  readonly callers: ReadonlyMap<string, ReadonlySet<string>>;
}

/** For `readRegistrations`; constant, so that it is compiled once. */
export const FUNCTIONS: Record<Language, string> = {
  rust: '(function_item) @function',
  c: '(function_definition) @function',
};

interface Defined {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads registrations and calls of the functions that the fragments define: each mention of one of their names is either a
 * call, or a value that lies in the slots of the tables, builders and calls around it. `functions` is what `FUNCTIONS` finds.
 */
export function readRegistrations(
  functions: readonly Found[],
  fragments: readonly Fragment[],
): Registrations {
  const slots: Registration[] = [];
  const callers = new Map<string, Set<string>>();
  const read = fragments.map((fragment) => ({ fragment, defined: definitions(functions, fragment) }));
  const names = new Set<string>();
  const shared = new Set<string>();
  for (const { name } of read.flatMap(({ defined }) => defined)) (names.has(name) ? shared : names).add(name);
  if (names.size === 0) return { slots, callers };
  for (const { fragment, defined } of read)
    for (const node of fragment.tree.nodes) {
      if (!IDENTIFIER.has(node.type) || !names.has(node.text)) continue;
      const { text: name, startIndex, endIndex } = node;
      const after = fragment.text.slice(endIndex, endIndex + LOOK_AHEAD);
      if (/^\s*(::<[^;{}]*?>)?\s*\(/.test(after)) {
        if (!shared.has(name)) addCaller(callers, name, defined, startIndex);
      } else if (fragment.text[startIndex - 1] !== '.' && !/^\s*([!.]|:(?!:<))/.test(after))
        slots.push(...slotsAround(node).map((slot) => ({ functionName: name, ...slot })));
    }
  return { slots, callers };
}

const IDENTIFIER: ReadonlySet<string> = new Set(['identifier', 'field_identifier', 'type_identifier']);

/** Far enough to see an argument list behind a name and its generics. */
const LOOK_AHEAD = 40;

function definitions(functions: readonly Found[], fragment: Fragment): readonly Defined[] {
  return functions.flatMap((found) => {
    if (found.fragment !== fragment) return [];
    const node = found.get('function');
    const name = functionNameOf(node);
    return name !== null && /^\w+$/.test(name) ? [{ name, start: node.startIndex, end: node.endIndex }] : [];
  });
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
  callers.set(callee, (callers.get(callee) ?? new Set()).add(caller));
}

/** The slots that a value lies in, innermost first, up to the item or statement around it. */
function slotsAround(node: Node): readonly Omit<Registration, 'functionName'>[] {
  const chain = ancestors(node);
  const end = chain.findIndex(({ type }) => STATEMENT.test(type));
  const around = end < 0 ? chain : chain.slice(0, end + 1);
  const table = around.map(tableName).find((name) => name !== null) ?? null;
  return around.flatMap((holder, index) => {
    const inside = around[index - 1];
    const slot = inside && slotName(holder, inside);
    if (!slot) return [];
    const isCall = holder.type === 'call_expression' && !isBuilder(holder);
    return { slot: slot.text, table: isCall ? null : table };
  });
}

const STATEMENT =
  /^(static_item|const_item|let_declaration|declaration|expression_statement|function_item|function_definition)$/;

/** The node that names the slot of `holder` which the value in `inside` fills; undefined if `inside` is no value of it. */
function slotName(holder: Node, inside: Node): Node | null {
  switch (holder.type) {
    case 'field_initializer':
      return holder.childForFieldName('field');
    case 'initializer_pair':
      return holder.childForFieldName('designator')?.namedChild(0) ?? null;
    case 'assignment_expression':
      return holder.childForFieldName('left')?.childForFieldName('field') ?? null;
    case 'const_item':
      return holder.childForFieldName('name');
    case 'call_expression': {
      if (!/^(arguments|argument_list)$/.test(inside.type)) return null;
      const called = holder.childForFieldName('function');
      const plain = called?.type === 'generic_function' ? called.childForFieldName('function') : called;
      return plain?.childForFieldName('field') ?? plain?.childForFieldName('name') ?? plain ?? null;
    }
    default:
      return null;
  }
}

/** `.read(&fan_read)`: the call of a method fills a slot of what is built. */
function isBuilder(call: Node): boolean {
  return call.childForFieldName('function')?.type === 'field_expression';
}

function tableName(node: Node): string | null {
  if (/^(static_item|const_item|let_declaration)$/.test(node.type))
    return (node.childForFieldName('name') ?? node.childForFieldName('pattern'))?.text ?? null;
  return node.type === 'init_declarator' ? functionNameOf(node) : null;
}
