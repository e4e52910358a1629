import type { Lexeme } from '../lex/lexeme.ts';
import { blank, type Edit } from './edit.ts';

const OPERATORS = '=!<>';

/** `g_assert_cmpint(a, ==, b)`: an operator as an argument goes, with the comma after it. `comma`: index of the one before. */
export function operatorArgument(code: readonly Lexeme[], comma: number): readonly Edit[] {
  let at = comma + 1;
  while (at <= comma + 2 && OPERATORS.includes(code[at]?.text ?? ' ')) at++;
  const [first, end] = [code[comma + 1], code[at]];
  return at > comma + 1 && first && end?.text === ',' ? [blank(first.start, end.end)] : [];
}

/** Arguments of `from..to` (indices, end exclusive) that are types are turned into single names. */
export function typeArguments(code: readonly Lexeme[], from: number, to: number): readonly Edit[] {
  const edits: Edit[] = [];
  let start = from;
  for (let at = from; at <= to; at++) {
    const text = code[at]?.text;
    if (text === '(') return edits;
    if (at < to && text !== ',') continue;
    edits.push(...asName(code.slice(start, at)));
    start = at + 1;
  }
  return edits;
}

/** `struct foo *` becomes `foo`, `unsigned char` becomes `T`; anything but a type stays. */
function asName(argument: readonly Lexeme[]): readonly Edit[] {
  const words = argument.filter(({ kind }) => kind === 'word');
  const stars = argument.filter(({ text }) => text === '*');
  const last = words.at(-1);
  const isType =
    words.length + stars.length === argument.length &&
    argument.slice(words.length).every(({ text }) => text === '*') &&
    (stars.length > 0 || words.some(({ text }) => TYPE_KEYWORD.test(text)));
  if (!last || !isType) return [];
  const name = TYPE_KEYWORD.test(last.text) ? [{ start: last.start, end: last.end, text: 'T' }] : [];
  return [
    ...argument.filter((lexeme) => lexeme !== last).map(({ start, end }) => blank(start, end)),
    ...name,
  ];
}

const TYPE_KEYWORD =
  /^(?:struct|union|enum|const|volatile|unsigned|signed|char|int|void|long|short|float|double|bool)$/;
