import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSeries } from '../../../src/core/patch/readSeries.ts';
import { carryLines, type CarriedLines } from '../../../src/core/review/carry/carryLines.ts';
import { versionOf } from '../../../src/core/review/carry/versionOf.ts';
import { projectRoot } from '../../vscode-host/root.ts';

/**
 * What a person who read both versions says became of a line that a reviewer remarked on. `from` and `to` are the ids of two
 * postings, `line` is that of the file after the whole first one. `documented` is null where the reader could not tell.
 * The second set was judged before the program had ever been run on it.
 */
interface Verdict {
  readonly set: string;
  readonly from: string;
  readonly to: string;
  readonly path: string;
  readonly line: number;
  readonly verdict: string;
  readonly documented: boolean | null;
}

const VERDICTS = join(projectRoot, 'test/tools/carry/verdicts.json');

export interface Agreement {
  readonly set: string;
  total: number;
  /** Untouched, moved, or other than it was (edited or gone). */
  sameFate: number;
  judged: number;
  sameDocumented: number;
  readonly disagreements: string[];
}

/** Follows the lines of all verdicts of which the mailboxes hold both postings. */
export async function agreements(mailboxes: readonly string[]): Promise<readonly Agreement[]> {
  const inputs = mailboxes.map(async (name) => ({ name, bytes: await readFile(name) }));
  const { value } = await readSeries(await Promise.all(inputs));
  const verdicts = JSON.parse(await readFile(VERDICTS, 'utf8')) as readonly Verdict[];
  const byId = new Map(value.map((series) => [series.id, series]));
  const found = new Map<string, Agreement>();
  for (const [index, verdict] of verdicts.entries()) {
    const [from, to] = [byId.get(verdict.from), byId.get(verdict.to)];
    if (!from || !to) continue;
    const mark = {
      id: String(index),
      path: verdict.path,
      side: 'new',
      line: verdict.line,
      endLine: verdict.line,
    } as const;
    const versions = [await versionOf(from, undefined), await versionOf(to, undefined)] as const;
    const [answer] = await carryLines([mark], ...versions);
    const known = found.get(verdict.set);
    const agreement = known ?? {
      set: verdict.set,
      total: 0,
      sameFate: 0,
      judged: 0,
      sameDocumented: 0,
      disagreements: [],
    };
    found.set(verdict.set, agreement);
    if (answer) count(agreement, verdict, answer);
  }
  return [...found.values()];
}

function count(agreement: Agreement, verdict: Verdict, answer: CarriedLines): void {
  const isSameFate = kindOf(verdict.verdict) === kindOf(answer.fate);
  const isSameDocumented = verdict.documented === null || verdict.documented === answer.documented;
  agreement.total++;
  if (isSameFate) agreement.sameFate++;
  if (verdict.documented !== null) {
    agreement.judged++;
    if (isSameDocumented) agreement.sameDocumented++;
  }
  if (!isSameFate || !isSameDocumented)
    agreement.disagreements.push(
      `${verdict.to} ${verdict.path}:${verdict.line}: ${verdict.verdict}, documented ${String(verdict.documented)}; ` +
        `answer ${answer.fate}, documented ${String(answer.documented)}\n    ${answer.evidence.replace(/\n/g, '\n    ')}`,
    );
}

/** Moved within what is not touched counts as untouched: a reader of a diff cannot tell those apart. */
function kindOf(word: string): 'the same' | 'other' {
  return ['untouched', 'moved', 'exact'].includes(word) ? 'the same' : 'other';
}
