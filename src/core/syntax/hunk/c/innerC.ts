import type { Level } from '../levels.ts';
import type { CContext } from './cContext.ts';
import type { CShape } from './cShape.ts';

/** Text that opens a level, and what the level then stands in. */
export type COpening = readonly [text: string, inner: CContext];

/** How to open a level that the hunk closes, given what stands around it. */
export function cOpening(level: Level, shape: CShape, outer: CContext): COpening {
  switch (level.closer?.text) {
    case '}':
      return brace(level, shape, outer);
    case ')':
      return parenthesis(level, shape, outer);
    default:
      return [outer === 'statements' ? 'x = __a[' : '__a[', 'arguments'];
  }
}

function brace({ closer, next }: Level, shape: CShape, outer: CContext): COpening {
  const onSameRow = next !== undefined && next.row === closer?.row;
  const isList = (shape.kind === 'initializers' || shape.kind === 'list') && !shape.hasSemicolon;
  switch (outer) {
    case 'items': {
      const isEnum = shape.kind === 'list' && (shape.hasNames || next?.kind === 'word');
      if (isList) return isEnum ? ['enum __E {', 'enumerators'] : ['T __x = {', 'initializer'];
      const endsType = next?.text === ';' || (onSameRow && next.kind === 'word');
      if (endsType && shape.kind !== 'statements') return ['struct __S {', 'fields'];
      return ['void __h(void) {', 'statements'];
    }
    case 'fields':
      return ['struct {', 'fields'];
    case 'initializer':
    case 'enumerators':
      return ['{', 'initializer'];
    case 'statements':
      if (next?.text === 'else') return ['if (c) {', 'statements'];
      if (next?.text === 'while' && onSameRow) return ['do {', 'statements'];
      return isList && next?.text === ';' ? ['T __x = {', 'initializer'] : ['{', 'statements'];
    case 'arguments':
    case 'parameters':
      if (shape.kind === 'statements' || shape.kind === 'declarations') return ['({', 'statements'];
      return ['(T) {', 'initializer'];
  }
}

function parenthesis({ closer, next }: Level, shape: CShape, outer: CContext): COpening {
  const opensBlock = next?.text === '{';
  switch (outer) {
    case 'items':
      if (opensBlock || shape.hasTypes || next?.text === ';') return ['void __p(', 'parameters'];
      return ['__f(', 'arguments'];
    case 'fields':
      return ['void (*__f)(', 'parameters'];
    case 'statements': {
      if (shape.hasSemicolon) return ['for (', 'arguments'];
      const nextRow = closer !== undefined && next !== undefined && next.row > closer.row;
      if (opensBlock || next?.text === 'return' || (nextRow && next.kind === 'word'))
        return ['if (', 'arguments'];
      return shape.hasTypes ? ['void __p(', 'parameters'] : ['__f(', 'arguments'];
    }
    default:
      return ['__f(', 'arguments'];
  }
}
