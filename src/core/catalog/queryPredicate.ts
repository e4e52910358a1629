import type { Expressions, TextTest } from './expression/lineExpression.ts';

/**
 * A condition on the text of captured nodes. All nodes of the capture must meet it; where the capture is absent (another
 * branch of an alternation matched) a condition holds exactly if it is negated.
 */
export interface QueryPredicate {
  readonly capture: string;
  readonly negated: boolean;
  readonly test:
    | { readonly kind: 'words'; readonly words: ReadonlySet<string> }
    | { readonly kind: 'regex'; readonly regex: TextTest }
    | { readonly kind: 'same'; readonly capture: string };
}

/** Reads the words of a predicate, operator first. Throws an Error with a plain sentence if it is not understood. */
export function readPredicate(words: readonly string[], testOf: Expressions['test']): QueryPredicate {
  const [operator = '', first = '', ...rest] = words;
  const [, not, name] = /^#(not-)?(eq|match|any-of)\?$/.exec(operator) ?? [];
  const [other] = rest;
  if (name === undefined || !first.startsWith('@') || other === undefined)
    throw new Error(
      `The predicate (${words.join(' ')}) is not understood; use #eq?, #any-of?, #match? or their not- forms.`,
    );
  const base = { capture: first.slice(1), negated: not !== undefined };
  if (name === 'eq' && other.startsWith('@'))
    return { ...base, test: { kind: 'same', capture: other.slice(1) } };
  if (name === 'match') return { ...base, test: { kind: 'regex', regex: testOf(unquoted(other)) } };
  return { ...base, test: { kind: 'words', words: new Set(rest.map(unquoted)) } };
}

/** The text of a string of a query. */
export function unquoted(token: string): string {
  const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0' };
  return token.slice(1, -1).replace(/\\(.)/gs, (_, char: string) => escapes[char] ?? char);
}
