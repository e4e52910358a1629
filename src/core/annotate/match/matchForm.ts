import type { QueryForm, QuerySequence, QueryStep } from '../../catalog/queryForm.ts';
import type { QueryPredicate } from '../../catalog/queryPredicate.ts';
import type { Node } from '../../syntax/engine.ts';

/** Captured nodes, last first. */
export interface Captures {
  readonly name: string;
  readonly node: Node;
  readonly earlier: Captures | undefined;
}

/** More ways than this to match one node are not followed. */
const MAX_STEPS = 20_000;

/**
 * Calls `found` with the captures of each way in which a form matches beginning at `root`, with all its conditions met.
 * Returns false if there were too many to follow. The meaning is that of tree-sitter's queries; compiling those costs more
 * than a small patch, and running them as much as reading the few nodes that a form can begin at.
 */
export function matchForm(
  form: QueryForm,
  root: Node,
  found: (captures: Captures | undefined) => void,
): boolean {
  const { steps, closed } = form.sequence;
  const [first] = steps;
  if (!first || !mayMatch(form, first, root)) return true;
  const search: Search = { form, left: MAX_STEPS };
  const finish = (captures: Captures | undefined): void => {
    if (meetsRest(form.predicates, captures)) found(captures);
  };
  if (steps.length === 1 && !closed) matchStep(search, first, root, undefined, finish);
  else {
    const { siblings, siblingIndex } = root;
    matchStep(search, first, root, undefined, (captures) => {
      matchSiblings(search, form.sequence, 1, siblings, siblingIndex + 1, captures, finish);
    });
  }
  return search.left > 0;
}

const NO_STEPS: readonly QueryStep[] = [];

/**
 * False if a step cannot match a node, whatever the order of the children: by far the most common answer, found without
 * following any way. Conditions on single captures count.
 */
function mayMatch(form: QueryForm, step: QueryStep, node: Node): boolean {
  if (!fits(step, node)) return false;
  for (const name of step.captures) if (!meetsNow(form, name, node)) return false;
  if (step.what.kind === 'choice') return step.what.steps.some((option) => mayMatch(form, option, node));
  for (const needed of step.children?.steps ?? NO_STEPS) {
    if (needed.optional) continue;
    let child = node.firstChild;
    while (child && !(hasField(needed, child) && mayMatch(form, needed, child))) child = child.nextSibling;
    if (!child) return false;
  }
  return true;
}

function hasField({ field }: QueryStep, { fieldName }: Node): boolean {
  return field === undefined || field === fieldName;
}

interface Search {
  readonly form: QueryForm;
  left: number;
}

type Then = (captures: Captures | undefined) => void;

function matchStep(
  search: Search,
  step: QueryStep,
  node: Node,
  captures: Captures | undefined,
  then: Then,
): void {
  if (--search.left <= 0 || !fits(step, node)) return;
  let captured = captures;
  for (const name of step.captures) {
    if (!meetsNow(search.form, name, node)) return;
    captured = { name, node, earlier: captured };
  }
  if (step.what.kind === 'choice')
    for (const option of step.what.steps) matchStep(search, option, node, captured, then);
  else if (step.children?.byField) matchFields(search, step.children.steps, 0, node, captured, then);
  else if (step.children) matchSiblings(search, step.children, 0, node.children, 0, captured, then);
  else then(captured);
}

function fits({ what }: QueryStep, { type, isNamed }: Node): boolean {
  switch (what.kind) {
    case 'named':
      return isNamed && type === what.type;
    case 'token':
      return !isNamed && type === what.text;
    case 'wildcard':
      return isNamed || !what.named;
    case 'choice':
      return true;
  }
}

/** Matches steps that all name a field, from `at` on: the other children need not be read. */
function matchFields(
  search: Search,
  steps: readonly QueryStep[],
  at: number,
  parent: Node,
  captures: Captures | undefined,
  then: Then,
): void {
  const step = steps[at];
  if (!step) then(captures);
  else
    for (const child of parent.children)
      if (hasField(step, child))
        matchStep(search, step, child, captures, (captured) => {
          matchFields(search, steps, at + 1, parent, captured, then);
        });
}

/** Matches the steps from `at` on against the siblings from `from` on. */
function matchSiblings(
  search: Search,
  sequence: QuerySequence,
  at: number,
  siblings: readonly Node[],
  from: number,
  captures: Captures | undefined,
  then: Then,
): void {
  const step = sequence.steps[at];
  if (!step) {
    if (!sequence.closed || !siblings.slice(from).some(({ isNamed }) => isNamed)) then(captures);
    return;
  }
  const goOn = (next: number, captured: Captures | undefined): void => {
    matchSiblings(search, sequence, at + 1, siblings, next, captured, then);
  };
  if (step.optional) goOn(from, captures);
  for (let index = from; index < siblings.length && search.left > 0; index++) {
    const node = siblings[index];
    if (!node) return;
    if (hasField(step, node)) matchRun(search, step, siblings, index, captures, goOn);
    if (step.adjoining && node.isNamed) return;
  }
}

/** One node, and where the step may repeat the neighbours that fit as well. */
function matchRun(
  search: Search,
  step: QueryStep,
  siblings: readonly Node[],
  at: number,
  captures: Captures | undefined,
  then: (next: number, captures: Captures | undefined) => void,
): void {
  const node = siblings[at];
  if (!node) return;
  matchStep(search, step, node, captures, (captured) => {
    if (step.repeated) matchRun(search, step, siblings, at + 1, captured, then);
    then(at + 1, captured);
  });
}

/** Conditions on one capture can be tested as soon as it is made. */
function meetsNow(form: QueryForm, name: string, { text }: Node): boolean {
  for (const { capture, negated, test } of form.predicates) {
    if (capture !== name || test.kind === 'same') continue;
    if ((test.kind === 'words' ? test.words.has(text) : test.regex.test(text)) === negated) return false;
  }
  return true;
}

/** What can only be told in the end: comparisons of captures, and conditions on absent ones. */
function meetsRest(predicates: readonly QueryPredicate[], captures: Captures | undefined): boolean {
  return predicates.every(({ capture, negated, test }) => {
    const values = textsOf(captures, capture);
    if (values.length === 0) return negated;
    if (test.kind !== 'same') return true;
    const others = textsOf(captures, test.capture);
    return values.every((value) => others.includes(value) !== negated);
  });
}

function textsOf(captures: Captures | undefined, name: string): readonly string[] {
  const texts: string[] = [];
  for (let at = captures; at; at = at.earlier) if (at.name === name) texts.push(at.node.text);
  return texts;
}
