import type { Lexeme } from '../lex/lexeme.ts';
import type { Announces, Awaited, Level, Levels } from './levels.ts';
import { rustShape, type RustShape } from './rustShape.ts';
import type { Section } from './section.ts';
import { CLOSERS, type Wrapping } from './wrapping.ts';

/** Where a piece of Rust stands. */
type Context =
  | 'items'
  | 'members'
  | 'foreign'
  | 'statements'
  | 'arms'
  | 'literal'
  | 'fields'
  | 'variants'
  | 'arguments'
  | 'parameters'
  | 'uses'
  | 'array'
  | 'tokens';

const WRAPPERS: Record<Context, readonly [before: string, after: string]> = {
  items: ['', ''],
  members: ['impl __T {', '}'],
  foreign: ['extern "C" {', '}'],
  statements: ['fn __h() {', '}'],
  arms: ['fn __h() { match __x {', '}}'],
  literal: ['fn __h() { __S {', '}}'],
  fields: ['struct __S {', '}'],
  variants: ['enum __E {', '}'],
  arguments: ['fn __h() { __f(', ')}'],
  parameters: ['fn __p(', ');'],
  uses: ['use __a::{', '};'],
  array: ['const __C: T = [', '];'],
  tokens: ['__m! {', '}'],
};

/** What a hunk tells about itself besides its levels. */
export interface HunkStart {
  readonly source: string;
  readonly section: Section;
  /** Column of its first code. */
  readonly column: number;
  /** Column of its last closing bracket without a partner. */
  readonly closerColumn: number;
  /** Has `$` outside of literals: the code of a macro definition. */
  readonly hasMetavariables: boolean;
  /** Declares functions without bodies that take raw pointers or C types and no `self`. */
  readonly hasRawSignatures: boolean;
}

/** Ways to complete a piece of Rust, the likeliest first. */
export function wrapRust(cut: Levels, start: HunkStart, last: Lexeme | undefined): readonly Wrapping[] {
  const { levels } = cut;
  const shapes = levels.map(({ code }) => rustShape(code));
  const outermost = shapes.at(-1);
  if (!outermost) return [];
  const contexts = outerContexts(outermost, levels.length > 1, start);
  return contexts.map((context) => {
    const [open, close] = WRAPPERS[context];
    const [opened, inner] = climb(levels, shapes, context, start);
    const before = open + opened + head(levels[0], inner, levels.length > 1);
    return {
      before: start.section.unsafe ? before.replace(/\bfn __/g, 'unsafe fn __') : before,
      after: tail(cut, last) + close,
    };
  });
}

/** What the hunk as a whole stands in: as its outermost code looks, then as the header says. */
function outerContexts(shape: RustShape, climbs: boolean, start: HunkStart): readonly Context[] {
  const { column, closerColumn, hasMetavariables } = start;
  const atItem = climbs ? closerColumn === 0 : column === 0;
  const guesses: Context[] = [];
  if (hasMetavariables && !atItem) guesses.push('tokens');
  if (atItem) guesses.push('items', 'statements');
  else guesses.push(...bySection(shape, start), 'statements', 'members', 'items');
  return [...new Set(guesses)];
}

function bySection(shape: RustShape, start: HunkStart): readonly Context[] {
  const { section, closerColumn, column } = start;
  const { kind } = section;
  if (kind === 'macro') return ['tokens'];
  switch (shape.kind) {
    case 'items':
      return [isForeign(shape, start) ? 'foreign' : 'members', 'statements'];
    case 'statements':
      return ['statements', 'members'];
    case 'arms':
      return ['arms', 'statements'];
    case 'pairs':
      if (shape.hasVisibility || kind === 'struct') return ['fields', 'literal', 'variants'];
      if (kind === 'enum') return ['fields', 'variants', 'literal'];
      if (!shape.hasValues && (shape.hasSelf || section.opensParameters)) return ['parameters', 'literal'];
      return shape.hasValues || kind === 'function'
        ? ['literal', 'parameters', 'fields']
        : ['fields', 'literal', 'parameters'];
    case 'list':
    case 'expression':
    case 'none':
      return byHeader(section, shape.kind === 'list', Math.max(closerColumn, column));
  }
}

function byHeader({ kind }: Section, isList: boolean, column: number): readonly Context[] {
  switch (kind) {
    case 'function':
      return isList
        ? ['arguments', 'literal', 'statements', 'variants']
        : ['statements', 'arguments', 'arms'];
    case 'impl':
    case 'trait':
    case 'module':
      return column <= 4 && !isList
        ? ['members', 'statements']
        : isList
          ? ['arguments', 'literal', 'variants']
          : ['statements', 'members'];
    case 'foreign':
      return ['foreign', 'parameters'];
    case 'struct':
      return ['fields', 'statements'];
    case 'enum':
      return ['variants', 'statements'];
    case 'use':
      return ['uses', 'statements'];
    case 'value':
      return ['array', 'literal', 'statements'];
    case 'macro':
      return ['tokens'];
    case 'unknown':
      return isList ? ['arguments', 'uses', 'variants'] : ['statements', 'members'];
  }
}

/** Functions without bodies here are declared in an `extern` block. */
function isForeign(shape: RustShape, { section, hasRawSignatures }: HunkStart): boolean {
  if (section.kind === 'foreign' || shape.hasForeign) return true;
  return shape.hasSignature && hasRawSignatures && section.kind !== 'trait';
}

/** Opens what the hunk closes, outermost first. */
function climb(
  levels: readonly Level[],
  shapes: readonly RustShape[],
  outer: Context,
  start: HunkStart,
): readonly [string, Context] {
  let context = outer;
  let text = '';
  for (let at = levels.length - 2; at >= 0; at--) {
    const level = levels[at];
    const shape = shapes[at];
    if (!level || !shape) break;
    const inner = innerContext(level, shape, context, start);
    text += opening(level, inner, context, levels[at + 1]?.code ?? []);
    context = inner;
  }
  return [text, context];
}

function innerContext({ closer, next }: Level, shape: RustShape, outer: Context, start: HunkStart): Context {
  if (outer === 'tokens') return 'tokens';
  const isOutside = outer === 'items' || outer === 'members' || outer === 'foreign';
  if (closer?.text === ']') return 'array';
  if (closer?.text === ')') {
    if (outer === 'uses') return 'uses';
    const declares =
      next?.text === '-' ||
      next?.text === 'where' ||
      (isOutside && (next?.text === '{' || next?.text === ';'));
    return shape.hasSelf && shape.kind !== 'statements' && declares
      ? 'parameters'
      : (shape.kind === 'pairs' && !shape.hasValues) || declares
        ? 'parameters'
        : 'arguments';
  }
  if (outer === 'items') {
    const { kind } = start.section;
    if (kind === 'foreign') return 'foreign';
    if (shape.kind === 'none' && (kind === 'impl' || kind === 'trait' || kind === 'module')) return 'members';
  }
  switch (shape.kind) {
    case 'arms':
      return isOutside ? 'tokens' : 'arms';
    case 'items':
      return outer !== 'items' ? 'statements' : isForeign(shape, start) ? 'foreign' : 'members';
    case 'pairs':
      if (outer === 'items' && next?.text !== ';') return 'fields';
      if (outer === 'variants') return 'fields';
      return 'literal';
    case 'list':
      if (outer === 'uses') return 'uses';
      if (outer === 'items') return next?.text === ';' ? 'uses' : 'variants';
      return outer === 'members' ? 'statements' : 'literal';
    case 'statements':
    case 'expression':
    case 'none':
      return outer === 'uses' ? 'uses' : 'statements';
  }
}

/** Text that opens an `inner` piece within an `outer` one. */
function opening({ closer, next }: Level, inner: Context, outer: Context, around: readonly Lexeme[]): string {
  const follow = next?.text ?? '';
  if (outer === 'tokens' || outer === 'uses')
    return outer === 'uses' ? '__a::{' : closer?.text === ')' ? '(' : closer?.text === ']' ? '[' : '{';
  const isOutside = outer === 'items' || outer === 'members' || outer === 'foreign';
  switch (inner) {
    case 'statements':
      if (follow === 'else') return `${lead(outer, false)}if __c {`;
      return isOutside ? 'fn __h() {' : `${lead(outer, '.?'.includes(follow) && follow !== '')}{`;
    case 'members':
      return 'impl __T {';
    case 'foreign':
      return 'extern "C" {';
    case 'fields':
      return outer === 'variants' ? '__V {' : 'struct __S {';
    case 'variants':
      return 'enum __E {';
    case 'uses':
      return 'use __a::{';
    case 'parameters':
      return 'fn __p(';
    case 'tokens':
      return '__m! {';
    case 'arms':
      return `${lead(outer, '.?'.includes(follow) && follow !== '')}match __x {`;
    case 'literal':
      return `${lead(outer, true)}__S {`;
    case 'array':
      return `${lead(outer, true)}[`;
    case 'arguments':
      if (outer === 'statements' && follow !== 'else' && takesBlock(around)) return 'if __f(';
      return `${lead(outer, follow === 'else')}__f(`;
    case 'items':
      return '';
  }
}

/** What has to stand before an expression in a context. */
function lead(outer: Context, asValue: boolean): string {
  switch (outer) {
    case 'items':
    case 'members':
    case 'foreign':
      return 'const __C: T = ';
    case 'statements':
      return asValue ? 'let _ = ' : '';
    case 'arms':
      return '_ => ';
    case 'literal':
      return '__k: ';
    default:
      return '';
  }
}

/** Completes a first element that begins before the hunk. */
function head(innermost: Level | undefined, context: Context, climbs: boolean): string {
  const code = innermost?.code ?? [];
  const [first] = code;
  if (!first) return '';
  if (first.text === 'else' && !climbs) return 'if __c {}';
  if (first.text === '{' && code[1]?.text === '}' && code[2]?.text === 'else') return 'if __c';
  if ((first.text === '-' && code[1]?.text === '>') || first.text === 'where') return 'fn __p()';
  if (!continuesExpression(code)) return '';
  switch (context) {
    case 'statements':
      return takesBlock(code) ? 'if __x' : '__x';
    case 'arguments':
    case 'array':
      return '__x';
    case 'literal':
      return '__k: __x';
    case 'arms':
      return first.text === '|' ? '' : '_ => __x';
    default:
      return '';
  }
}

/** The first lexeme needs something before it: `.map(…)`, `&& b`, `+ c`, `as u32`. Unary operators have no blank after them. */
function continuesExpression([first, second, third]: readonly Lexeme[]): boolean {
  if (!first) return false;
  if (first.text === 'as') return true;
  if (first.kind !== 'punctuation') return false;
  if (first.text === '.') return second?.text !== '.';
  if ('?+/%=^'.includes(first.text)) return true;
  if (first.text === '!') return second?.text === '=';
  if (first.text === '<') return second?.text === '<' || second?.text === '=' || hasGap(first, second);
  if (first.text === '&' || first.text === '|' || first.text === '>')
    return second?.text === first.text ? hasGap(second, third) : hasGap(first, second);
  return (first.text === '*' || first.text === '-') && hasGap(first, second);
}

function hasGap(first: Lexeme, second: Lexeme | undefined): boolean {
  return second === undefined || second.start > first.end;
}

/** A block comes before the statement ends: the expression is a condition. */
function takesBlock(code: readonly Lexeme[]): boolean {
  const end = code.find(({ text }) => text === '{' || text === ';');
  return end?.text === '{';
}

const ANNOUNCING = new Set([
  'if',
  'while',
  'match',
  'loop',
  'else',
  'impl',
  'struct',
  'enum',
  'union',
  'trait',
  'mod',
]);

/** For `cutLevels`. */
export const announcesInRust: Announces = (code, index) => {
  const [before, word, next] = [code[index - 1]?.text, code[index]?.text ?? '', code[index + 1]];
  if (ANNOUNCING.has(word)) return 'block';
  if (word === 'fn') return next?.kind === 'word' ? 'block' : undefined;
  if (word === 'for') return next?.text === '<' ? undefined : 'block';
  const starts = before === undefined || before === 'pub' || ';{})]'.includes(before);
  return starts && DECLARING.has(word) && !ITEM_AFTER_CONST.has(next?.text ?? '') ? 'semicolon' : undefined;
};

const DECLARING = new Set(['let', 'const', 'static', 'use', 'type']);
const ITEM_AFTER_CONST = new Set(['fn', 'unsafe', 'extern', 'async']);

/** Completes a last element that ends after the hunk: gives a body to what waits for one, and closes what is open. */
function tail({ unclosed, awaited }: Levels, last: Lexeme | undefined): string {
  const closers = unclosed.map(({ bracket, around }) => (CLOSERS[bracket] ?? '') + finish(around));
  return (isCut(last) ? ' __x' : '') + finish(awaited) + closers.reverse().join('');
}

function finish({ block, semicolon }: Awaited): string {
  return (block ? ' {}' : '') + (semicolon ? ';' : '');
}

/** The last lexeme waits for an operand. */
function isCut(last: Lexeme | undefined): boolean {
  if (last?.kind === 'word') return CUT_WORDS.has(last.text);
  return last?.kind === 'punctuation' && '=+-/%&|^<:.!*'.includes(last.text);
}

const CUT_WORDS = new Set([
  'if',
  'while',
  'match',
  'in',
  'return',
  'let',
  'as',
  'for',
  'mut',
  'const',
  'fn',
  'impl',
  'struct',
]);
