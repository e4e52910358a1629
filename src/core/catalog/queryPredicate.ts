/**
 * A condition on the text of captured nodes. All nodes of the capture must meet it; where the capture is absent (another
 * branch of an alternation matched) a condition holds exactly if it is negated.
 */
export interface QueryPredicate {
  readonly capture: string;
  readonly negated: boolean;
  readonly test:
    | { readonly kind: 'words'; readonly words: ReadonlySet<string> }
    | { readonly kind: 'regex'; readonly regex: RegExp }
    | { readonly kind: 'same'; readonly capture: string };
}

/** A form of a query without its predicates, blanks squeezed and helper captures numbered: equal forms are equal texts. */
export interface SplitForm {
  readonly structure: string;
  readonly predicates: readonly QueryPredicate[];
}

/** Takes the predicates out of one top-level form. Throws an Error with a plain sentence if one is not understood. */
export function splitForm(form: string): SplitForm {
  const helpers = new Map<string, string>();
  const rename = (name: string): string => {
    if (!name.startsWith('_')) return name;
    const known = helpers.get(name) ?? `_${helpers.size}`;
    helpers.set(name, known);
    return known;
  };
  const predicates: string[][] = [];
  const structure: string[] = [];
  let predicate: string[] | undefined;
  for (const token of tokens(form)) {
    if (predicate) {
      if (token !== ')') {
        predicate.push(token);
        continue;
      }
      predicates.push(predicate);
      predicate = undefined;
    } else if (token.startsWith('#')) {
      structure.pop();
      predicate = [token];
    } else structure.push(token.startsWith('@') ? `@${rename(token.slice(1))}` : token);
  }
  return {
    structure: structure.join(' '),
    predicates: predicates.map((words) => readPredicate(words, rename)),
  };
}

function readPredicate(words: readonly string[], rename: (name: string) => string): QueryPredicate {
  const [operator = '', first = '', ...rest] = words;
  const [, not, name] = /^#(not-)?(eq|match|any-of)\?$/.exec(operator) ?? [];
  if (name === undefined || !first.startsWith('@') || rest.length === 0)
    throw new Error(
      `The predicate (${words.join(' ')}) is not understood; use #eq?, #any-of?, #match? or their not- forms.`,
    );
  const base = { capture: rename(first.slice(1)), negated: not !== undefined };
  const other = rest[0] ?? '';
  if (name === 'eq' && other.startsWith('@'))
    return { ...base, test: { kind: 'same', capture: rename(other.slice(1)) } };
  const strings = rest.map(unquoted);
  if (name === 'match') return { ...base, test: { kind: 'regex', regex: new RegExp(strings[0] ?? '') } };
  return { ...base, test: { kind: 'words', words: new Set(strings) } };
}

function* tokens(form: string): Generator<string> {
  for (const [token] of form.matchAll(/"(?:[^"\\]|\\.)*"|;[^\n]*|[()[\]]|[^\s()[\]";]+/g))
    if (!token.startsWith(';')) yield token;
}

function unquoted(token: string): string {
  const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0' };
  return token.slice(1, -1).replace(/\\(.)/gs, (_, char: string) => escapes[char] ?? char);
}
