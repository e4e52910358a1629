import type { Expressions } from './expression/lineExpression.ts';
import { type QueryPredicate, readPredicate, unquoted } from './queryPredicate.ts';

/** What a step asks of a node. */
export type StepKind =
  | { readonly kind: 'named'; readonly type: string }
  | { readonly kind: 'token'; readonly text: string }
  /** `(_)`: any named node; `_`: any node. */
  | { readonly kind: 'wildcard'; readonly named: boolean }
  | { readonly kind: 'choice'; readonly steps: readonly QueryStep[] };

/** One node of a query. */
export interface QueryStep {
  readonly what: StepKind;
  readonly field: string | undefined;
  /** Children to be found, in order; undefined if any will do. */
  readonly children: QuerySequence | undefined;
  readonly captures: readonly string[];
  /** `?` and `*` may be absent, `*` and `+` may repeat. */
  readonly optional: boolean;
  readonly repeated: boolean;
  /** A `.` stands before: no named sibling between this and the step before, or the beginning. */
  readonly adjoining: boolean;
}

/** Siblings in order. */
export interface QuerySequence {
  readonly steps: readonly QueryStep[];
  /** A `.` ends it: no named sibling comes after. */
  readonly closed: boolean;
  /** Each step names another field and must be there once: their order tells nothing. */
  readonly byField: boolean;
}

/** One top-level form of a query: a node, or neighbouring siblings; and the conditions on what they capture. */
export interface QueryForm {
  readonly sequence: QuerySequence;
  readonly predicates: readonly QueryPredicate[];
  /** Types of the nodes that it can begin at. */
  readonly roots: readonly string[];
}

/**
 * Reads a form of the tree-sitter query language. Throws an Error with a plain sentence at what is not understood here:
 * negated fields, quantified groups, forms that begin at no type of node, other predicates. `testOf` reads the expressions of
 * predicates; without it they are run as they are.
 */
export function readForm(
  text: string,
  testOf: Expressions['test'] = (source) => new RegExp(source),
): QueryForm {
  const reader: Reader = { tokens: tokensOf(text), at: 0, predicates: [], testOf };
  const sequence = readSequence(reader, undefined);
  const [first] = sequence.steps;
  if (!first) throw new Error('The form is empty.');
  return { sequence, predicates: reader.predicates, roots: rootsOf(first) };
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
  readonly predicates: QueryPredicate[];
  readonly testOf: Expressions['test'];
}

function tokensOf(form: string): readonly string[] {
  return [...form.matchAll(/"(?:[^"\\]|\\.)*"|;[^\n]*|[()[\]]|[*+?](?=[\s()[\]]|$)|[^\s()[\]";]+/g)]
    .map(([token]) => token)
    .filter((token) => !token.startsWith(';'));
}

/** Reads steps up to `end`, a closing bracket, or to the end of the form. */
function readSequence(reader: Reader, end: ')' | ']' | undefined): QuerySequence {
  const steps: QueryStep[] = [];
  let adjoining = false;
  for (;;) {
    const token = reader.tokens[reader.at];
    if (token === end) {
      reader.at++;
      return { steps, closed: adjoining, byField: !adjoining && isByField(steps) };
    }
    if (token === undefined) throw new Error('A closing bracket is missing.');
    if (token === '.') {
      adjoining = true;
      reader.at++;
    } else if (token === '(' && reader.tokens[reader.at + 1]?.startsWith('#')) skipPredicate(reader);
    else {
      steps.push(...readSteps(reader, adjoining));
      adjoining = false;
    }
  }
}

function isByField(steps: readonly QueryStep[]): boolean {
  const fields = new Set(steps.map(({ field }) => field));
  return (
    fields.size === steps.length &&
    steps.every(({ field, optional, repeated, adjoining }) => field && !optional && !repeated && !adjoining)
  );
}

function skipPredicate(reader: Reader): void {
  const close = reader.tokens.indexOf(')', reader.at);
  reader.predicates.push(readPredicate(reader.tokens.slice(reader.at + 1, close), reader.testOf));
  reader.at = close + 1;
}

/** Reads one step with its field, quantifier and captures; a group gives all its steps. */
function readSteps(reader: Reader, adjoining: boolean): readonly QueryStep[] {
  const field = /^(\w+):$/.exec(reader.tokens[reader.at] ?? '')?.[1];
  if (field !== undefined) reader.at++;
  const token = reader.tokens[reader.at++] ?? '';
  if (token.startsWith('!')) throw new Error(`Negated fields (${token}) are not understood.`);
  if (token === '(' && /^[(["]/.test(reader.tokens[reader.at] ?? '')) {
    const group = readSequence(reader, ')');
    const { quantified, captures } = readSuffix(reader);
    if (quantified !== undefined || captures.length > 0 || field !== undefined || group.closed)
      throw new Error('A group in brackets cannot be repeated, captured or closed.');
    return group.steps.map((step, index) => (index === 0 && adjoining ? { ...step, adjoining } : step));
  }
  const { what, children } = readNode(reader, token);
  const { quantified, captures } = readSuffix(reader);
  return [
    {
      what,
      field,
      children,
      captures,
      optional: quantified === '?' || quantified === '*',
      repeated: quantified === '*' || quantified === '+',
      adjoining,
    },
  ];
}

function readNode(reader: Reader, token: string): Pick<QueryStep, 'what' | 'children'> {
  if (token.startsWith('"')) return { what: { kind: 'token', text: unquoted(token) }, children: undefined };
  if (token === '_') return { what: { kind: 'wildcard', named: false }, children: undefined };
  if (token === '[') return { what: { kind: 'choice', steps: readOptions(reader) }, children: undefined };
  if (token !== '(') throw new Error(`"${token}" is not understood here.`);
  const type = reader.tokens[reader.at++] ?? '';
  if (!/^\w+$/.test(type)) throw new Error(`"${type}" is no type of node.`);
  const sequence = readSequence(reader, ')');
  return {
    what: type === '_' ? { kind: 'wildcard', named: true } : { kind: 'named', type },
    children: sequence.steps.length === 0 ? undefined : sequence,
  };
}

function readOptions(reader: Reader): readonly QueryStep[] {
  const options: QueryStep[] = [];
  while (reader.tokens[reader.at] !== ']') {
    const steps = readSteps(reader, false);
    if (steps.length > 1) throw new Error('A choice is between nodes, not between groups of them.');
    options.push(...steps);
  }
  reader.at++;
  return options;
}

function readSuffix(reader: Reader): { quantified: string | undefined; captures: readonly string[] } {
  let quantified: string | undefined;
  const captures: string[] = [];
  for (;;) {
    const token = reader.tokens[reader.at] ?? '';
    if (/^[*+?]$/.test(token)) quantified = token;
    else if (token.startsWith('@')) captures.push(token.slice(1));
    else return { quantified, captures };
    reader.at++;
  }
}

function rootsOf({ what, optional }: QueryStep): readonly string[] {
  if (what.kind === 'choice' && !optional) return what.steps.flatMap(rootsOf);
  if (what.kind === 'named' && !optional) return [what.type];
  throw new Error('A form must begin at a type of node.');
}
