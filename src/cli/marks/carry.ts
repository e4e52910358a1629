import { readFile } from 'node:fs/promises';
import { carryLines, type CarriedLines } from '../../core/review/carry/carryLines.ts';
import { readLineMarks } from '../../core/review/carry/readLineMarks.ts';
import { visibleText } from '../../core/output/visibleText.ts';
import type { Problem } from '../../core/problem.ts';
import type { Repository } from '../../node/git.ts';
import type { Outcome } from '../outcome.ts';
import { EXIT } from '../exitCode.ts';
import { problemLines } from '../problemLines.ts';
import type { MarksRequest } from './marksOptions.ts';
import { readVersion } from './readVersion.ts';

/** Version of the JSON that `marks carry` prints. */
const CARRY_FORMAT = 1;

/** Follows the marks of a file from one version to another. Every mark gets an answer. */
export async function carry(
  request: MarksRequest & { readonly kind: 'carry' },
  repository: Repository | undefined,
  opening: readonly Problem[],
): Promise<Outcome> {
  const text = await readFile(request.marks, 'utf8').catch(() => undefined);
  const marks =
    text === undefined
      ? { value: undefined, problems: [unreadable(request.marks)] }
      : readLineMarks(text, request.marks);
  const from = await readVersion(request.from, repository);
  const to = await readVersion(request.to, repository);
  const problems = [...opening, ...marks.problems, ...from.problems, ...to.problems];
  if (!marks.value || !from.value || !to.value) {
    return { out: '', err: problemLines(problems), exitCode: EXIT.partial };
  }
  const carried = await carryLines(marks.value, from.value, to.value);
  const unknown = carried.filter(({ fate }) => fate === 'unknown').map(unknownMark);
  const all = [...problems, ...unknown];
  const out = request.format === 'json' ? json(carried, all) : carried.map(textLine).join('');
  return {
    out,
    err: request.format === 'json' ? '' : problemLines(all),
    exitCode: unknown.length > 0 ? EXIT.partial : EXIT.nothing,
  };
}

function unreadable(path: string): Problem {
  return { code: 'unreadable-input', message: 'The marks could not be read.', at: path };
}

function unknownMark({ id, evidence }: CarriedLines): Problem {
  return { code: 'image-unavailable', message: `Nothing is known of mark ${id}. ${evidence}`, at: id };
}

/** A mark of which nothing is known is reported as gone, with the reason as evidence and a problem beside it. */
function json(carried: readonly CarriedLines[], problems: readonly Problem[]): string {
  const marks = carried.map(({ id, fate, documented, path, line, endLine, evidence }) => ({
    id,
    fate: fate === 'unknown' ? 'gone' : fate,
    documented,
    path,
    line,
    endLine,
    evidence,
  }));
  return `${JSON.stringify({ format: CARRY_FORMAT, marks, problems }, null, 2)}\n`;
}

function textLine({ id, fate, documented, path, line, endLine, evidence }: CarriedLines): string {
  const place = path === null ? '' : ` ${visibleText(path)}:${line}${endLine === line ? '' : `-${endLine}`}`;
  const words = evidence === '' ? '' : `\n    ${evidence.split('\n').map(visibleText).join('\n    ')}`;
  return `${visibleText(id)}: ${fate}${documented ? ', documented' : ''}${place}${words}\n`;
}
