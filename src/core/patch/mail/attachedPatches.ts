import type { Problem } from '../../problem.ts';
import { readAddress } from '../message/addresses.ts';
import type { Mail } from '../message/mail.ts';
import { readMessage, type MessageSource } from '../message/readMessage.ts';
import { field, looksLikeMail } from '../mime/headers.ts';
import { commitOf, splitMailbox, type RawMail } from '../mime/mailbox.ts';
import { readMime } from '../mime/mimeMail.ts';
import type { TextPart } from '../mime/textPart.ts';
import { reportTo } from '../place.ts';
import { findDiff } from '../readDiff.ts';
import { decodedSubject } from './envelope.ts';

/**
 * Reads a mail to which files of git format-patch are attached: the mail is their cover letter. Undefined if no part is such
 * a file. The patches keep the mail's envelope, for that is what can be answered.
 */
export function readAttachedPatches(
  outer: MessageSource,
  parts: readonly TextPart[],
): readonly Mail[] | undefined {
  const files = parts.filter(isPatchFile);
  const patches = files.flatMap((part) => splitMailbox(new TextEncoder().encode(part.text)));
  const [first, ...others] = patches.map((patch, index) =>
    readPatchFile(outer, patch, index + 1, patches.length),
  );
  if (!first) return undefined;
  const own = parts.filter((part) => !files.includes(part));
  const cover = readMessage({ ...outer, text: own.map(({ text }) => text).join('\n') });
  const { version, total } = first.prefix;
  return [
    {
      ...cover,
      prefix: { ...cover.prefix, posting: true, version, position: 0, total },
      problems: cover.problems.filter(({ code }) => code !== 'no-patch-found'),
    },
    first,
    ...others,
  ];
}

function isPatchFile({ fileName, text }: TextPart): boolean {
  const head = new TextEncoder().encode(text.slice(0, MAX_HEAD));
  const isMail = splitMailbox(head)[0]?.separator !== undefined || looksLikeMail(head);
  return fileName !== '' && isMail && findDiff(text) >= 0;
}

/** Characters of a file that tell whether it is a mail. */
const MAX_HEAD = 4000;

function readPatchFile(outer: MessageSource, patch: RawMail, number: number, count: number): Mail {
  const problems: Problem[] = [];
  const { headers, parts } = readMime(patch.bytes, reportTo(problems, outer.at));
  const mail = readMessage({
    ...outer,
    text: parts.map(({ text }) => text).join(''),
    id: outer.id === undefined ? undefined : `${outer.id}#${number}`,
    parent: outer.id,
    subject: decodedSubject(headers),
    from: readAddress(field(headers, 'from')),
    commit: commitOf(patch.separator),
    problems,
  });
  const { position = number, total = count } = mail.prefix;
  return { ...mail, prefix: { ...mail.prefix, posting: true, position, total } };
}
