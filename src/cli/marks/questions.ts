import { visibleText } from '../../core/output/visibleText.ts';
import type { Problem } from '../../core/problem.ts';
import { carryAnchors } from '../../core/review/carry/carryAnchors.ts';
import type { CarriedMark } from '../../core/review/carry/carryReview.ts';
import type { Mark, MarkTarget, Review } from '../../core/review/review.ts';
import type { Repository } from '../../node/git.ts';
import { EXIT } from '../exitCode.ts';
import type { Outcome } from '../outcome.ts';
import { problemLines } from '../problemLines.ts';
import type { MarksRequest } from './marksOptions.ts';
import { readReviews } from './readReviews.ts';
import { readVersion } from './readVersion.ts';

/** Version of the JSON that `marks list` and `marks status` print. */
const QUESTIONS_FORMAT = 1;

/** Prints what reviewers asked, the open questions first. Status 1 if any is open. */
export async function list(request: MarksRequest & { readonly kind: 'list' }): Promise<Outcome> {
  const { value: reviews, problems } = await readReviews(request.review, request.on);
  if (!reviews) return failed(problems);
  const questions = questionsOf(reviews).sort(
    (a, b) => Number(a.mark.exit !== null) - Number(b.mark.exit !== null),
  );
  const err = problemLines(problems);
  const exitCode = questions.some(({ mark }) => mark.exit === null) ? EXIT.look : EXIT.nothing;
  if (request.format === 'json') return { out: json(questions.map(markData)), err, exitCode };
  const out = questions
    .map(({ mark, reviewer }) => entry(mark, reviewer, mark.target, mark.exit?.kind ?? 'open', []))
    .join('');
  return { out: out === '' ? 'No questions.\n' : out, err, exitCode };
}

/** Says for each open question what became of it in a newer version. Status 1 if any has no answer yet. */
export async function status(
  request: MarksRequest & { readonly kind: 'status' },
  repository: Repository | undefined,
  opening: readonly Problem[],
): Promise<Outcome> {
  const { value: reviews, problems } = await readReviews(request.review, request.on);
  const to = await readVersion(request.to, repository);
  const all = [...opening, ...problems, ...to.problems];
  if (!reviews || !to.value) return failed(all);
  const open = questionsOf(reviews).filter(({ mark }) => mark.exit === null);
  const [first] = reviews;
  const carried = first
    ? await carryAnchors({ ...first, marks: open.map(({ mark }) => mark) }, to.value)
    : [];
  const exitCode = carried.some(({ proposal }) => proposal === null) ? EXIT.look : EXIT.nothing;
  if (request.format === 'json')
    return { out: json(carried.map(carriedData)), err: problemLines(all), exitCode };
  const out = carried
    .map((each, index) =>
      entry(each.mark, open[index]?.reviewer ?? '', each.target, stateOf(each), evidenceOf(each)),
    )
    .join('');
  return { out: out === '' ? 'No open questions.\n' : out, err: problemLines(all), exitCode };
}

/** A question and who asked it. */
interface Asked {
  readonly mark: Mark;
  readonly reviewer: string;
}

function questionsOf(reviews: readonly Review[]): Asked[] {
  return reviews.flatMap(({ reviewer, marks }) =>
    marks.filter(({ state }) => state === 'needs-explanation').map((mark) => ({ mark, reviewer })),
  );
}

function failed(problems: readonly Problem[]): Outcome {
  return { out: '', err: problemLines(problems), exitCode: EXIT.partial };
}

function json(questions: readonly object[]): string {
  return `${JSON.stringify({ format: QUESTIONS_FORMAT, questions }, null, 2)}\n`;
}

function markData({ mark: { id, target, question, exit }, reviewer }: Asked): object {
  return { id, reviewer, target, question, state: exit?.kind ?? 'open' };
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

function entry(
  mark: Mark,
  reviewer: string,
  target: MarkTarget | null,
  state: string,
  evidence: readonly string[],
): string {
  const question = mark.question.trim() === '' ? 'Could you explain this?' : mark.question;
  const lines = [
    `${place(target ?? mark.target)}: ${state}${reviewer === '' ? '' : ` (${reviewer})`}`,
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
