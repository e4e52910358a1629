import type { Node } from '../../syntax/engine.ts';
import { lineOf, type RustSource } from './readItem.ts';
import type { RustHazard, RustMethodCall } from './rustFile.ts';

/** Macros that panic by themselves. */
const PANICKING = /^(?:panic|unreachable|todo|unimplemented|assert|assert_eq|assert_ne)$/;
/** `assert!(!raw.is_null())`: what a function that C calls says of its argument. */
const NULL_TEST = /^\(\s*!\s*\w+\s*\.\s*is_null\s*\(\s*\)\s*(?:,[\s\S]*)?\)$/;
/** Receivers whose check is made at the boundary, or cannot fail: a pointer that may be NULL, a literal, a lock. */
const ACCEPTED =
  /\bNonNull\s*(?:::<[^>]*>)?::new\s*\([\s\S]*\)$|^\(?\s*[^().]*\bas\s+\*(?:const|mut)\b[^()]*\)?\s*\.\s*as_(?:ref|mut)\s*\(\s*\)$|\b(?:CString|CStr)::\w+\(\s*b?"[\s\S]*"\s*\)$|\.\s*lock\s*\(\s*\)$/;

/** A macro or method call that panics, as far as the code says so itself. Arithmetic and indexing are left to the reader. */
export function readHazard(source: RustSource, node: Node): readonly RustHazard[] {
  const hazard = (kind: RustHazard['kind'], pointer: string | null = null): readonly RustHazard[] => [
    { kind, line: lineOf(source, node.startPosition.row), pointer },
  ];
  if (node.type === 'try_expression') return isIn(node, OWN_BODY) ? [] : hazard('try');
  if (isIn(node, CONSTANT)) return [];
  if (node.type === 'macro_invocation') {
    const name = node.childForFieldName('macro')?.text.replace(/^.*::/, '') ?? '';
    const tokens = node.children.find(({ type }) => type === 'token_tree')?.text ?? '';
    return PANICKING.test(name) && !(name === 'assert' && NULL_TEST.test(tokens)) ? hazard('panic') : [];
  }
  const callee = node.childForFieldName('function');
  if (callee?.type !== 'field_expression') return [];
  if (!/^(?:unwrap|expect)(?:_err)?$/.test(callee.childForFieldName('field')?.text ?? '')) return [];
  const receiver = callee.childForFieldName('value')?.text ?? '';
  const pointer = /^(\w+)\s*\.\s*as_(?:ref|mut)\s*\(\s*\)$/.exec(receiver)?.[1] ?? null;
  return ACCEPTED.test(receiver) ? [] : hazard('panic', pointer);
}

/** `x.method(…)`. */
export function readMethodCall(source: RustSource, node: Node): readonly RustMethodCall[] {
  const callee = node.childForFieldName('function');
  if (callee?.type !== 'field_expression') return [];
  const name = callee.childForFieldName('field')?.text ?? '';
  const receiver = callee.childForFieldName('value')?.text ?? '';
  return [{ name, onSelf: receiver === 'self', line: lineOf(source, callee.endPosition.row) }];
}

/** First and last line of what a call of `catch_unwind` runs; null for any other call. */
export function caughtLines(source: RustSource, node: Node): readonly [number, number] | null {
  const callee = node.childForFieldName('function')?.text ?? '';
  if (!/(?:^|::)catch_unwind$/.test(callee)) return null;
  return [lineOf(source, node.startPosition.row), lineOf(source, node.endPosition.row)];
}

const CONSTANT = new Set(['const_block', 'const_item', 'static_item']);
/** What `?` leaves early when it is not the function. */
const OWN_BODY = new Set(['closure_expression', 'async_block', 'try_block']);

function isIn(node: Node, types: ReadonlySet<string>): boolean {
  for (let at = node.parent; at && at.type !== 'function_item'; at = at.parent)
    if (types.has(at.type)) return true;
  return false;
}
