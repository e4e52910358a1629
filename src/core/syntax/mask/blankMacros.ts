import type { Lexeme } from '../lex/lexeme.ts';
import { blank, type Edit } from './edit.ts';
import { operatorArgument, typeArguments } from './macroArguments.ts';
import {
  ATTRIBUTES,
  ATTRIBUTE_FAMILY,
  ATTRIBUTE_SUFFIX,
  ITEM_MACRO,
  KEYWORDS,
  LOOP,
  TAKES_TYPE,
  TYPE_WRAPPER,
} from './macroNames.ts';

/** A name in C code and what stands around it. */
interface Place {
  readonly name: Lexeme;
  readonly before: Lexeme | undefined;
  readonly after: Lexeme | undefined;
  /** Index of `name` in `code`. */
  readonly index: number;
  /** The line of `name` begins in column 0: here stand items, not statements. */
  readonly atItem: boolean;
  readonly code: readonly Lexeme[];
  /** For each parenthesis its partner, by index. */
  readonly partners: ReadonlyMap<number, number>;
}

/** A macro called with arguments: the parentheses, and what follows them. */
interface Call {
  readonly open: Lexeme;
  readonly close: Lexeme;
  readonly closeIndex: number;
  readonly next: Lexeme | undefined;
}

/** Blanks the C macros that the grammar cannot read. `code`: the lexemes of `source` without comments and directives. */
export function blankMacros(source: string, code: readonly Lexeme[]): readonly Edit[] {
  const edits: Edit[] = [];
  const partners = parentheses(code);
  let row = -1;
  let atItem = false;
  for (const [index, name] of code.entries()) {
    if (name.row !== row) {
      row = name.row;
      atItem = name.start === 0 || source[name.start - 1] === '\n';
    }
    if (name.text === ',') edits.push(...operatorArgument(code, index));
    if (name.kind !== 'word') continue;
    const [before, after] = [code[index - 1], code[index + 1]];
    if (before?.text !== '.' && before?.text !== '>')
      edits.push(...macroEdits({ name, before, after, index, atItem, code, partners }));
  }
  return edits;
}

function parentheses(code: readonly Lexeme[]): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  const open: number[] = [];
  for (const [index, { kind, text }] of code.entries()) {
    if (kind !== 'punctuation') continue;
    if (text === '(') open.push(index);
    else if (text === ')') {
      const start = open.pop();
      if (start === undefined) continue;
      partners.set(start, index);
      partners.set(index, start);
    }
  }
  return partners;
}

function macroEdits(place: Place): readonly Edit[] {
  const { name, before, after } = place;
  if (after?.text === '(') {
    const call = callAt(place, after);
    return call ? callEdits(place, call) : [];
  }
  const isAttribute =
    ((ATTRIBUTES.has(name.text) || ATTRIBUTE_FAMILY.test(name.text)) && after?.text !== '=') ||
    (ATTRIBUTE_SUFFIX.test(name.text) && standsAsAttribute(place, before, after)) ||
    (isCapital(name.text) && qualifiesItem(place)) ||
    precedesDeclaration(place);
  return isAttribute ? [blank(name.start, name.end)] : [];
}

function callAt({ index, code, partners }: Place, open: Lexeme): Call | undefined {
  const closeIndex = partners.get(index + 1);
  const close = closeIndex === undefined ? undefined : code[closeIndex];
  return closeIndex === undefined || !close
    ? undefined
    : { open, close, closeIndex, next: code[closeIndex + 1] };
}

function callEdits(place: Place, call: Call): readonly Edit[] {
  const { name, index, code } = place;
  const { open, close, closeIndex, next } = call;
  const all = [blank(name.start, close.end)];
  if (ATTRIBUTES.has(name.text) || ATTRIBUTE_FAMILY.test(name.text)) return all;
  const types = TAKES_TYPE.test(name.text) ? typeArguments(code, index + 2, closeIndex) : [];
  if (LOOP.test(name.text) && opensBlock(call))
    return closeIndex === index + 2 ? all : [asKeyword(name), ...types];
  if (isCapital(name.text)) {
    if (wrapsType(place, call)) return [blank(name.start, open.end), blank(close.start, close.end)];
    if (namesType(place, call)) return [blank(open.start, close.end)];
  }
  if (ATTRIBUTE_SUFFIX.test(name.text) && followsAttribute(next) && followsDeclarator(place)) return all;
  return isBareItem(place, call) ? all : types;
}

function isCapital(text: string): boolean {
  return /^_?[A-Z][A-Z0-9_]{3,}$/.test(text);
}

function opensBlock({ close, next }: Call): boolean {
  return next !== undefined && (next.text === '{' || (next.kind === 'word' && next.row > close.row));
}

/** The name becomes a keyword that takes parentheses and a body. */
function asKeyword({ start, end }: Lexeme): Edit {
  return { start, end, text: end - start >= 5 ? 'while' : 'if' };
}

/** `GIT_EXTERN(int) git_init(…`: a short type in parentheses before the name of a declaration. */
function wrapsType({ name, index, code, atItem }: Place, { close, closeIndex, next }: Call): boolean {
  if (closeIndex === index + 2 || next?.kind !== 'word' || next.row !== close.row) return false;
  if (TYPE_WRAPPER.test(name.text)) return true;
  return atItem && code[closeIndex + 2]?.text === '(' && closeIndex - index <= MAX_TYPE_LEXEMES;
}

const MAX_TYPE_LEXEMES = 5;

/** `QTAILQ_HEAD(, Fan) fans;`: a type made by a macro of several arguments; the name alone reads as a type. */
function namesType({ index, code }: Place, { close, closeIndex, next }: Call): boolean {
  const end = code[closeIndex + 2];
  if (next?.kind !== 'word' || next.row !== close.row || !end || !';=,['.includes(end.text)) return false;
  return (
    closeIndex - index <= MAX_ARGUMENT_LEXEMES &&
    code.slice(index, closeIndex).some(({ text }) => text === ',')
  );
}

const MAX_ARGUMENT_LEXEMES = 20;

function followsAttribute(next: Lexeme | undefined): boolean {
  return next !== undefined && (next.kind === 'word' || ';{,)='.includes(next.text));
}

/** Before it stands a name, a type or a parameter list: something is declared, nothing called. */
function followsDeclarator({ before, index, code, partners }: Place): boolean {
  if (before?.text === ')') {
    const word = code[(partners.get(index - 1) ?? 0) - 1];
    return word?.kind === 'word' && !KEYWORDS.has(word.text);
  }
  return (
    before?.text === '}' ||
    (before?.kind === 'word' && (!KEYWORDS.has(before.text) || before.text === 'static'))
  );
}

/** A word of attribute-like spelling that is neither a value nor a name here. */
function standsAsAttribute(place: Place, before: Lexeme | undefined, after: Lexeme | undefined): boolean {
  if (after?.kind === 'word') return true;
  return (
    before !== undefined && after !== undefined && ';,){='.includes(after.text) && followsDeclarator(place)
  );
}

/** `MACRO(…)` that is an item of its own and has no semicolon. */
function isBareItem({ name, atItem, before }: Place, { close, next }: Call): boolean {
  if (!atItem || !(isCapital(name.text) || ITEM_MACRO.test(name.text))) return false;
  if (before?.text === '=' || before?.text === ',' || (before?.row === name.row && before.text !== ';'))
    return false;
  return !next || (next.row > close.row && next.text !== '{');
}

/** An unknown capital word before a type at the start of an item: `SOME_ABI static int f(void)`. */
function qualifiesItem({ name, before, after, index, code, atItem }: Place): boolean {
  if (!atItem || after?.kind !== 'word') return false;
  if (before?.row === name.row && !STORAGE.has(before.text)) return false;
  const following = code[index + 2];
  return following?.kind === 'word' || following?.text === '*';
}

const STORAGE: ReadonlySet<string> = new Set(['extern', 'static', 'inline', 'const']);

/** `gs_free char *name = …`: a statement cannot begin with two types, so the first word is an attribute. */
function precedesDeclaration({ name, before, after, index, code }: Place): boolean {
  if (before && !';{}'.includes(before.text)) return false;
  if (KEYWORDS.has(name.text) || after?.kind !== 'word' || after.row !== name.row) return false;
  let at = index + 2;
  if (after.text === 'struct' || after.text === 'const' || after.text === 'unsigned') at++;
  else if (KEYWORDS.has(after.text) && !PRIMITIVES.has(after.text)) return false;
  while (code[at]?.text === '*') at++;
  const end = code[at + 1];
  return (
    code[at]?.kind === 'word' &&
    !KEYWORDS.has(code[at]?.text ?? '') &&
    end !== undefined &&
    ';=,['.includes(end.text)
  );
}

const PRIMITIVES: ReadonlySet<string> = new Set([
  'char',
  'int',
  'void',
  'long',
  'short',
  'float',
  'double',
  'bool',
]);
