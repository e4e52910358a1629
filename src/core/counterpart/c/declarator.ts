import type { Parameter, SourceType } from '../sourceType.ts';
import { withoutAttributes } from './attributes.ts';
import { readSpecifiers } from './specifiers.ts';
import { joined, splitTokens, subTokens, type CTokens, type CToken } from './tokens.ts';

/** What a declarator makes of the type before it: `*x[3]` is a name and "array of 3 pointers to". */
export interface Declarator {
  readonly name: string | null;
  readonly nameLine: number;
  readonly wrap: (base: SourceType, isConst: boolean) => SourceType;
}

type Wrap = (base: SourceType) => SourceType;

/** Reads a declarator, abstract or named. */
export function readDeclarator(tokens: CTokens): Declarator {
  const pointers: boolean[] = [];
  while (tokens.is('*') || tokens.is('^')) {
    tokens.next();
    let constPointer = false;
    while (/^(const|volatile|restrict|__restrict(__)?|_Nonnull|_Nullable|__const)$/.test(tokens.peek().text))
      constPointer = tokens.next().text.includes('const') || constPointer;
    pointers.push(constPointer);
  }
  let name: string | null = null;
  let nameLine = tokens.peek().line;
  let inner: Declarator | null = null;
  if (tokens.is('(') && (tokens.is('*', 1) || tokens.is('^', 1) || isGroupedName(tokens))) {
    inner = readDeclarator(subTokens(tokens.group()));
    name = inner.name;
    nameLine = inner.nameLine;
  } else if (tokens.peek().kind === 'word') name = tokens.next().text;
  const suffixes = readSuffixes(tokens);
  const wrap = (base: SourceType, isConst: boolean): SourceType => {
    let type = base;
    let readOnly = isConst;
    for (const constPointer of pointers) {
      type = { kind: 'pointer', to: type, readOnly, form: 'raw' };
      readOnly = constPointer;
    }
    type = suffixes.reduceRight((of, suffix) => suffix(of), type);
    return inner ? inner.wrap(type, suffixes.length === 0 && readOnly) : type;
  };
  return { name, nameLine, wrap };
}

/** `(name)` in a declarator position, as in `int (f)(void)`. */
function isGroupedName(tokens: CTokens): boolean {
  return tokens.peek(1).kind === 'word' && tokens.is(')', 2) && tokens.is('(', 3);
}

function readSuffixes(tokens: CTokens): readonly Wrap[] {
  const suffixes: Wrap[] = [];
  for (;;) {
    if (tokens.is('[')) {
      const length = joined(tokens.group().filter(({ text }) => !/^(static|const|restrict)$/.test(text)));
      suffixes.push((of) => ({ kind: 'array', of, length }));
    } else if (tokens.is('(')) {
      const { params, variadic } = readParameters(tokens.group());
      suffixes.push((returns) => ({ kind: 'function', params, returns, variadic, abi: 'C' }));
    } else return suffixes;
  }
}

/** Reads a parameter list without its parentheses. Arrays and functions become pointers, as C has it. */
function readParameters(tokens: readonly CToken[]): {
  readonly params: readonly Parameter[];
  readonly variadic: boolean;
} {
  const parts = splitTokens(
    tokens.filter(({ kind }) => kind !== 'directive'),
    ',',
  );
  const [first] = parts;
  if (!first || (parts.length === 1 && first.length === 1 && first[0]?.text === 'void'))
    return { params: [], variadic: false };
  const params: Parameter[] = [];
  let variadic = false;
  for (const part of parts)
    if (part[0]?.text === '...') variadic = true;
    else params.push(readParameter(part));
  return { params, variadic };
}

function readParameter(part: readonly CToken[]): Parameter {
  const tokens = subTokens(withoutAttributes(part).tokens);
  const specifiers = readSpecifiers(tokens);
  if (!specifiers) return { name: null, type: { kind: 'unknown', text: joined(part) } };
  const declarator = readDeclarator(tokens);
  const type = declarator.wrap(specifiers.type, specifiers.isConst);
  if (type.kind === 'function')
    return { name: declarator.name, type: { kind: 'pointer', to: type, readOnly: false, form: 'raw' } };
  if (type.kind !== 'array') return { name: declarator.name, type };
  const readOnly = specifiers.isConst && type.of.kind !== 'pointer';
  return { name: declarator.name, type: { kind: 'pointer', to: type.of, readOnly, form: 'raw' } };
}
