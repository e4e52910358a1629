import type { Lexeme } from '../../lex/lexeme.ts';

/** What the code of one level of C looks like. */
export interface CShape {
  /** Of `declarations` it is open whether they are fields, locals or file scope; a `list` has commas. */
  readonly kind: 'statements' | 'declarations' | 'initializers' | 'list' | 'expression' | 'none';
  /** Of a list: elements are declared (`int a, char *b`), as parameters are. */
  readonly hasTypes: boolean;
  /** Of a list: elements are single words or `word = …`, as enumerators are. */
  readonly hasNames: boolean;
  readonly hasSemicolon: boolean;
}

interface Counts {
  statements: number;
  declarations: number;
  designators: number;
  groups: number;
  types: number;
  names: number;
  commas: number;
  semicolons: number;
}

/** Looks at how the elements of a level begin and what separates them. */
export function cShape(code: readonly Lexeme[]): CShape {
  const counts: Counts = {
    statements: 0,
    declarations: 0,
    designators: 0,
    groups: 0,
    types: 0,
    names: 0,
    commas: 0,
    semicolons: 0,
  };
  let starts = true;
  for (const [at, { kind, text }] of code.entries()) {
    if (starts) countElement(counts, code, at);
    starts = false;
    if (kind !== 'punctuation') continue;
    if (text === ',') counts.commas++;
    if (text === ';') counts.semicolons++;
    starts = ',;}{'.includes(text);
  }
  return {
    kind: kindOf(counts, code),
    hasTypes: counts.types > 0 && counts.types * 2 > counts.commas,
    hasNames: counts.names > 0,
    hasSemicolon: counts.semicolons > 0,
  };
}

function kindOf(counts: Counts, code: readonly Lexeme[]): CShape['kind'] {
  const { statements, declarations, designators, groups, types, commas, semicolons } = counts;
  if (semicolons > 0) return statements === 0 && declarations > 0 ? 'declarations' : 'statements';
  if (designators > 0) return 'initializers';
  if (commas > 0) return groups > 0 && types === 0 ? 'initializers' : 'list';
  if (statements > 0) return 'statements';
  if (declarations > 0) return 'declarations';
  return code.length > 0 ? 'expression' : 'none';
}

const STATEMENT = new Set([
  ...['if', 'for', 'while', 'do', 'switch', 'return', 'goto', 'break', 'continue', 'else', 'case', 'default'],
]);
const STORAGE = new Set(['static', 'extern', 'typedef']);

function countElement(counts: Counts, code: readonly Lexeme[], at: number): void {
  const [first, next, third] = code.slice(at, at + 3);
  if (first?.kind === 'word') {
    if (STATEMENT.has(first.text) || next?.text === ':') counts.statements++;
    else if (STORAGE.has(first.text)) counts.declarations++;
    else if (declares(code, at)) {
      counts.declarations++;
      counts.types++;
    } else if (next && '=-+.[<>|&'.includes(next.text)) counts.statements++;
    if (!next || next.text === ',' || next.text === '=') counts.names++;
  } else if (first?.text === '{') counts.groups++;
  else if ((first?.text === '.' && next?.kind === 'word') || (first?.text === '[' && third?.text === '='))
    counts.designators++;
}

const TYPE_WORD =
  /^(?:const|volatile|struct|union|enum|unsigned|signed|void|int|char|short|long|float|double|bool|_Bool|g?u?int(?:8|16|32|64|ptr)|gboolean|gpointer|gchar|register|restrict)$|_t$/;

/** `int a`, `struct foo *p`, `GList *list`: a type and then a name, or a type that is plainly one. */
function declares(code: readonly Lexeme[], from: number): boolean {
  const isType = TYPE_WORD.test(code[from]?.text ?? '');
  let at = from;
  while (code[at]?.kind === 'word') at++;
  const words = at - from;
  while (code[at]?.text === '*' || code[at]?.text === 'const') at++;
  if (at === from + words) return words >= 2 || isType;
  if (code[at]?.kind !== 'word') return isType;
  const after = code[at + 1]?.text;
  return after === undefined || ';,=)[:('.includes(after);
}
