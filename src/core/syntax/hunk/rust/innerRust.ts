import type { Lexeme } from '../../lex/lexeme.ts';
import type { HunkCode } from '../hunkCode.ts';
import type { Level } from '../levels.ts';
import { isForeign } from './outerRust.ts';
import { holdsItems, type RustContext } from './rustContext.ts';
import { takesBlock } from './rustEnds.ts';
import type { RustShape } from './rustShape.ts';

/** What a level stands in, given what stands around it. */
export function innerRustContext(
  { closer, next }: Level,
  shape: RustShape,
  outer: RustContext,
  hunk: HunkCode,
): RustContext {
  if (outer === 'tokens' || outer === 'uses') return outer;
  if (closer?.text === ']') return 'array';
  if (closer?.text === ')') {
    const declares = next?.text === '-' || next?.text === 'where';
    const ofItem = holdsItems(outer) && (next?.text === '{' || next?.text === ';');
    const typed = shape.kind === 'pairs' && !shape.hasValues;
    return declares || ofItem || typed ? 'parameters' : 'arguments';
  }
  return outer === 'items' ? inItems(next, shape, hunk) : inBraces(shape, outer);
}

/** Of an item that ends in column 0, which the header may name. */
function inItems(next: Lexeme | undefined, shape: RustShape, hunk: HunkCode): RustContext {
  const { kind } = hunk.section;
  if (kind === 'foreign') return 'foreign';
  if (kind === 'macro') return 'tokens';
  if (kind === 'value' && next?.text === ';') return 'literal';
  switch (shape.kind) {
    case 'arms':
      return 'tokens';
    case 'items':
      return isForeign(shape, hunk) ? 'foreign' : 'members';
    case 'pairs':
      return next?.text === ';' ? 'literal' : 'fields';
    case 'list':
      return next?.text === ';' ? 'uses' : 'variants';
    case 'none':
      return kind === 'impl' || kind === 'trait' || kind === 'module' ? 'members' : 'statements';
    case 'statements':
    case 'expression':
      return 'statements';
  }
}

function inBraces(shape: RustShape, outer: RustContext): RustContext {
  switch (shape.kind) {
    case 'arms':
      return holdsItems(outer) ? 'tokens' : 'arms';
    case 'pairs':
      return outer === 'variants' ? 'fields' : 'literal';
    case 'list':
      if (holdsItems(outer)) return 'statements';
      return shape.hasCalls ? 'tokens' : 'literal';
    default:
      return 'statements';
  }
}

/** Text that opens `inner` within `outer`; `around`: the code that follows the closing bracket there. */
export function rustOpening(
  { closer, next }: Level,
  inner: RustContext,
  outer: RustContext,
  around: readonly Lexeme[],
): string {
  const isElse = next?.text === 'else';
  if (outer === 'uses') return '__a::{';
  if (outer === 'tokens') return closer?.text === ')' ? '(' : closer?.text === ']' ? '[' : '{';
  switch (inner) {
    case 'statements':
      if (isElse) return `${lead(outer)}if __c {`;
      return holdsItems(outer) ? 'fn __h() {' : `${lead(outer, isOperand(next))}{`;
    case 'arms':
      return `${lead(outer, isOperand(next))}match __x {`;
    case 'literal':
      return `${lead(outer, true)}__S {`;
    case 'array':
      return `${lead(outer, true)}[`;
    case 'arguments':
      if (outer === 'statements' && !isElse && takesBlock(around)) return 'if __f(';
      return `${lead(outer, isElse)}__f(`;
    case 'fields':
      return outer === 'variants' ? '__V {' : 'struct __S {';
    case 'tokens':
      return holdsItems(outer) ? '__m! {' : `${lead(outer)}__m! {`;
    default:
      return ITEM_OPENINGS[inner];
  }
}

const ITEM_OPENINGS: Readonly<
  Record<'items' | 'members' | 'foreign' | 'variants' | 'uses' | 'parameters', string>
> = {
  items: 'mod __m {',
  members: 'impl __T {',
  foreign: 'extern "C" {',
  variants: 'enum __E {',
  uses: 'use __a::{',
  parameters: 'fn __p(',
};

/** `}.await`, `}?`: the block is a part of an expression. */
function isOperand(next: Lexeme | undefined): boolean {
  return next?.text === '.' || next?.text === '?';
}

/** What has to stand before an expression; `asValue`: it could be taken for a statement of its own. */
function lead(outer: RustContext, asValue = false): string {
  if (holdsItems(outer)) return 'const __C: T = ';
  if (outer === 'statements') return asValue ? 'let _ = ' : '';
  if (outer === 'arms') return '_ => ';
  return outer === 'literal' ? '__k: ' : '';
}
