import { LineCursor } from '../diff/lineCursor.ts';
import type { Mail } from '../message/mail.ts';
import { withoutBlankEnds } from '../message/splitMessage.ts';
import { readSubject } from '../message/subjectPrefix.ts';
import { readTrailers } from '../message/trailers.ts';
import { inInput } from '../place.ts';
import { readDiff } from '../readDiff.ts';

const COMMIT = /^commit ([0-9a-f]{40}|[0-9a-f]{64})( |$)/;

/** Whether a text is what `git log` or `git show` print. */
export function isGitLog(text: string): boolean {
  return COMMIT.test(new LineCursor(text).peek());
}

/**
 * Reads what `git log -p` or `git show` print. Messages are indented there and lines of diffs have markers, so that a line
 * `commit …` always begins a commit. The result begins with the oldest.
 */
export function readGitLogText(name: string, text: string): readonly Mail[] {
  const commits: Commit[] = [];
  const cursor = new LineCursor(text);
  let start: { readonly offset: number; readonly line: number } | undefined;
  while (!cursor.atEnd) {
    if (cursor.startsWith('commit ') && COMMIT.test(cursor.peek())) {
      if (start) commits.push(readCommit(name, text.slice(start.offset, cursor.offset), start.line));
      start = { offset: cursor.offset, line: cursor.line };
    }
    cursor.next();
  }
  if (start) commits.push(readCommit(name, text.slice(start.offset), start.line));
  const [first, last] = [commits.at(0)?.time ?? 0, commits.at(-1)?.time ?? 0];
  const mails = commits.map(({ mail }) => mail).filter(({ files }) => files.length > 0);
  return first < last ? mails : mails.reverse();
}

interface Commit {
  readonly mail: Mail;
  /** When it was made, as far as that is printed. */
  readonly time: number;
}

function readCommit(name: string, text: string, line: number): Commit {
  const cursor = new LineCursor(text);
  const commit = COMMIT.exec(cursor.peek())?.[1];
  const fields = new Map<string, string>();
  cursor.next();
  while (!cursor.atEnd && cursor.peek() !== '') {
    const [, key = '', value = ''] = /^(\w+): *(.*)$/.exec(cursor.peek()) ?? [];
    fields.set(key, value);
    cursor.next();
  }
  const message: string[] = [];
  while (!cursor.atEnd && /^( {4}|$)/.test(cursor.peek())) {
    message.push(cursor.peek().slice(4));
    cursor.next();
  }
  const [subject = '', ...rest] = withoutBlankEnds(message);
  const body = withoutBlankEnds(rest);
  const first = line + cursor.line - 1;
  const { value: files, problems } = readDiff(text.slice(cursor.offset), inInput(name, first));
  const time = Date.parse(fields.get('Date') ?? fields.get('CommitDate') ?? '');
  const mail: Mail = {
    at: `${name}:${line}`,
    id: undefined,
    parent: undefined,
    envelope: undefined,
    prefix: readSubject(''),
    author: fields.get('Author') ?? '',
    message: { subject, body, notes: [], trailers: readTrailers(body) },
    commit,
    files,
    changeId: undefined,
    baseCommit: undefined,
    text,
    problems,
  };
  return { mail, time: Number.isNaN(time) ? 0 : time };
}
