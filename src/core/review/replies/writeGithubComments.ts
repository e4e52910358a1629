import type { Problem, WithProblems } from '../../problem.ts';
import type { Mark, Review } from '../review.ts';

/** A comment as GitHub's "create a review" takes it. */
interface GithubComment {
  readonly path: string;
  readonly side: 'LEFT' | 'RIGHT';
  readonly line: number;
  readonly start_side?: 'LEFT' | 'RIGHT';
  readonly start_line?: number;
  readonly body: string;
}

/**
 * The open questions on lines as GitHub review comments. Those on messages and the cover letter have no place there: they
 * are returned as problems, never left out in silence.
 */
export function writeGithubComments(review: Review): WithProblems<string> {
  const open = review.marks.filter(({ state, exit }) => state === 'needs-explanation' && exit === null);
  const comments: GithubComment[] = [];
  const problems: Problem[] = [];
  for (const mark of open) {
    const { target } = mark;
    if (target.kind !== 'lines') {
      const message = 'GitHub has no place for a question on a message or cover letter; it is left out.';
      problems.push({ code: 'review-conflict', message, at: `${target.kind} line ${target.line}` });
      continue;
    }
    const side: GithubComment['side'] = target.side === 'old' ? 'LEFT' : 'RIGHT';
    const range = target.line === target.endLine ? {} : { start_side: side, start_line: target.line };
    comments.push({ path: target.path, side, line: target.endLine, ...range, body: bodyOf(mark) });
  }
  return { value: `${JSON.stringify(comments, null, 2)}\n`, problems };
}

function bodyOf({ question }: Mark): string {
  return question.trim() === '' ? 'Could you explain this?' : question;
}
