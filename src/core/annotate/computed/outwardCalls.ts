import type { Node } from '../../syntax/engine.ts';
import type { DetectorSide } from './detector.ts';

/** A call that hands control to other objects, which may call back. */
export interface OutwardCall {
  /** The name's node. */
  readonly node: Node;
  readonly name: string;
  /** First word of what a method is called on. */
  readonly receiver: string | null;
}

const FUNCTIONS =
  /^(qemu_set_irq|qemu_irq_(raise|lower|pulse)|qemu_chr_fe_(write\w*|accept_input|ioctl|printf)|dma_(memory_)?(read|write|rw)\w*|address_space_\w+|cpu_physical_memory_\w+|pci_(set_irq|irq_(de)?assert|dma_\w+)|notifier_list_notify|memory_region_(transaction_commit|set_enabled)|bql_unlock)$/;
const LINES = /^(raise|lower|pulse)$/;
const TO_LINE = /(^|[._])(irq|irqs|interrupt|interrupts|line|lines|gpio|intr)\b[^()]*$/;
const TO_CHARDEV = /(^|[._])(char|chr|chardev|frontend|backend|char_frontend|char_backend)\b[^()]*$/;

/** The calls in `node` that leave the object, in order; `known` are functions of the file that make such calls. */
export function outwardCalls(node: Node, known: ReadonlySet<string>): readonly OutwardCall[] {
  if (node.type === 'closure_expression' || node.type === 'function_item') return [];
  const inside = node.children.flatMap((child) => outwardCalls(child, known));
  if (node.type === 'await_expression')
    return [...inside, { node: node.lastChild ?? node, name: 'await', receiver: null }];
  if (node.type !== 'call_expression') return inside;
  const callee = node.childForFieldName('function');
  const field = callee?.type === 'field_expression' ? callee.childForFieldName('field') : null;
  const name = field ?? (callee?.type === 'scoped_identifier' ? callee.childForFieldName('name') : callee);
  if (!callee || !name) return inside;
  const receiver = field ? (callee.childForFieldName('value')?.text ?? '') : null;
  return leaves(name.text, receiver, known)
    ? [
        ...inside,
        {
          node: name,
          name: name.text,
          receiver: receiver === null ? null : (/^\w*/.exec(receiver)?.[0] ?? null),
        },
      ]
    : inside;
}

function leaves(name: string, receiver: string | null, known: ReadonlySet<string>): boolean {
  if (receiver === null) return FUNCTIONS.test(name);
  if (receiver === 'self' && known.has(name)) return true;
  if (LINES.test(name)) return true;
  if (name === 'set') return TO_LINE.test(receiver);
  return /^(accept_input|send_break|write_all|write)$/.test(name) && TO_CHARDEV.test(receiver);
}

const METHODS =
  '(function_item name: (identifier) @name parameters: (parameters (self_parameter)) body: (block) @body)';

/** Names of the methods in the file that themselves call out. */
export function outwardFunctions(side: DetectorSide): ReadonlySet<string> {
  const none = new Set<string>();
  return new Set(
    side
      .find(METHODS, true)
      .filter(({ get }) => outwardCalls(get('body'), none).some(({ name }) => name !== 'await'))
      .map(({ get }) => get('name').text),
  );
}
