import type { Node } from '../../syntax/engine.ts';
import { changedLines } from './changedLines.ts';
import { detectionAt, detectionIn } from './detectionAt.ts';
import type { Detection, DetectorContext } from './detector.ts';
import { functionHead } from './functionHead.ts';

const FORMS = `
  (while_expression
    condition: (binary_expression left: (identifier) @counter)
    body: (block (expression_statement (compound_assignment_expr left: (identifier) @step)) .)) @loop
  (function_item body: (block (expression_statement (return_expression) @return) .)) @function
  (return_expression (unary_expression "-" (integer_literal) @number)) @sentinel
  (const_item name: (identifier) @shift)
  (function_item
    parameters: (parameters (parameter type: (reference_type (mutable_specifier) type: (primitive_type))) @out)) @filled
`;

/** Forms that come straight from C, in devices and drivers. */
export function* cLikeRust({ layer, generated, new: side }: DetectorContext): Iterable<Detection> {
  if (layer !== 'device' || generated) return;
  for (const { fragment, get, has } of side.find(FORMS)) {
    const node = (capture: string): Node | undefined => (has(capture) ? get(capture) : undefined);
    const loop = node('loop');
    if (loop && get('counter').text === get('step').text)
      yield detectionAt(loop.child(0) ?? loop, fragment, { question: 'Would an iterator say this in less?' });
    const last = node('return');
    if (last)
      yield detectionAt(last.child(0) ?? last, fragment, {
        question: 'The last expression is the result. Is the return meant?',
      });
    const sentinel = node('sentinel');
    if (
      sentinel &&
      !/\bextern\b/.test(functionHead(sentinel, fragment, side)?.text ?? '') &&
      get('number').text === '1'
    )
      yield detectionAt(sentinel, fragment, {
        question: 'Does this number stand for "none" or "failed"? Would an Option or a Result do?',
      });
    const shift = node('shift');
    if (shift && isFirstOfRow(shift))
      yield detectionAt(shift, fragment, {
        symbol: shift.text,
        question: 'Could the register be a type with named fields instead of shifts and masks?',
      });
    const out = node('out');
    if (out && returnsLittle(get('filled')))
      yield detectionAt(out, fragment, {
        question: 'Could this be returned instead of being written through a reference?',
      });
  }
  yield* leftovers(side);
}

const BITS = /_(SHIFT|MASK)$/;

/** Such constants come in rows, and one question is enough for each. */
function isFirstOfRow(name: Node): boolean {
  let before = name.parent?.previousNamedSibling;
  while (before?.type.endsWith('comment')) before = before.previousNamedSibling;
  return (
    BITS.test(name.text) &&
    !(before?.type === 'const_item' && BITS.test(before.childForFieldName('name')?.text ?? ''))
  );
}

/** Nothing or a flag is returned, so that the result could be. Methods of a trait have to be as they are. */
function returnsLittle(item: Node): boolean {
  if (/\bextern\b/.test(modifiers(item)) || item.parent?.parent?.childForFieldName('trait')) return false;
  const result = item.childForFieldName('return_type')?.text;
  return result === undefined || result === 'bool' || result === 'i32';
}

function modifiers(item: Node): string {
  return item.namedChildren.find(({ type }) => type === 'function_modifiers')?.text ?? '';
}

/** A comment that is a statement of C. */
const LEFTOVER = /^\s*\/\/\s*(?:if\s*\(.*\)\s*\{|[\w>.[\]-]+->\w+.*;|\w+(?:->\w+)+\s*=.*)\s*$/;

function* leftovers(side: DetectorContext['new']): Iterable<Detection> {
  for (const { line, text } of changedLines(side))
    if (LEFTOVER.test(text))
      yield detectionIn(line, text.search(/\S/), text.trimEnd().length, {
        question: 'Is this a piece of the C code that was left behind, or does it still have to be done?',
      });
}
