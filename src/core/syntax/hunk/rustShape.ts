import type { Lexeme } from '../lex/lexeme.ts';

/** What the code of one level looks like: items (also of an impl), statements, match arms, `name: …` pairs, a list. */
export interface RustShape {
  readonly kind: 'items' | 'statements' | 'arms' | 'pairs' | 'list' | 'expression' | 'none';
  /** Of pairs: more of them look like values than like types. */
  readonly hasValues: boolean;
  /** Of pairs: some have a visibility, an attribute apart. */
  readonly hasVisibility: boolean;
  readonly hasSelf: boolean;
  /** A visible function without a body: it is declared in an `extern` block. */
  readonly hasForeign: boolean;
  /** A function without a body. */
  readonly hasSignature: boolean;
}

const ITEM = new Set([
  'fn',
  'impl',
  'trait',
  'struct',
  'enum',
  'union',
  'mod',
  'use',
  'extern',
  'type',
  'macro_rules',
]);
const ITEM_AFTER_QUALIFIER = new Set(['fn', 'impl', 'trait', 'extern', 'unsafe', 'async', 'const']);
const STATEMENT = new Set(['let', 'if', 'while', 'for', 'loop', 'match', 'return', 'break', 'continue']);

/** Looks at how the elements of a level begin and what separates them. */
export function rustShape(code: readonly Lexeme[]): RustShape {
  const count = { items: 0, statements: 0, arms: 0, pairs: 0, values: 0, commas: 0, semicolons: 0 };
  let [hasVisibility, hasSelf, hasForeign, hasSignature] = [false, false, false, false];
  let signature: 'none' | 'private' | 'visible' = 'none';
  let starts = true;
  if ((code[0]?.text === '-' && code[1]?.text === '>') || code[0]?.text === 'where') count.items++;
  for (let at = 0; at < code.length; at++) {
    const lexeme = code[at];
    const next = code[at + 1];
    if (!lexeme) break;
    if (lexeme.kind === 'punctuation') {
      if (lexeme.text === '#' && (next?.text === '[' || next?.text === '!')) {
        at = skipAttribute(code, at);
        continue;
      }
      if (lexeme.text === '=' && next?.text === '>' && next.start === lexeme.end) count.arms++;
      if (lexeme.text === ',') count.commas++;
      if (lexeme.text === ';') count.semicolons++;
      if (lexeme.text === ';' && signature === 'visible') hasForeign = true;
      if (lexeme.text === ';' && signature !== 'none') hasSignature = true;
      starts = lexeme.text === ',' || lexeme.text === ';' || lexeme.text === '}';
      if (starts) signature = 'none';
      continue;
    }
    if (lexeme.text === 'self') hasSelf = true;
    if (!starts) continue;
    starts = false;
    if (lexeme.kind !== 'word') continue;
    const visible = lexeme.text === 'pub';
    const head = visible ? skipVisibility(code, at) : at;
    const [word, following] = [code[head]?.text ?? '', code[head + 1]];
    if (isItem(word, following)) {
      count.items++;
      if (declaresFunction(code, head)) signature = visible ? 'visible' : 'private';
    } else if (STATEMENT.has(word) || (word === 'unsafe' && following?.text === '{')) count.statements++;
    else if (following?.text === ':' && code[head + 2]?.text !== ':') {
      count.pairs++;
      if (visible) hasVisibility = true;
      if (looksLikeValue(code, head + 2)) count.values++;
    }
    at = head;
  }
  const kind =
    count.arms > 0
      ? 'arms'
      : count.statements > 0 && (count.semicolons > 0 || count.commas === 0)
        ? 'statements'
        : count.items > 0
          ? 'items'
          : count.semicolons > 0
            ? 'statements'
            : count.pairs > 0
              ? 'pairs'
              : count.commas > 0
                ? 'list'
                : code.length > 0
                  ? 'expression'
                  : 'none';
  return {
    kind,
    hasValues: count.values * 2 > count.pairs,
    hasVisibility,
    hasSelf,
    hasForeign,
    hasSignature,
  };
}

function isItem(word: string, next: Lexeme | undefined): boolean {
  if (ITEM.has(word))
    return (
      next?.kind === 'word' ||
      next?.kind === 'string' ||
      next?.text === '{' ||
      next?.text === '<' ||
      next?.text === '!' ||
      next?.text === ':'
    );
  if (word === 'unsafe' || word === 'async' || word === 'const' || word === 'default')
    return next !== undefined && ITEM_AFTER_QUALIFIER.has(next.text);
  return false;
}

/** `pub fn`, with any qualifiers between. */
function declaresFunction(code: readonly Lexeme[], from: number): boolean {
  for (let at = from; at < from + 6; at++) {
    const lexeme = code[at];
    if (lexeme?.text === 'fn') return true;
    if (lexeme?.kind !== 'word' && lexeme?.kind !== 'string') return false;
  }
  return false;
}

/** Index of the word after `pub` or `pub(…)`; what the parentheses hold is not in `code`. */
function skipVisibility(code: readonly Lexeme[], at: number): number {
  return code[at + 1]?.text === '(' && code[at + 2]?.text === ')' ? at + 3 : at + 1;
}

function skipAttribute(code: readonly Lexeme[], at: number): number {
  const open = code[at + 1]?.text === '!' ? at + 2 : at + 1;
  return code[open + 1]?.text === ']' ? open + 1 : open;
}

function looksLikeValue(code: readonly Lexeme[], at: number): boolean {
  const [first, second] = [code[at], code[at + 1]];
  if (!first) return false;
  if (first.kind === 'number' || first.kind === 'string' || first.kind === 'char') return true;
  if (first.text === '&' || first.text === '*')
    return (
      second?.kind === 'word' &&
      second.text !== 'mut' &&
      second.text !== 'const' &&
      second.text !== 'dyn' &&
      !/^[A-Z]/.test(second.text) &&
      !PRIMITIVE.test(second.text)
    );
  if (first.kind !== 'word' || PRIMITIVE.test(first.text)) return false;
  if (second && '(.!{['.includes(second.text)) return true;
  return /^[a-z_]/.test(lastOfPath(code, at)?.text ?? '') || CONSTANT.test(lastOfPath(code, at)?.text ?? '');
}

const PRIMITIVE = /^(?:[iu](?:8|16|32|64|128|size)|f32|f64|bool|char|str|dyn|impl|fn|unsafe|extern|c_\w+)$/;
const CONSTANT = /^[A-Z][A-Z0-9_]{2,}$/;

/** `d` of `a::b::d`. */
function lastOfPath(code: readonly Lexeme[], from: number): Lexeme | undefined {
  let at = from;
  while (code[at + 1]?.text === ':' && code[at + 2]?.text === ':' && code[at + 3]?.kind === 'word') at += 3;
  return code[at];
}

/** True if code declares functions that end in `;`, take raw pointers or C types and no `self`: declarations for C. */
export function hasRawSignatures(code: readonly Lexeme[]): boolean {
  for (let at = 0; at < code.length; at++) {
    if (code[at]?.text !== 'fn' || code[at + 1]?.kind !== 'word') continue;
    let [depth, raw, self] = [0, false, false];
    for (at++; at < code.length; at++) {
      const { text } = code[at] ?? { text: '' };
      if (depth === 0 && (text === ';' || text === '{' || text === '}')) break;
      if (text === '(') depth++;
      else if (text === ')' && --depth < 0) break;
      if (text === 'self') self = true;
      if (
        (text === '*' && (code[at + 1]?.text === 'const' || code[at + 1]?.text === 'mut')) ||
        /^c_[a-z]+$/.test(text)
      )
        raw = true;
    }
    if (raw && !self && code[at]?.text === ';') return true;
  }
  return false;
}
