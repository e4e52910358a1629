import type { Lexeme } from '../../lex/lexeme.ts';
import type { HunkCode } from '../hunkCode.ts';
import type { Announces, Awaited } from '../levels.ts';
import { CLOSERS } from '../wrapping.ts';
import type { RustContext } from './rustContext.ts';

/** Completes a first element that begins before the hunk. `code`: of the innermost level. */
export function rustHead(code: readonly Lexeme[], context: RustContext, climbs: boolean): string {
  const [first, second, third] = code;
  if (!first) return '';
  if (first.text === 'else' && !climbs) return 'if __c {}';
  if (first.text === '{' && second?.text === '}' && third?.text === 'else') return 'if __c';
  if (first.text === 'where' || (first.text === '-' && second?.text === '>')) return 'fn __p()';
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

/** The first lexeme needs something before it: `.map(…)`, `&& b`, `+ c`, `as u32`. After a unary operator there is no blank. */
function continuesExpression([first, second, third]: readonly Lexeme[]): boolean {
  if (first?.kind !== 'punctuation') return first?.text === 'as';
  if ('?+/%=^'.includes(first.text)) return true;
  switch (first.text) {
    case '.':
      return second?.text !== '.';
    case '!':
      return second?.text === '=';
    case '<':
      return second?.text === '<' || second?.text === '=' || hasGap(first, second);
    case '&':
    case '|':
    case '>':
      return second?.text === first.text ? hasGap(second, third) : hasGap(first, second);
    case '*':
    case '-':
      return hasGap(first, second);
    default:
      return false;
  }
}

function hasGap(first: Lexeme, second: Lexeme | undefined): boolean {
  return second === undefined || second.start > first.end;
}

/** A block comes before the statement ends: what stands before it is a condition. */
export function takesBlock(code: readonly Lexeme[]): boolean {
  return code.find(({ text }) => text === '{' || text === ';')?.text === '{';
}

const ANNOUNCES_BLOCK = new Set([
  ...['if', 'while', 'match', 'loop', 'else', 'impl', 'struct', 'enum', 'union', 'trait', 'mod'],
]);
const ANNOUNCES_SEMICOLON = new Set(['let', 'const', 'static', 'use', 'type']);
const AFTER_CONST = new Set(['fn', 'unsafe', 'extern', 'async']);

export const announcesInRust: Announces = (code, index) => {
  const [before, word, next] = [code[index - 1]?.text, code[index]?.text ?? '', code[index + 1]];
  if (ANNOUNCES_BLOCK.has(word)) return 'block';
  if (word === 'fn') return next?.kind === 'word' ? 'block' : undefined;
  if (word === 'for') return next?.text === '<' ? undefined : 'block';
  if (!ANNOUNCES_SEMICOLON.has(word) || AFTER_CONST.has(next?.text ?? '')) return undefined;
  return before === undefined || before === 'pub' || ';{})]'.includes(before) ? 'semicolon' : undefined;
};

/** Completes a last element that ends after the hunk: an operand, a body, a semicolon; and closes what is open. */
export function rustTail({ code, cut }: HunkCode, outer: RustContext): string {
  const isForeign = (depth: number): boolean =>
    depth === 0 ? outer === 'foreign' : opensForeign(code, cut.unclosed[depth - 1]?.index ?? -1);
  const closers = cut.unclosed.map(
    ({ bracket, around }, depth) => (CLOSERS[bracket] ?? '') + finish(around, isForeign(depth)),
  );
  const operand = awaitsOperand(code.at(-1)) ? ' __x' : '';
  return operand + finish(cut.awaited, isForeign(closers.length)) + closers.reverse().join('');
}

/** Functions that are declared for C have no block. */
function finish({ block, semicolon }: Awaited, isForeign: boolean): string {
  if (block && isForeign) return ';';
  return (block ? ' {}' : '') + (semicolon ? ';' : '');
}

/** `extern {` or `extern "C" {`. */
function opensForeign(code: readonly Lexeme[], index: number): boolean {
  const abi = code[index - 1];
  return (abi?.kind === 'string' ? code[index - 2] : abi)?.text === 'extern';
}

const BEFORE_OPERAND = new Set([
  ...['if', 'while', 'match', 'in', 'return', 'let', 'as', 'for', 'mut', 'const', 'fn', 'impl', 'struct'],
]);

function awaitsOperand(last: Lexeme | undefined): boolean {
  if (last?.kind === 'word') return BEFORE_OPERAND.has(last.text);
  return last?.kind === 'punctuation' && '=+-/%&|^<:.!*'.includes(last.text);
}
