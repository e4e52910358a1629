import { readFile } from 'node:fs/promises';
import { visibleText } from '../../core/output/visibleText.ts';
import type { Problem } from '../../core/problem.ts';
import { carryAnchors } from '../../core/review/carry/carryAnchors.ts';
import type { CarriedMark } from '../../core/review/carry/carryReview.ts';
import { readReview } from '../../core/review/readReview.ts';
import type { Mark, MarkTarget, Review } from '../../core/review/review.ts';
import type { Repository } from '../../node/git.ts';
import { EXIT } from '../exitCode.ts';
import type { Outcome } from '../outcome.ts';
import { problemLines } from '../problemLines.ts';
import type { MarksRequest } from './marksOptions.ts';
import { readVersion } from './readVersion.ts';

/** Version of the JSON that `marks list` and `marks status` print. */
const QUESTIONS_FORMAT = 1;

/** Prints the questions of a review file: the open ones first. Status 1 if any is open. */
export async function list(request: MarksRequest & { readonly kind: 'list' }): Promise<Outcome> {
  const { review, problems } = await reviewIn(request.review);
  if (!review) return failed(problems);
  const questions = [...questionsOf(review)].sort(
    (a, b) => Number(a.exit !== null) - Number(b.exit !== null),
  );
  const exitCode = questions.some(({ exit }) => exit === null) ? EXIT.look : EXIT.nothing;
  if (request.format === 'json') return { out: json(questions.map(markData)), err: '', exitCode };
  const out = questions.map((mark) => entry(mark, mark.target, mark.exit?.kind ?? 'open', [])).join('');
  return { out: out === '' ? 'No questions.\n' : out, err: '', exitCode };
}

/** Says for each open question of a review file what became of it in a newer version. Status 1 if any has no answer yet. */
export async function status(
  request: MarksRequest & { readonly kind: 'status' },
  repository: Repository | undefined,
  opening: readonly Problem[],
): Promise<Outcome> {
  const { review, problems } = await reviewIn(request.review);
  const to = await readVersion(request.to, repository);
  const all = [...opening, ...problems, ...to.problems];
  if (!review || !to.value) return failed(all);
  const open = questionsOf(review).filter(({ exit }) => exit === null);
  const carried = await carryAnchors({ ...review, marks: open }, to.value);
  const exitCode = carried.some(({ proposal }) => proposal === null) ? EXIT.look : EXIT.nothing;
  if (request.format === 'json')
    return { out: json(carried.map(carriedData)), err: problemLines(all), exitCode };
  const out = carried.map((each) => entry(each.mark, each.target, stateOf(each), evidenceOf(each))).join('');
  return { out: out === '' ? 'No open questions.\n' : out, err: problemLines(all), exitCode };
}

function questionsOf(review: Review): readonly Mark[] {
  return review.marks.filter(({ state }) => state === 'needs-explanation');
}

async function reviewIn(
  path: string,
): Promise<{ readonly review: Review | undefined; readonly problems: readonly Problem[] }> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined)
    return {
      review: undefined,
      problems: [{ code: 'unreadable-input', message: 'The review could not be read.', at: path }],
    };
  const { value, problems } = readReview(text, path);
  return { review: value, problems };
}

function failed(problems: readonly Problem[]): Outcome {
  return { out: '', err: problemLines(problems), exitCode: EXIT.partial };
}

function json(questions: readonly object[]): string {
  return `${JSON.stringify({ format: QUESTIONS_FORMAT, questions }, null, 2)}\n`;
}

function markData({ id, target, question, exit }: Mark): object {
  return { id, target, question, state: exit?.kind ?? 'open' };
}

function carriedData({ mark, target, fate, proposal, before, after }: CarriedMark): object {
  return { id: mark.id, question: mark.question, fate, target, proposal, before, after };
}

const STILL_OPEN: Readonly<Record<CarriedMark['fate'], string>> = {
  exact: 'open, the lines are unchanged',
  moved: 'open, the lines were moved',
  edited: 'open, the lines were edited',
  gone: 'open, and the lines are not in this version',
};

function stateOf({ fate, proposal }: CarriedMark): string {
  return proposal === null ? STILL_OPEN[fate] : `${proposal.kind}, for the reviewer to confirm`;
}

function evidenceOf({ proposal }: CarriedMark): readonly string[] {
  return proposal === null || proposal.evidence === '' ? [] : proposal.evidence.split('\n');
}

function entry(mark: Mark, target: MarkTarget | null, state: string, evidence: readonly string[]): string {
  const question = mark.question.trim() === '' ? 'Could you explain this?' : mark.question;
  const lines = [
    `${place(target ?? mark.target)}: ${state}`,
    ...question.split('\n').map((line) => `  ${line}`),
    ...evidence.map((line) => `  > ${line}`),
  ];
  return `${lines.map(visibleText).join('\n')}\n`;
}

function place(target: MarkTarget): string {
  const range = target.line === target.endLine ? `${target.line}` : `${target.line}-${target.endLine}`;
  if (target.kind === 'cover') return `cover letter, line ${range}`;
  if (target.kind === 'message') return `message of ${target.patch}, line ${range}`;
  return `${target.path}:${range}${target.side === 'old' ? ' (old side)' : ''}`;
}
