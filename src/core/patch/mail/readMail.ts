import type { Problem, ProblemCode } from '../../problem.ts';
import { readAddress } from '../message/addresses.ts';
import type { Mail } from '../message/mail.ts';
import { readMessage, type MessageSource } from '../message/readMessage.ts';
import { readSubject } from '../message/subjectPrefix.ts';
import { unflow } from '../mime/flowed.ts';
import { field, type Headers } from '../mime/headers.ts';
import { commitOf, unescapeFrom, type RawMail } from '../mime/mailbox.ts';
import { readMime } from '../mime/mimeMail.ts';
import type { TextPart } from '../mime/textPart.ts';
import { atLine, inInput, reportTo } from '../place.ts';
import { findDiff } from '../readDiff.ts';
import { readAttachedPatches } from './attachedPatches.ts';
import { decodedSubject, readEnvelope } from './envelope.ts';

/** Deeper than this nobody attaches mails to mails. */
const MAX_DEPTH = 4;

/**
 * Reads one message of the input `name`: usually one mail, several when mails or format-patch files are attached to it. What
 * goes wrong is told by each mail. `alone`: it is all there is.
 */
export function readMail(raw: RawMail, name: string, alone: boolean, depth = 0): readonly Mail[] {
  const problems: Problem[] = [];
  const report = reportTo(problems, inInput(name, raw.line));
  const { headers, parts, mails } = readMime(raw.bytes, report);
  const attached = depth < MAX_DEPTH ? mails : [];
  const nested = attached.flatMap(({ bytes, line }) =>
    readMail({ bytes, line: raw.line + line - 1, separator: undefined }, name, alone, depth + 1),
  );
  if (parts.length + mails.length === 0 && readSubject(decodedSubject(headers)).posting)
    report('undecodable-mail', 'This mail holds no plain text, so nothing of it was read.', 1);
  const own = parts.filter(({ fileName, text }) => fileName === '' || findDiff(text) >= 0);
  const source = { ...describe(raw, name, headers), alone, problems };
  const patches = readAttachedPatches(source, own);
  if (patches) return [...patches, ...nested];
  const mail = readMessage({ ...source, ...joinParts(raw, name, own) });
  return [own.some(({ flowed }) => flowed) ? withFlowedProblem(mail) : mail, ...nested];
}

/** What the headers say about the message. */
function describe(raw: RawMail, name: string, headers: Headers): Omit<MessageSource, 'alone' | 'problems'> {
  const envelope = readEnvelope(headers);
  const start = `${name}:${raw.line}`;
  return {
    start,
    at: atLine(name, raw.line),
    text: '',
    id: withoutBrackets(envelope?.messageId),
    parent: withoutBrackets(envelope?.inReplyTo ?? envelope?.references.at(-1)),
    envelope,
    subject: decodedSubject(headers),
    from: readAddress(field(headers, 'from')),
    commit: commitOf(raw.separator),
    changeId: field(headers, 'x-change-id') || undefined,
  };
}

function withoutBrackets(id: string | undefined): string | undefined {
  return id?.slice(1, -1);
}

/** The mail's text: what git am too would take, all its parts one after the other. */
function joinParts(
  raw: RawMail,
  name: string,
  parts: readonly TextPart[],
): Pick<MessageSource, 'text' | 'at'> {
  const [first] = parts;
  const verbatim = parts.length === 1 && first?.verbatim === true && !first.flowed;
  const at = verbatim ? inInput(name, raw.line + first.line - 1) : atLine(name, raw.line);
  const texts = parts.map((part) => {
    const text = raw.separator === undefined ? part.text : unescapeFrom(part.text);
    return part.flowed ? unflow(text, findDiff(text), part.deleteSpace) : text;
  });
  return {
    at,
    text: texts.map((text) => (/[^\n]$/.test(text) && texts.length > 1 ? `${text}\n` : text)).join(''),
  };
}

/** Says what may have damaged a patch whose hunks do not fit, or whose blanks became no-break spaces. */
function withFlowedProblem(mail: Mail): Mail {
  const damaged =
    mail.problems.some(({ code }) => DAMAGE.has(code)) || /^[-+ ]?[ \t]*\u00a0/m.test(mail.text);
  if (mail.files.length === 0 || !damaged) return mail;
  const problem: Problem = {
    code: 'format-flowed',
    message:
      'This patch was sent as format=flowed, which lets mailers wrap lines and drop blanks, and it is damaged.',
    at: mail.at,
  };
  return { ...mail, problems: [...mail.problems, problem] };
}

const DAMAGE: ReadonlySet<ProblemCode> = new Set([
  'hunk-count',
  'hunk-garbage',
  'truncated-mail',
  'forged-header',
]);
