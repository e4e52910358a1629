import { type QueryForm, readForm } from '../../catalog/queryForm.ts';
import { readQuery } from '../../catalog/querySource.ts';
import type { Node } from '../../syntax/engine.ts';
import type { Fragment } from '../../syntax/fragment.ts';
import type { Found } from '../computed/detector.ts';
import type { LineRange } from '../lineRange.ts';
import { type Captures, matchForm } from './matchForm.ts';
import { nodesIn, shownLines } from './nodesIn.ts';
import type { Macros } from './readMacros.ts';

const known = new Map<string, readonly QueryForm[]>();

/** The forms of a detector's query. They are constants of the program: a fault in one is a fault of the program. */
function formsOf(source: string): readonly QueryForm[] {
  const forms = known.get(source) ?? readQuery(source).forms.map(({ text }) => readForm(text));
  known.set(source, forms);
  return forms;
}

interface FoundFirst extends Found {
  /** The node that all of the match is in. */
  readonly first: Node;
}

/** Runs a query over parts of a fragment; without ranges over all of it. Each match is told once. */
export function findInFragment(
  source: string,
  fragment: Fragment,
  ranges: readonly LineRange[] | undefined,
): readonly FoundFirst[] {
  const found: FoundFirst[] = [];
  for (const form of formsOf(source))
    for (const root of nodesIn(fragment, form.roots, ranges ?? [shownLines(fragment)])) {
      const here: (readonly Named[])[] = [];
      matchForm(form, root, (captures) => {
        const named = inOrder(captures);
        if (here.some((other) => isSame(other, named))) return;
        here.push(named);
        found.push(foundOf(named, root, fragment));
      });
    }
  return found;
}

/** The same in what macros hold; a match is told with the part of the macro that it begins in. */
export function findInMacros(
  source: string,
  { codes }: Macros,
  ranges: readonly LineRange[] | undefined,
): readonly Found[] {
  return codes.flatMap(({ fragment, partAt }) =>
    findInFragment(source, fragment, ranges).flatMap((found) => {
      const part = partAt(found.first);
      return part ? { ...found, fragment: part } : [];
    }),
  );
}

function isSame(one: readonly Named[], other: readonly Named[]): boolean {
  return one.length === other.length && one.every(({ node }, at) => node === other[at]?.node);
}

interface Named {
  readonly name: string;
  readonly node: Node;
}

function inOrder(captures: Captures | undefined): readonly Named[] {
  const named: Named[] = [];
  for (let at = captures; at; at = at.earlier) named.push(at);
  return named.reverse();
}

function foundOf(captures: readonly Named[], first: Node, fragment: Fragment): FoundFirst {
  const find = (wanted: string): Node | undefined => captures.find(({ name }) => name === wanted)?.node;
  return {
    fragment,
    first,
    has: (name) => find(name) !== undefined,
    get(name) {
      const node = find(name);
      if (!node) throw new Error(`this match has no @${name}`);
      return node;
    },
  };
}
