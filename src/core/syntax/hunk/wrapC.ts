import type { Lexeme } from '../lex/lexeme.ts';
import { cShape, type CShape } from './cShape.ts';
import type { Level, Levels } from './levels.ts';
import type { HunkStart } from './wrapRust.ts';
import { CLOSERS, type Wrapping } from './wrapping.ts';

/** Where a piece of C stands. */
type Context = 'items' | 'statements' | 'fields' | 'enumerators' | 'initializer' | 'arguments' | 'parameters';

const WRAPPERS: Record<Context, readonly [before: string, after: string]> = {
  items: ['', ''],
  statements: ['void __h(void) {', '}'],
  fields: ['struct __S {', '};'],
  enumerators: ['enum __E {', '};'],
  initializer: ['T __x = {', '};'],
  arguments: ['void __h(void) { __f(', ');}'],
  parameters: ['void __p(', ');'],
};

/** Ways to complete a piece of C, the likeliest first. `last` is its last code. */
export function wrapC(cut: Levels, start: HunkStart, code: readonly Lexeme[]): readonly Wrapping[] {
  const { levels } = cut;
  const shapes = levels.map(({ code }) => cShape(code));
  const outermost = shapes.at(-1);
  if (!outermost) return [];
  return outerContexts(outermost, levels, start).map((context) => {
    const [open, close] = WRAPPERS[context];
    return {
      before: open + climb(levels, shapes, context) + head(levels, context, start),
      after: tail(code, cut, context, start) + close,
    };
  });
}

function outerContexts(shape: CShape, levels: readonly Level[], start: HunkStart): readonly Context[] {
  const { column, closerColumn } = start;
  const climbs = levels.length > 1;
  const first = levels[0]?.code[0];
  const second = levels[0]?.code[1];
  const isLabel = first?.kind === 'word' && second?.text === ':';
  const atItem = climbs ? closerColumn === 0 : column === 0 && !isLabel && first?.text !== '}';
  if (atItem) return ['items', 'statements'];
  return [...new Set([...bySection(shape, start), 'statements', 'items', 'fields'] as const)];
}

function bySection(shape: CShape, { section }: HunkStart): readonly Context[] {
  const { kind } = section;
  switch (shape.kind) {
    case 'statements':
      return ['statements', 'items'];
    case 'declarations':
      return kind === 'struct' ? ['fields', 'statements'] : ['statements', 'fields'];
    case 'initializers':
      return kind === 'enum' ? ['enumerators', 'initializer'] : ['initializer', 'statements'];
    case 'list':
      if (kind === 'enum') return ['enumerators', 'initializer'];
      if (kind === 'value') return ['initializer', 'enumerators'];
      if (shape.hasTypes) return ['parameters', 'statements'];
      return kind === 'struct' ? ['fields', 'initializer'] : ['arguments', 'initializer'];
    case 'expression':
    case 'none':
      return byHeader(kind);
  }
}

function byHeader(kind: HunkStart['section']['kind']): readonly Context[] {
  switch (kind) {
    case 'value':
      return ['initializer', 'statements'];
    case 'struct':
      return ['fields', 'initializer'];
    case 'enum':
      return ['enumerators', 'statements'];
    default:
      return ['statements', 'arguments'];
  }
}

function climb(levels: readonly Level[], shapes: readonly CShape[], outer: Context): string {
  let context = outer;
  let text = '';
  for (let at = levels.length - 2; at >= 0; at--) {
    const level = levels[at];
    const shape = shapes[at];
    if (!level || !shape) break;
    const [opening, inner] =
      level.closer?.text === '}' ? brace(level, shape, context) : parenthesis(level, shape, context);
    text += opening;
    context = inner;
  }
  return text;
}

function brace({ closer, next }: Level, shape: CShape, outer: Context): readonly [string, Context] {
  const onSameRow = next !== undefined && next.row === closer?.row;
  const endsDeclaration = next?.text === ';' || (onSameRow && next.kind === 'word');
  const isList = shape.kind === 'initializers' || shape.kind === 'list';
  if (outer === 'items') {
    if (isList && !shape.hasSemicolon) {
      return shape.kind === 'list' && (shape.hasNames || next?.kind === 'word')
        ? ['enum __E {', 'enumerators']
        : ['T __x = {', 'initializer'];
    }
    if (endsDeclaration && shape.kind !== 'statements') return ['struct __S {', 'fields'];
    return ['void __h(void) {', 'statements'];
  }
  if (outer === 'fields') return ['struct {', 'fields'];
  if (outer === 'initializer' || outer === 'enumerators') return ['{', 'initializer'];
  if (outer === 'statements') {
    if (next?.text === 'else') return ['if (c) {', 'statements'];
    if (next?.text === 'while' && onSameRow) return ['do {', 'statements'];
    if (isList && next?.text === ';') return ['T __x = {', 'initializer'];
    return ['{', 'statements'];
  }
  if (shape.kind === 'statements' || shape.kind === 'declarations') return ['({', 'statements'];
  return ['(T) {', 'initializer'];
}

function parenthesis({ closer, next }: Level, shape: CShape, outer: Context): readonly [string, Context] {
  if (closer?.text === ']') return [outer === 'statements' ? 'x = __a[' : '__a[', 'arguments'];
  const opensBlock = next?.text === '{';
  if (outer === 'items')
    return opensBlock || shape.hasTypes || next?.text === ';'
      ? ['void __p(', 'parameters']
      : ['__f(', 'arguments'];
  if (outer === 'fields') return ['void (*__f)(', 'parameters'];
  if (outer !== 'statements') return ['__f(', 'arguments'];
  if (shape.hasSemicolon) return ['for (', 'arguments'];
  const takesBody =
    opensBlock ||
    next?.text === 'return' ||
    (next?.kind === 'word' && closer !== undefined && next.row > closer.row);
  if (takesBody) return ['if (', 'arguments'];
  return shape.hasTypes ? ['void __p(', 'parameters'] : ['__f(', 'arguments'];
}

/** Completes a first element that begins before the hunk. */
function head(levels: readonly Level[], outer: Context, { section }: HunkStart): string {
  const [first, second] = levels[0]?.code ?? [];
  if (!first) return '';
  if (first.text === '{' && outer === 'items' && levels.length === 1)
    return section.kind === 'value'
      ? 'T __x ='
      : section.kind === 'struct'
        ? 'struct __S'
        : section.kind === 'enum'
          ? 'enum __E'
          : 'void __p(void)';
  if (
    first.kind === 'word' &&
    second?.text === '(' &&
    outer === 'items' &&
    levels.length === 1 &&
    /[a-z]/.test(first.text)
  )
    return 'int ';
  if (first.text === 'else') return 'if (c) ;';
  if (outer !== 'items' && continuesIf(levels[0]?.code ?? [])) return 'if (c) ';
  if (first.kind !== 'punctuation') return '';
  if ('|/%=<>?^'.includes(first.text) || (first.text === '&' && second?.text === '&') || first.text === '+')
    return '__x';
  if (first.text === '-' && second?.text === '>') return '__x';
  return '';
}

/** The first statement is followed by an `else` whose `if` stands before the hunk. */
function continuesIf(code: readonly Lexeme[]): boolean {
  const at = code.findIndex(({ text }) => text === ';' || text === '}' || text === 'if');
  return code[at]?.text !== 'if' && code[at + 1]?.text === 'else';
}

/** Completes a last element that ends after the hunk, and closes what is open. */
function tail(code: readonly Lexeme[], { unclosed }: Levels, outer: Context, start: HunkStart): string {
  const last = code.at(-1);
  let inList = LISTS.has(outer);
  let closers = '';
  for (const { bracket, index } of unclosed) {
    const end = code[index - 1]?.text === 'do' ? ' while (0);' : inList ? '' : ';';
    closers = `${CLOSERS[bracket] ?? ''}${end}${closers}`;
    inList = bracket !== '{' || opensList(code, index, inList);
  }
  const operand = awaitsOperand(last) ? ' __x' : '';
  const ended = last === undefined || (last.kind === 'punctuation' && ';}{'.includes(last.text));
  if (outer === 'items' && endsInHeader(code, unclosed, start))
    return `${operand}${unclosed.length > 0 ? ')' : ''} {}`;
  const isSwitch = last?.text === ')' && code[lastOpening(code) - 1]?.text === 'switch';
  return operand + (ended || inList ? '' : isSwitch ? ' {}' : ';') + closers;
}

/** The hunk ends within the header of what looks like a function definition, not a prototype. */
function endsInHeader(
  code: readonly Lexeme[],
  unclosed: Levels['unclosed'],
  { section, source }: HunkStart,
): boolean {
  const open =
    unclosed.length === 1 && unclosed[0]?.bracket === '('
      ? unclosed[0].index
      : unclosed.length === 0 && code.at(-1)?.text === ')'
        ? lastOpening(code)
        : -1;
  const name = code[open - 1];
  if (name?.kind !== 'word') return false;
  return section.kind === 'function' || name.start === 0 || source[name.start - 1] === '\n';
}

/** Index of the parenthesis that the last lexeme closes. */
function lastOpening(code: readonly Lexeme[]): number {
  let depth = 0;
  for (let at = code.length - 1; at >= 0; at--) {
    if (code[at]?.text === ')') depth++;
    if (code[at]?.text === '(' && --depth === 0) return at;
  }
  return -1;
}

function awaitsOperand(last: Lexeme | undefined): boolean {
  if (last?.kind === 'word') return last.text === 'struct' || last.text === 'union' || last.text === 'enum';
  return last?.kind === 'punctuation' && ',=+-/%&|^<>?.!*'.includes(last.text);
}

const LISTS: ReadonlySet<Context> = new Set(['initializer', 'enumerators', 'arguments', 'parameters']);

/** The brace holds elements with commas between, not statements. */
function opensList(code: readonly Lexeme[], index: number, inList: boolean): boolean {
  const [word, before] = [code[index - 2]?.text, code[index - 1]?.text];
  if (before === '=' || before === ',' || before === 'enum' || word === 'enum') return true;
  return inList && before !== ')';
}
