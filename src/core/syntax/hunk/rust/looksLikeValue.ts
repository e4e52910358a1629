import type { Lexeme } from '../../lex/lexeme.ts';

const TYPE_WORD =
  /^(?:[iu](?:8|16|32|64|128|size)|f32|f64|bool|char|str|dyn|impl|fn|unsafe|extern|mut|const|c_\w+)$/;
const CONSTANT = /^[A-Z][A-Z0-9_]{2,}$/;

/** True if what follows the colon of `name: …` at index `at` is a value of a struct literal, not a type. */
export function looksLikeValue(code: readonly Lexeme[], at: number): boolean {
  const [first, second] = [code[at], code[at + 1]];
  if (!first) return false;
  if (first.text === '&' || first.text === '*') return second?.kind === 'word' && isValueWord(second.text);
  if (first.kind !== 'word')
    return first.kind === 'number' || first.kind === 'string' || first.kind === 'char';
  if (TYPE_WORD.test(first.text)) return false;
  if (second && '(.!{['.includes(second.text)) return true;
  const last = lastOfPath(code, at);
  return isValueWord(last) || CONSTANT.test(last);
}

/** Types begin with a capital. */
function isValueWord(word: string): boolean {
  return /^[a-z_]/.test(word) && !TYPE_WORD.test(word);
}

/** `c` of `a::b::c`. */
function lastOfPath(code: readonly Lexeme[], from: number): string {
  let at = from;
  while (code[at + 1]?.text === ':' && code[at + 2]?.text === ':' && code[at + 3]?.kind === 'word') at += 3;
  return code[at]?.text ?? '';
}
