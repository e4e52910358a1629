import type { Expressions } from './expression/lineExpression.ts';
import { readForm } from './queryForm.ts';

/** What captures mean: the place, the symbol it is about, the lines whose change makes the place part of a patch. */
const CAPTURES = new Set(['anchor', 'symbol', 'context']);

/** A fault in a query or expression of a pattern; `line` counts from 0 at its first line. */
export interface SourceFault {
  readonly line: number;
  readonly message: string;
}

/** One top-level form of a query: a node, an alternation or a group with its predicates. */
export interface QueryForm {
  /** 0-based line on which it begins. */
  readonly line: number;
  readonly text: string;
}

/**
 * Splits a query into its top-level forms and finds what the grammar would accept but not mean: predicates outside a
 * group (they would apply to nothing and match every node), unknown captures, forms without `@anchor`. Captures whose
 * names begin with `_` only serve predicates. `expressions` tells which regular expressions may stand in predicates.
 */
export function readQuery(
  source: string,
  expressions?: Expressions,
): { forms: readonly QueryForm[]; faults: readonly SourceFault[] } {
  const forms: QueryForm[] = [];
  const faults: SourceFault[] = [];
  let start = -1;
  let depth = 0;
  const close = (end: number): void => {
    if (start >= 0) forms.push({ line: lineAt(source, start), text: source.slice(start, end).trim() });
    start = -1;
  };
  for (const { text, index } of tokens(source)) {
    if (text === '(' || text === '[') {
      if (depth === 0) {
        close(index);
        start = index;
      }
      depth++;
    } else if (text === ')' || text === ']') depth--;
    if (depth < 0)
      return { forms, faults: [{ line: lineAt(source, index), message: 'A closing bracket too many.' }] };
    if (text.startsWith('@') && !text.startsWith('@_') && !CAPTURES.has(text.slice(1)))
      faults.push({
        line: lineAt(source, index),
        message: `The capture ${text} is unknown; use @anchor, @symbol, @context or a name that begins with @_.`,
      });
  }
  close(source.length);
  if (depth > 0)
    faults.push({ line: lineAt(source, source.length), message: 'A closing bracket is missing.' });
  if (forms.length === 0) faults.push({ line: 0, message: 'The query is empty.' });
  for (const { line, text } of forms) faults.push(...formFaults(line, text, expressions));
  return { forms, faults };
}

const PREDICATE = /\(\s*#(?:"(?:[^"\\]|\\.)*"|[^")])*\)/g;

function formFaults(
  line: number,
  form: string,
  expressions: Expressions | undefined,
): readonly SourceFault[] {
  if (/^\(\s*#/.test(form))
    return [{ line, message: 'A predicate stands outside the group it belongs to: ((node) @anchor (#…)).' }];
  const captured = new Set(capturesIn(form.replace(PREDICATE, '')));
  if (!captured.has('@anchor')) return [{ line, message: 'This part of the query has no @anchor.' }];
  try {
    readForm(form, expressions?.test);
  } catch (error) {
    return [{ line, message: error instanceof Error ? error.message : String(error) }];
  }
  return [...form.matchAll(PREDICATE)]
    .flatMap(([predicate]) => capturesIn(predicate))
    .filter((capture) => !captured.has(capture))
    .map((capture) => ({ line, message: `A predicate speaks of ${capture}, which is not captured.` }));
}

function capturesIn(source: string): readonly string[] {
  return [...tokens(source)].map(({ text }) => text).filter((text) => text.startsWith('@'));
}

/** Faults of a lexical expression: it must compile, and its named groups are `anchor` and `symbol`. */
export function regexFaults(source: string, { line }: Expressions): readonly SourceFault[] {
  try {
    line(source);
  } catch (error) {
    return [{ line: 0, message: error instanceof Error ? error.message : String(error) }];
  }
  return [...source.matchAll(/\(\?<(\w+)>/g)]
    .map((match) => match[1] ?? '')
    .filter((name) => name !== 'anchor' && name !== 'symbol')
    .map((name) => ({ line: 0, message: `The group "${name}" is unknown; use anchor or symbol.` }));
}

/** Brackets and captures, with strings and comments left out. */
function* tokens(source: string): Generator<{ readonly text: string; readonly index: number }> {
  for (const match of source.matchAll(/"(?:[^"\\]|\\.)*"|;[^\n]*|@[\w.-]+|[()[\]]/g))
    if (!/^[";]/.test(match[0])) yield { text: match[0], index: match.index };
}

function lineAt(source: string, index: number): number {
  return source.slice(0, index).split('\n').length - 1;
}
