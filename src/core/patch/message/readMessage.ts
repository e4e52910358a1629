import type { Problem } from '../../problem.ts';
import { decodeWords } from '../mime/encodedWords.ts';
import type { Place } from '../place.ts';
import { findDiff, readDiff } from '../readDiff.ts';
import type { Envelope, FileChange } from '../series.ts';
import { readAddress } from './addresses.ts';
import type { Mail } from './mail.ts';
import { reportMessage } from './reportMessage.ts';
import { splitMessage, withoutBlankEnds, type MessageParts } from './splitMessage.ts';
import { readSubject, type SubjectPrefix } from './subjectPrefix.ts';
import { readTrailers } from './trailers.ts';

/** A message's decoded text, with what its headers say. */
export interface MessageSource {
  /** Where the message begins in the input. */
  readonly start: string;
  /** Places of the lines of `text`. */
  readonly at: Place;
  readonly text: string;
  readonly id: string | undefined;
  readonly parent: string | undefined;
  readonly envelope: Envelope | undefined;
  /** Decoded `Subject`, prefix included. */
  readonly subject: string;
  /** Decoded `From`. */
  readonly from: string;
  readonly commit: string | undefined;
  readonly changeId: string | undefined;
  /** There is no other message: then even a reply is read for its diff. */
  readonly alone: boolean;
  /** What went wrong in decoding it. */
  readonly problems: readonly Problem[];
}

/** Reads a message: what is said, and the patch below it. The diff of a reply is not read: it answers, it posts nothing. */
export function readMessage(source: MessageSource): Mail {
  const problems = [...source.problems];
  const { text, at } = source;
  const parts = splitMessage(text);
  const rest = text.slice(parts.end);
  const diff = findDiff(rest);
  const said = prefixOf(source.subject, parts.inBody.subject);
  const prefix = source.alone && diff >= 0 ? { ...said, reply: false } : said;
  const notes = notesOf(parts, diff < 0 ? rest : rest.slice(0, diff));
  const files = prefix.reply || diff < 0 ? [] : readFiles(rest, at, parts.endLine, problems);
  if (!prefix.reply) {
    const above = diff < 0 ? text : text.slice(0, parts.end + diff);
    reportMessage({ above, parts, prefix, notes, files, start: source.start, at }, problems);
  }
  const body = parts.end === text.length ? withoutSignature(parts.body) : parts.body;
  return {
    at: source.start,
    id: source.id,
    parent: source.parent,
    envelope: source.envelope,
    prefix,
    author: parts.inBody.from === undefined ? source.from : readAddress(parts.inBody.from),
    message: { subject: prefix.subject, body, notes, trailers: readTrailers(body) },
    commit: source.commit,
    files,
    changeId: source.changeId ?? tagged(text, 'change-id: ', /^\S+/),
    baseCommit: tagged(text, 'base-commit: ', /^[0-9a-f]{7,64}/),
    text,
    problems,
  };
}

/** The mail's own subject says what it is; one in the text says it only where the mail's does not (a patch below scissors). */
function prefixOf(subject: string, inBody: string | undefined): SubjectPrefix {
  const own = readSubject(subject);
  if (inBody === undefined) return own;
  const inner = readSubject(decodeWords(inBody));
  return inner.posting && (own.reply || !own.posting) ? inner : { ...own, subject: inner.subject };
}

/** Lines between the message and the diff, without the `---`, lines that announce the diff, and blank ones at both ends. */
function notesOf(parts: MessageParts, between: string): readonly string[] {
  const lines = between.split(/\r?\n/);
  while (/^(---\s*|diff -.*|Index: .*|={4,})$/.test(lines[0] ?? '')) lines.shift();
  return withoutBlankEnds(withoutSignature([...parts.above, ...lines]));
}

function withoutSignature(lines: readonly string[]): readonly string[] {
  const signature = lines.lastIndexOf('-- ');
  return signature < 0 ? lines : withoutBlankEnds(lines.slice(0, signature));
}

/** Reads the diff in the text below the message; line 1 of that is line `first` of the whole. */
function readFiles(text: string, at: Place, first: number, problems: Problem[]): readonly FileChange[] {
  const read = readDiff(text, (line, path, fileLine) => at(line + first - 1, path, fileLine));
  for (const problem of read.problems) problems.push(problem);
  return read.value;
}

/** The word behind a tag that stands at the begin of a line. */
function tagged(text: string, tag: string, word: RegExp): string | undefined {
  const at = text.indexOf(`\n${tag}`);
  return at < 0 ? undefined : word.exec(text.slice(at + tag.length + 1, at + tag.length + 200))?.[0];
}
