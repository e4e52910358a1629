import type { Node } from '../../syntax/engine.ts';
import type { Fragment } from '../../syntax/fragment.ts';
import { detectionAt } from './detectionAt.ts';
import type { Detection, DetectorContext } from './detector.ts';
import { type OutwardCall, outwardCalls, outwardFunctions } from './outwardCalls.ts';

const GUARDED = `
  (let_declaration pattern: (identifier) @guard value: (_) @value) @let
  (match_expression value: (_) @head body: (match_block) @body)
  (if_expression condition: (let_condition value: (_) @head) consequence: (block) @body)
  (while_expression condition: (let_condition value: (_) @head) body: (block) @body)
`;
const GUARD = /\.(borrow_mut|lock|lock_irqsave|write)\(\)(\.unwrap\(\)|\.expect\([^()]*\)|\?)*$/;
const TEMPORARY = /\.(borrow_mut|lock|lock_irqsave)\(\)(\.unwrap\(\))?\./;

/** Calls that leave the object while one of its cells is borrowed for writing or one of its locks is held. */
export function* reentrantBorrow({ new: side }: DetectorContext): Iterable<Detection> {
  const outward = outwardFunctions(side);
  for (const { fragment, get, has } of side.find(GUARDED)) {
    if (has('let')) {
      if (!GUARD.test(get('value').text)) continue;
      const call = firstCall(get('let'), get('guard').text, outward);
      if (call) yield at(call, get('let'), fragment, `${get('guard').text} is still held here`);
    } else if (TEMPORARY.test(get('head').text)) {
      const [call] = outwardCalls(get('body'), outward);
      if (call)
        yield at(call, get('head'), fragment, 'What the head of this expression borrows is held to its end');
    }
  }
}

function at({ node, name }: OutwardCall, guard: Node, fragment: Fragment, why: string): Detection {
  const line = (row: number): number => row + fragment.lineOffset;
  return detectionAt(node, fragment, {
    symbol: name,
    question: `${why}. Can ${name} lead back into the same object?`,
    context: { first: line(guard.startPosition.row), last: line(node.endPosition.row) },
  });
}

/** The first call that leaves the object between a guard's `let` and its `drop` or the end of the block. */
function firstCall(binding: Node, guard: string, outward: ReadonlySet<string>): OutwardCall | undefined {
  const dropped = new RegExp(`^(\\w+::)*drop\\(${guard}\\);?$`);
  for (let next = binding.nextNamedSibling; next; next = next.nextNamedSibling) {
    if (dropped.test(next.text)) return undefined;
    const call = outwardCalls(next, outward).find(({ receiver }) => receiver !== guard);
    if (call) return call;
  }
  return undefined;
}
