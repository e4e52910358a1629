import type { Lexeme } from '../lex/lexeme.ts';

/** What the code of one level of C looks like. */
export interface CShape {
  /** Of declarations it is open whether they are fields, locals or file scope; `list` is comma-separated. */
  readonly kind: 'statements' | 'declarations' | 'initializers' | 'list' | 'expression' | 'none';
  /** Of a list: elements are declared (`int a, char *b`), as parameters are. */
  readonly hasTypes: boolean;
  /** Of a list: elements are single words or `word = …`, as enumerators are. */
  readonly hasNames: boolean;
  readonly hasSemicolon: boolean;
}

const STATEMENT = new Set([
  'if',
  'for',
  'while',
  'do',
  'switch',
  'return',
  'goto',
  'break',
  'continue',
  'else',
  'case',
  'default',
]);
const TYPE_WORD =
  /^(?:const|volatile|struct|union|enum|unsigned|signed|void|int|char|short|long|float|double|bool|_Bool|size_t|ssize_t|g?u?int(?:8|16|32|64|ptr)?(?:_t)?|gboolean|gpointer|gchar|register|restrict)$|_t$/;

/** Looks at how the elements of a level begin and what separates them. */
export function cShape(code: readonly Lexeme[]): CShape {
  const count = {
    statements: 0,
    declarations: 0,
    designators: 0,
    groups: 0,
    commas: 0,
    semicolons: 0,
    types: 0,
    names: 0,
  };
  let starts = true;
  for (let at = 0; at < code.length; at++) {
    const lexeme = code[at];
    const next = code[at + 1];
    if (!lexeme) break;
    const { kind, text } = lexeme;
    if (starts) {
      if (kind === 'word') {
        if (STATEMENT.has(text)) count.statements++;
        else if (text === 'static' || text === 'extern' || text === 'typedef') count.declarations++;
        else if (declares(code, at)) {
          count.declarations++;
          count.types++;
        } else if (isExpressionStart(next))
          count.statements += next?.text === '(' || next?.text === ',' ? 0 : 1;
        if (!next || next.text === ',' || next.text === '=') count.names++;
        if (next?.text === ':') count.statements++;
      } else if ((text === '.' && next?.kind === 'word') || (text === '[' && code[at + 2]?.text === '='))
        count.designators++;
      else if (text === '{') count.groups++;
      starts = false;
    }
    if (kind !== 'punctuation') continue;
    if (text === ',') count.commas++;
    if (text === ';') count.semicolons++;
    starts = text === ',' || text === ';' || text === '}' || text === '{';
  }
  return {
    kind: kindOf(count, code),
    hasTypes: count.types > 0 && count.types * 2 > count.commas,
    hasNames: count.names > 0,
    hasSemicolon: count.semicolons > 0,
  };
}

function kindOf(
  count: {
    statements: number;
    declarations: number;
    designators: number;
    groups: number;
    commas: number;
    semicolons: number;
    types: number;
  },
  code: readonly Lexeme[],
): CShape['kind'] {
  if (count.designators > 0 && count.semicolons === 0) return 'initializers';
  if (count.semicolons > 0) {
    if (count.statements > 0) return 'statements';
    return count.declarations > 0 ? 'declarations' : 'statements';
  }
  if (count.commas > 0) return count.groups > 0 && count.types === 0 ? 'initializers' : 'list';
  if (count.statements > 0) return 'statements';
  if (count.declarations > 0) return 'declarations';
  return code.length > 0 ? 'expression' : 'none';
}

/** `int a`, `struct foo *p`, `GList *list`: a type and then a name. */
function declares(code: readonly Lexeme[], from: number): boolean {
  let at = from;
  if (!TYPE_WORD.test(code[at]?.text ?? '') && code[at + 1]?.kind !== 'word' && code[at + 1]?.text !== '*')
    return false;
  while (code[at]?.kind === 'word') at++;
  const stars = at;
  while (code[at]?.text === '*' || code[at]?.text === 'const') at++;
  if (at === stars) return at - from >= 2 || TYPE_WORD.test(code[from]?.text ?? '');
  const after = code[at + 1]?.text;
  return code[at]?.kind === 'word'
    ? after === undefined || ';,=)[:('.includes(after)
    : at > stars && TYPE_WORD.test(code[from]?.text ?? '');
}

function isExpressionStart(next: Lexeme | undefined): boolean {
  return next !== undefined && '=-+.[(<>|&'.includes(next.text);
}
