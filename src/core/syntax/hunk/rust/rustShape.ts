import type { Lexeme } from '../../lex/lexeme.ts';
import { looksLikeValue } from './looksLikeValue.ts';

/** What the code of one level looks like. */
export interface RustShape {
  /** `items` are also those of an impl; `pairs` are `name: …`, of types or of values; a `list` has commas. */
  readonly kind: 'items' | 'statements' | 'arms' | 'pairs' | 'list' | 'expression' | 'none';
  /** Of pairs: most are values, not types. */
  readonly hasValues: boolean;
  /** Of pairs: some are `pub`. */
  readonly hasVisibility: boolean;
  readonly hasSelf: boolean;
  readonly hasCalls: boolean;
  /** Functions without a body. */
  readonly signatures: 'none' | 'private' | 'visible';
}

interface Counts {
  items: number;
  statements: number;
  arms: number;
  pairs: number;
  values: number;
  visible: number;
  commas: number;
  semicolons: number;
}

/** Looks at how the elements of a level begin and what separates them. */
export function rustShape(code: readonly Lexeme[]): RustShape {
  const counts: Counts = {
    items: continuesHeader(code) ? 1 : 0,
    statements: 0,
    arms: 0,
    pairs: 0,
    values: 0,
    visible: 0,
    commas: 0,
    semicolons: 0,
  };
  let signatures: RustShape['signatures'] = 'none';
  let signature: RustShape['signatures'] = 'none';
  let starts = true;
  for (let at = 0; at < code.length; at++) {
    const lexeme = code[at];
    if (!lexeme) break;
    if (isAttribute(code, at)) {
      at = attributeEnd(code, at);
    } else if (lexeme.kind === 'punctuation') {
      countPunctuation(counts, code, at);
      if (lexeme.text === ';' && signature !== 'none' && signatures !== 'visible') signatures = signature;
      starts = ';,}'.includes(lexeme.text);
      if (starts) signature = 'none';
    } else if (starts) {
      starts = false;
      const head = headOf(code, at);
      if (countElement(counts, code, at, head) && declaresFunction(code, head))
        signature = head > at ? 'visible' : 'private';
      at = head;
    }
  }
  return {
    kind: kindOf(counts, code),
    hasValues: counts.values * 2 > counts.pairs,
    hasVisibility: counts.visible > 0,
    hasSelf: code.some(({ text }) => text === 'self'),
    hasCalls: code.some(({ text }) => text === '('),
    signatures,
  };
}

function kindOf(counts: Counts, code: readonly Lexeme[]): RustShape['kind'] {
  if (counts.arms > 0) return 'arms';
  if (counts.statements > 0 && (counts.semicolons > 0 || counts.commas === 0)) return 'statements';
  if (counts.items > 0) return 'items';
  if (counts.semicolons > 0) return 'statements';
  if (counts.pairs > 0) return 'pairs';
  if (counts.commas > 0) return 'list';
  return code.length > 0 ? 'expression' : 'none';
}

/** What follows a parameter list. */
function continuesHeader([first, second]: readonly Lexeme[]): boolean {
  return first?.text === 'where' || (first?.text === '-' && second?.text === '>');
}

function countPunctuation(counts: Counts, code: readonly Lexeme[], at: number): void {
  const [lexeme, next] = [code[at], code[at + 1]];
  if (lexeme?.text === ',') counts.commas++;
  else if (lexeme?.text === ';') counts.semicolons++;
  else if (lexeme?.text === '=' && next?.text === '>' && next.start === lexeme.end) counts.arms++;
}

const STATEMENT = new Set(['let', 'if', 'while', 'for', 'loop', 'match', 'return', 'break', 'continue']);

/** Counts the element that begins at `at`; `head` is its first word after `pub`. True if it is an item. */
function countElement(counts: Counts, code: readonly Lexeme[], at: number, head: number): boolean {
  const [word, next] = [code[head]?.text ?? '', code[head + 1]];
  if (code[head]?.kind !== 'word') return false;
  if (isItem(word, next)) {
    counts.items++;
    return true;
  }
  if (STATEMENT.has(word) || (word === 'unsafe' && next?.text === '{')) counts.statements++;
  else if (next?.text === ':' && code[head + 2]?.text !== ':') {
    counts.pairs++;
    if (head > at) counts.visible++;
    if (looksLikeValue(code, head + 2)) counts.values++;
  }
  return false;
}

const ITEM = new Set([
  ...['fn', 'impl', 'trait', 'struct', 'enum', 'union', 'mod', 'use', 'extern', 'type', 'macro_rules'],
]);
const QUALIFIER = new Set(['unsafe', 'async', 'const', 'default']);
const QUALIFIED = new Set(['fn', 'impl', 'trait', 'extern', 'unsafe', 'async', 'const']);

function isItem(word: string, next: Lexeme | undefined): boolean {
  if (!next) return false;
  if (QUALIFIER.has(word)) return QUALIFIED.has(next.text);
  return ITEM.has(word) && (next.kind === 'word' || next.kind === 'string' || '{<!:'.includes(next.text));
}

/** `fn`, with any qualifiers before it. */
function declaresFunction(code: readonly Lexeme[], from: number): boolean {
  const end = code
    .slice(from, from + 6)
    .find(({ kind, text }) => text === 'fn' || (kind !== 'word' && kind !== 'string'));
  return end?.text === 'fn';
}

/** Index of the word after `pub` or `pub(…)`, of which a level has only the parentheses; else `at`. */
function headOf(code: readonly Lexeme[], at: number): number {
  if (code[at]?.text !== 'pub') return at;
  return code[at + 1]?.text === '(' && code[at + 2]?.text === ')' ? at + 3 : at + 1;
}

function isAttribute(code: readonly Lexeme[], at: number): boolean {
  return code[at]?.text === '#' && (code[at + 1]?.text === '[' || code[at + 1]?.text === '!');
}

/** Index of the last lexeme of an attribute, of which a level has only the brackets. */
function attributeEnd(code: readonly Lexeme[], at: number): number {
  const open = code[at + 1]?.text === '!' ? at + 2 : at + 1;
  return code[open + 1]?.text === ']' ? open + 1 : open;
}
