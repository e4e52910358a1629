/** Names to values; undefined for names without a known value. */
export type ConstantValue = (name: string) => Promise<bigint | undefined>;

const TOKEN =
  /\s*(?:(0[xX][\da-fA-F_]+|0[bB][01_]+|\d[\d_]*)(?:[ui](?:8|16|32|64|128|size)|[uUlL]+)?|('(?:\\.|[^'\\])')|([A-Za-z_]\w*(?:::\w+)*)|(<<|>>|&&|\|\||[-+*/%&|^~!()])|(\S))/y;

const PRECEDENCE: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['|'],
  ['^'],
  ['&'],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '%'],
];

type Token =
  | { readonly kind: 'number'; readonly value: bigint }
  | { readonly kind: 'name' | 'mark'; readonly text: string };

/**
 * Value of an integer constant expression of C or Rust, or undefined if anything in it is not known. Casts of C
 * (`(uint32_t)1`) and Rust (`1 as u32`) are looked through.
 */
export async function evaluate(expression: string, valueOf: ConstantValue): Promise<bigint | undefined> {
  const tokens = tokenize(expression);
  if (!tokens) return undefined;
  let at = 0;
  const mark = (): string | undefined => {
    const token = tokens[at];
    return token?.kind === 'mark' ? token.text : undefined;
  };

  const unary = async (): Promise<bigint | undefined> => {
    const token = tokens[at++];
    if (!token) return undefined;
    if (token.kind === 'number') return token.value;
    if (token.kind === 'name') return valueOf(token.text);
    if (token.text === '(') {
      const cast = castEnd(tokens, at);
      if (cast !== undefined) {
        at = cast;
        return unary();
      }
      const inner = await binary(0);
      if (mark() !== ')') return undefined;
      at++;
      return inner;
    }
    const operand = '-~!+'.includes(token.text) ? await unary() : undefined;
    if (operand === undefined) return undefined;
    if (token.text === '-') return -operand;
    if (token.text === '~') return ~operand;
    if (token.text === '!') return operand === 0n ? 1n : 0n;
    return operand;
  };

  const binary = async (level: number): Promise<bigint | undefined> => {
    const operators = PRECEDENCE[level];
    if (!operators) return unary();
    let left = await binary(level + 1);
    for (let operator = mark(); operator !== undefined && operators.includes(operator); operator = mark()) {
      at++;
      const right = await binary(level + 1);
      left = left === undefined || right === undefined ? undefined : apply(operator, left, right);
    }
    return left;
  };

  const value = await binary(0);
  const rest = tokens[at];
  if (rest?.kind === 'name' && rest.text === 'as') return value;
  return at === tokens.length ? value : undefined;
}

function tokenize(expression: string): readonly Token[] | null {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  const text = expression.trim();
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) return null;
    const [, number, character, name, operator] = match;
    if (number !== undefined) tokens.push({ kind: 'number', value: numberOf(number.replaceAll('_', '')) });
    else if (character !== undefined) {
      const value = characterValue(character);
      if (value === undefined) return null;
      tokens.push({ kind: 'number', value });
    } else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (operator !== undefined) tokens.push({ kind: 'mark', text: operator });
    else return null;
  }
  return tokens;
}

function numberOf(text: string): bigint {
  return /^0[0-7]+$/.test(text) ? BigInt(`0o${text.slice(1)}`) : BigInt(text);
}

function characterValue(literal: string): bigint | undefined {
  const inner = literal.slice(1, -1);
  if (inner.length === 1) return BigInt(inner.charCodeAt(0));
  return { '\\0': 0n, '\\n': 10n, '\\t': 9n, '\\r': 13n, '\\\\': 92n, "\\'": 39n }[inner];
}

/** A parenthesis that holds only type words is a cast: the index after it. */
function castEnd(tokens: readonly Token[], from: number): number | undefined {
  let at = from;
  for (let token = tokens[at]; token?.kind === 'name'; token = tokens[++at])
    if (
      !/^(unsigned|signed|int|long|short|char|const|\w+_t|[us](8|16|32|64)|hwaddr|g?u?int\d*|gsize)$/.test(
        token.text,
      )
    )
      return undefined;
  const close = tokens[at];
  return at > from && close?.kind === 'mark' && close.text === ')' && at + 1 < tokens.length
    ? at + 1
    : undefined;
}

function apply(operator: string, left: bigint, right: bigint): bigint | undefined {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return right === 0n ? undefined : left / right;
    case '%':
      return right === 0n ? undefined : left % right;
    case '<<':
      return right < 0n || right > 256n ? undefined : left << right;
    case '>>':
      return right < 0n || right > 256n ? undefined : left >> right;
    case '&':
      return left & right;
    case '|':
      return left | right;
    case '^':
      return left ^ right;
    case '&&':
      return left !== 0n && right !== 0n ? 1n : 0n;
    case '||':
      return left !== 0n || right !== 0n ? 1n : 0n;
    default:
      return undefined;
  }
}
