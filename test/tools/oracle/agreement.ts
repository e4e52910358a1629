import type { Annotation } from '../../../src/core/annotate/annotation.ts';
import { type Claim, CLAIMS } from './claims.ts';
import type { FileFacts } from './fileFacts.ts';
import type { Finding, Sample } from './sample.ts';

/** Places that both name, or one alone. */
export interface Tally {
  both: number;
  readonly onlyOurs: string[];
  readonly onlyLint: string[];
}

/** How far annotations and a lint agree. */
export interface Agreement {
  /** Where both see the same code. */
  readonly plain: Tally;
  /** Differences for a reason that lies in what a lint sees, by the reason. */
  readonly apart: Map<Reason, Tally>;
}

/** Why a lint and an annotation cannot agree at a place. */
export type Reason =
  | 'the configuration leaves the code out'
  | 'in the tokens of a macro'
  | 'hidden from the documentation'
  | 'not reachable from outside by the names that lead there'
  | 'above an item of an impl or a trait, where the lint does not look'
  | 'in an unsafe function, where types tell which statement is unsafe';

const PRIVATE_TOO = '_of_private_items_too';

/** Adds what is said about a file of a sample. */
export function compareFile(
  agreements: Map<string, Agreement>,
  sample: Sample,
  path: string,
  annotations: readonly Annotation[],
  facts: FileFacts,
): void {
  const lines = (sample.files.get(path) ?? '').split('\n');
  const shown = (line: number): string => `${sample.name} ${path}:${line} ${(lines[line - 1] ?? '').trim()}`;
  const found = (lint: string): Map<number, Finding> =>
    // A macro that is called twice is reported twice.
    new Map(
      sample.findings
        .filter((one) => one.lint === lint && one.path === path)
        .map((finding) => [finding.line, finding]),
    );
  for (const lint of sample.lints) {
    const claim = CLAIMS[lint];
    if (!claim) continue;
    const agreement: Agreement = agreements.get(lint) ?? { plain: newTally(), apart: new Map() };
    agreements.set(lint, agreement);
    const ours = annotations.filter((one) => claim.claims(one, lines[one.line - 1] ?? ''));
    const { both, onlyOurs, onlyLint } = pair(ours, [...found(lint).values()], claim.reach);
    const privateToo = new Set(found(lint + PRIVATE_TOO).keys());
    for (const line of both) tallyAt(agreement, isIn(facts.macros, line)).both++;
    for (const { line } of onlyOurs) {
      const reason = sample.isLeftOut(path, line)
        ? 'the configuration leaves the code out'
        : (isIn(facts.macros, line) ?? whyOnlyOurs(lint, line, facts, privateToo));
      tallyAt(agreement, reason).onlyOurs.push(shown(line));
    }
    for (const line of onlyLint) {
      const inUnsafe = lint === 'unnecessary_safety_comment' && facts.unsafeBodies.has(line);
      const reason = inUnsafe
        ? 'in an unsafe function, where types tell which statement is unsafe'
        : isIn(facts.macros, line);
      tallyAt(agreement, reason).onlyLint.push(shown(line));
    }
  }
}

function whyOnlyOurs(
  lint: string,
  line: number,
  facts: FileFacts,
  privateToo: ReadonlySet<number>,
): Reason | undefined {
  if (lint.includes('safety_doc') && facts.hidden.has(line)) return 'hidden from the documentation';
  if (privateToo.has(line)) return 'not reachable from outside by the names that lead there';
  if (lint === 'unnecessary_safety_comment' && facts.memberComments.has(line))
    return 'above an item of an impl or a trait, where the lint does not look';
  return undefined;
}

function isIn(macros: ReadonlySet<number>, line: number): Reason | undefined {
  return macros.has(line) ? 'in the tokens of a macro' : undefined;
}

function tallyAt({ plain, apart }: Agreement, reason: Reason | undefined): Tally {
  if (reason === undefined) return plain;
  const tally = apart.get(reason) ?? newTally();
  apart.set(reason, tally);
  return tally;
}

function newTally(): Tally {
  return { both: 0, onlyOurs: [], onlyLint: [] };
}

/** Pairs annotations with findings, on the same line first and then the nearest within reach; one line counts once. */
function pair(
  annotations: readonly Annotation[],
  findings: readonly Finding[],
  reach: Claim['reach'],
): {
  readonly both: readonly number[];
  readonly onlyOurs: readonly Annotation[];
  readonly onlyLint: readonly number[];
} {
  const ours = new Map(annotations.map((one) => [one.line, one]));
  const lints = new Set(findings.map(({ line }) => line));
  const both: number[] = [];
  const take = (own: number, line: number): void => {
    ours.delete(own);
    lints.delete(line);
    both.push(line);
  };
  for (const line of [...lints]) if (ours.has(line)) take(line, line);
  for (const [own, one] of [...ours]) {
    const { before, after } = reach(one);
    const near = [...lints].filter((line) => own - before <= line && line <= own + after);
    near.sort((a, b) => Math.abs(a - own) - Math.abs(b - own));
    if (near[0] !== undefined) take(own, near[0]);
  }
  return { both, onlyOurs: [...ours.values()], onlyLint: [...lints] };
}
