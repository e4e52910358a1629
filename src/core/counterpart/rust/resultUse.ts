import type { Node } from '../../syntax/engine.ts';

/** Where the result of a call goes first. */
export interface ResultUse {
  /** The function that takes it as an argument, as written without type arguments; null if none does. */
  readonly into: string | null;
  /** The variable that it is bound to; null if none is. */
  readonly bound: string | null;
}

const NOWHERE: ResultUse = { into: null, bound: null };
const CASTS = /^cast(?:_mut|_const)?$/;

/** Follows the result of a call through brackets, blocks and casts of pointers to what takes it. */
export function resultUse(call: Node): ResultUse {
  for (let at = call, up = call.parent; up; at = up, up = up.parent)
    switch (up.type) {
      case 'parenthesized_expression':
      case 'type_cast_expression':
      case 'unsafe_block':
        continue;
      case 'block':
        // Only the last expression is the block's value.
        if (up.namedChildren.at(-1) !== at) return NOWHERE;
        continue;
      case 'field_expression':
        if (!CASTS.test(up.childForFieldName('field')?.text ?? '')) return NOWHERE;
        continue;
      case 'generic_function':
      case 'call_expression':
        // Of a cast that is a method; what else is called with the result is no use of it as a value.
        if (at.type !== 'field_expression' && at.type !== 'generic_function') return NOWHERE;
        continue;
      case 'arguments': {
        const callee = up.parent?.childForFieldName('function')?.text ?? null;
        return { into: callee?.replace(/\s+/g, '').replace(/::<.*?>(?=::|$)/g, '') ?? null, bound: null };
      }
      case 'let_declaration': {
        const pattern = up.childForFieldName('pattern');
        return { into: null, bound: pattern?.type === 'identifier' ? pattern.text : null };
      }
      default:
        return NOWHERE;
    }
  return NOWHERE;
}
