import type { Problem, WithProblems } from '../../problem.ts';
import { isObject, JsonReader } from '../jsonReader.ts';
import type { Mark, Review } from '../review.ts';
import type { Remark } from './replyRemarks.ts';

/** A comment as GitHub's "create a review" takes it and "list review comments" gives it; other keys are let be. */
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

/** Reads review comments; those without a line (outdated or on whole files) come without a target. */
export function readGithubComments(
  text: string,
  source: string,
  patchOf: (path: string) => string | undefined,
): WithProblems<readonly Remark[] | undefined> {
  const reader = new JsonReader(source);
  const data = reader.parse(text);
  if (data === undefined) return { value: undefined, problems: reader.problems };
  const remarks = reader.list(data, '', (value, path) => {
    if (!isObject(value)) {
      reader.refuse(path, 'Expected an object.');
      return undefined;
    }
    return remarkOf(reader, value, path, patchOf);
  });
  const value =
    reader.problems.length > 0 ? undefined : remarks.flatMap((remark) => (remark ? [remark] : []));
  return { value, problems: reader.problems };
}

function remarkOf(
  reader: JsonReader,
  comment: Readonly<Record<string, unknown>>,
  at: string,
  patchOf: (path: string) => string | undefined,
): Remark {
  const path = reader.text(comment['path'], `${at}.path`);
  const patch = patchOf(path);
  const line = lineIn(reader, comment['line'], `${at}.line`);
  const start = lineIn(reader, comment['start_line'], `${at}.start_line`) ?? line;
  const side = comment['side'] === 'LEFT' ? 'old' : 'new';
  const user = comment['user'];
  const author = isObject(user) && typeof user['login'] === 'string' ? user['login'] : '';
  const hunk = comment['diff_hunk'];
  return {
    author,
    messageId: undefined,
    text: reader.text(comment['body'], `${at}.body`),
    target:
      patch === undefined || line === undefined || start === undefined
        ? undefined
        : { kind: 'lines', patch, path, side, line: Math.min(start, line), endLine: line },
    quoted: typeof hunk === 'string' ? hunk.split('\n') : [],
  };
}

function lineIn(reader: JsonReader, value: unknown, at: string): number | undefined {
  return value === null || value === undefined ? undefined : reader.integer(value, at, 1);
}
