import { type QueryForm, readForm } from '../../catalog/queryForm.ts';
import { readQuery } from '../../catalog/querySource.ts';
import type { Node } from '../../syntax/engine.ts';
import type { Fragment } from '../../syntax/fragment.ts';
import type { Found } from '../computed/detector.ts';
import type { LineRange } from '../lineRange.ts';
import { type Captures, matchForm } from './matchForm.ts';
import { nodesIn, shownLines } from './nodesIn.ts';

const known = new Map<string, readonly QueryForm[]>();

/** The forms of a detector's query. They are constants of the program: a fault in one is a fault of the program. */
function formsOf(source: string): readonly QueryForm[] {
  const forms = known.get(source) ?? readQuery(source).forms.map(({ text }) => readForm(text));
  known.set(source, forms);
  return forms;
}

/** Runs a query over parts of a fragment; without ranges over all of it. Each match is told once. */
export function findInFragment(
  source: string,
  fragment: Fragment,
  ranges: readonly LineRange[] | undefined,
): readonly Found[] {
  const found = new Map<string, Found>();
  const forms = formsOf(source);
  for (const range of ranges ?? [shownLines(fragment)])
    for (const [number, form] of forms.entries())
      for (const root of nodesIn(fragment, form.roots, range))
        matchForm(form, root, fragment.text, (captures) => {
          const named = inOrder(captures);
          const key = `${number} ${root.id} ${named.map(({ node }) => node.id).join(' ')}`;
          if (!found.has(key)) found.set(key, foundOf(named, fragment));
        });
  return [...found.values()];
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

function foundOf(captures: readonly Named[], fragment: Fragment): Found {
  const find = (wanted: string): Node | undefined => captures.find(({ name }) => name === wanted)?.node;
  return {
    fragment,
    has: (name) => find(name) !== undefined,
    get(name) {
      const node = find(name);
      if (!node) throw new Error(`this match has no @${name}`);
      return node;
    },
  };
}
