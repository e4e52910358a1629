/** One token of a C declaration. */
export interface CToken {
  readonly kind: 'word' | 'number' | 'literal' | 'mark' | 'directive' | 'end';
  /** The directive's word for a directive. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** 1-based. */
  readonly line: number;
}

const SKIP = /(?:\s+|\\\r?\n|\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*)+/y;
const TOKEN =
  /([A-Za-z_]\w*)|((?:0[xX][\da-fA-F]+|\d[\w.]*|\.\d[\w.]*)(?:[uUlLfF]*))|("(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?)|(#(?:[^\n\\]|\\[\s\S])*)|(\.\.\.|<<|>>|&&|\|\||[<>=!]=|->|[\s\S])/y;

/** Tokens of `text` between two offsets, comments left out; `line` is the 1-based line of `start`. Ends in an `end` token. */
export function tokensOf(text: string, start: number, end: number, line: number): readonly CToken[] {
  const tokens: CToken[] = [];
  let at = start;
  let row = line;
  for (;;) {
    SKIP.lastIndex = at;
    const skipped = SKIP.exec(text)?.[0];
    if (skipped !== undefined) {
      row += countNewlines(skipped);
      at = SKIP.lastIndex;
    }
    if (at >= end) break;
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) break;
    const [all, word, number, literal, directive] = match;
    const kind = word ? 'word' : number ? 'number' : literal ? 'literal' : directive ? 'directive' : 'mark';
    const shown = directive === undefined ? all : (/^#\s*(\w*)/.exec(directive)?.[1] ?? '');
    tokens.push({ kind, text: shown, start: at, end: at + all.length, line: row });
    row += countNewlines(all);
    at += all.length;
  }
  tokens.push({ kind: 'end', text: '', start: end, end, line: row });
  return tokens;
}

function countNewlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** Reads tokens from first to last; past the end it keeps answering the end token. */
export class CTokens {
  readonly all: readonly CToken[];
  at = 0;

  constructor(all: readonly CToken[]) {
    this.all = all;
  }

  peek(ahead = 0): CToken {
    const token = this.all[Math.max(0, Math.min(this.at + ahead, this.all.length - 1))];
    if (!token) throw new Error('a token list without an end token');
    return token;
  }

  next(): CToken {
    const token = this.peek();
    if (token.kind !== 'end') this.at++;
    return token;
  }

  is(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.text === text && token.kind !== 'directive' && token.kind !== 'literal';
  }

  take(text: string): boolean {
    if (!this.is(text)) return false;
    this.next();
    return true;
  }

  atEnd(): boolean {
    return this.peek().kind === 'end';
  }

  /** The tokens inside the bracket at hand, which is passed over with its partner. */
  group(): readonly CToken[] {
    const from = this.at + 1;
    let depth = 0;
    do {
      const { kind, text } = this.next();
      if (kind === 'end') return this.all.slice(from, this.at);
      if (kind !== 'mark') continue;
      if (text === '(' || text === '[' || text === '{') depth++;
      else if (text === ')' || text === ']' || text === '}') depth--;
    } while (depth > 0);
    return this.all.slice(from, this.at - 1);
  }
}

/** A reader over part of another's tokens. */
export function subTokens(tokens: readonly CToken[]): CTokens {
  const last = tokens.at(-1);
  const end = last?.end ?? 0;
  return new CTokens([...tokens, { kind: 'end', text: '', start: end, end, line: last?.line ?? 0 }]);
}

/** Cuts tokens at a mark outside all brackets. */
export function splitTokens(tokens: readonly CToken[], mark: ',' | ';'): readonly (readonly CToken[])[] {
  const parts: CToken[][] = [];
  let part: CToken[] = [];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'mark') {
      if ('([{'.includes(token.text)) depth++;
      else if (')]}'.includes(token.text)) depth--;
      else if (token.text === mark && depth === 0) {
        parts.push(part);
        part = [];
        continue;
      }
    }
    part.push(token);
  }
  if (part.length > 0) parts.push(part);
  return parts;
}

/** Tokens as text with single blanks, for expressions. */
export function joined(tokens: readonly CToken[]): string {
  return tokens.map(({ text }) => text).join(' ');
}
