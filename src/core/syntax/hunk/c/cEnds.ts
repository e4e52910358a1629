import type { Lexeme } from '../../lex/lexeme.ts';
import type { HunkCode } from '../hunkCode.ts';
import type { SectionKind } from '../section.ts';
import { CLOSERS } from '../wrapping.ts';
import { isList, type CContext } from './cContext.ts';

/** Completes a first element that begins before the hunk. */
export function cHead({ cut, section }: HunkCode, context: CContext): string {
  const code = cut.levels[0]?.code ?? [];
  const [first, second] = code;
  if (!first) return '';
  if (context === 'items' && cut.levels.length === 1) {
    if (first.text === '{') return headerFor(section.kind);
    if (first.kind === 'word' && second?.text === '(' && /[a-z]/.test(first.text)) return 'int ';
  }
  if (first.text === 'else') return 'if (c) ;';
  if (context !== 'items' && continuesIf(code)) return 'if (c) ';
  if (first.kind !== 'punctuation') return '';
  if ('|/%=<>?^+'.includes(first.text)) return '__x';
  const isPair = (first.text === '&' && second?.text === '&') || (first.text === '-' && second?.text === '>');
  return isPair ? '__x' : '';
}

/** What stands before a brace that opens in column 0. */
function headerFor(section: SectionKind): string {
  switch (section) {
    case 'value':
      return 'T __x =';
    case 'struct':
      return 'struct __S';
    case 'enum':
      return 'enum __E';
    default:
      return 'void __p(void)';
  }
}

/** The first statement is followed by an `else` whose `if` stands before the hunk. */
function continuesIf(code: readonly Lexeme[]): boolean {
  const at = code.findIndex(({ text }) => text === ';' || text === '}' || text === 'if');
  return at >= 0 && code[at]?.text !== 'if' && code[at + 1]?.text === 'else';
}

/** Completes a last element that ends after the hunk, and closes what is open. */
export function cTail(hunk: HunkCode, outer: CContext): string {
  const { code, cut } = hunk;
  const last = code.at(-1);
  const operand = awaitsOperand(last) ? ' __x' : '';
  if (outer === 'items' && endsInHeader(hunk)) return `${operand}${cut.unclosed.length > 0 ? ')' : ''} {}`;
  let inList = isList(outer);
  let closers = '';
  for (const { bracket, index } of cut.unclosed) {
    const isDo = code[index - 1]?.text === 'do';
    closers = `${CLOSERS[bracket] ?? ''}${isDo ? ' while (0);' : inList ? '' : ';'}${closers}`;
    inList = bracket !== '{' || opensList(code, index, inList);
  }
  const ended = last === undefined || (last.kind === 'punctuation' && ';}{'.includes(last.text));
  if (ended || inList) return operand + closers;
  const isSwitch = last.text === ')' && code[openingOfLast(code) - 1]?.text === 'switch';
  return `${operand}${isSwitch ? ' {}' : ';'}${closers}`;
}

function awaitsOperand(last: Lexeme | undefined): boolean {
  if (last?.kind === 'word') return last.text === 'struct' || last.text === 'union' || last.text === 'enum';
  return last?.kind === 'punctuation' && ',=+-/%&|^<>?.!*'.includes(last.text);
}

/** The brace holds elements with commas between, not statements. */
function opensList(code: readonly Lexeme[], index: number, inList: boolean): boolean {
  const [word, before] = [code[index - 2]?.text, code[index - 1]?.text];
  if (before === '=' || before === ',' || before === 'enum' || word === 'enum') return true;
  return inList && before !== ')';
}

/** The hunk ends within the header of what looks like a function definition, not a prototype. */
function endsInHeader({ code, cut, section, source }: HunkCode): boolean {
  const [first, ...others] = cut.unclosed;
  if (others.length > 0 || (first && first.bracket !== '(')) return false;
  const at = (first?.index ?? openingOfLast(code)) - 1;
  const name = code[at];
  if (name?.kind !== 'word') return false;
  const startsLine = name.start === 0 || source[name.start - 1] === '\n';
  return section.kind === 'function' || startsLine || isStatic(code, at);
}

/** Few static functions are declared before they are defined. */
function isStatic(code: readonly Lexeme[], name: number): boolean {
  let at = name;
  while (code[at]?.kind === 'word' || code[at]?.text === '*') at--;
  return code[at + 1]?.text === 'static';
}

/** Index of the parenthesis that the last lexeme closes; -1 if it closes none. */
function openingOfLast(code: readonly Lexeme[]): number {
  if (code.at(-1)?.text !== ')') return -1;
  let depth = 0;
  for (let at = code.length - 1; at >= 0; at--) {
    if (code[at]?.text === ')') depth++;
    if (code[at]?.text === '(' && --depth === 0) return at;
  }
  return -1;
}
