import type { Problem } from '../../problem.ts';
import type { Mail } from '../message/mail.ts';
import { findDiff } from '../readDiff.ts';
import type { Reply } from '../series.ts';
import { mailsIn, type Posting } from './posting.ts';

/** Answers by the posting that they answer. What answers none of them, and is no patch itself, is left out and told. */
export function sortReplies(
  mails: readonly Mail[],
  postings: readonly Posting[],
  problems: Problem[],
): ReadonlyMap<Posting, readonly Reply[]> {
  const threads = new Map<string, Posting>();
  for (const posting of postings)
    for (const { id } of mailsIn(posting)) if (id !== undefined) threads.set(id, posting);
  const replies = new Map<Posting, Reply[]>();
  const left: Mail[] = [];
  for (const mail of mails) {
    const posting = threadOf(mail, threads);
    if (!posting || !mail.envelope) {
      left.push(mail);
      continue;
    }
    if (mail.id !== undefined) threads.set(mail.id, posting);
    const reply = { envelope: mail.envelope, author: mail.author, text: mail.text };
    const answers = replies.get(posting);
    if (answers) answers.push(reply);
    else replies.set(posting, [reply]);
    if (findDiff(mail.text) >= 0) problems.push({ code: 'mail-ignored', message: OWN_DIFF, at: mail.at });
  }
  const [first] = left;
  if (first)
    problems.push({
      code: 'mail-ignored',
      message: `${left.length === 1 ? 'This mail belongs' : `${left.length} mails, of which this is the first, belong`} to no series that is here, so it was left out.`,
      at: first.at,
    });
  return replies;
}

const OWN_DIFF = 'This reply holds a diff of its own, which is no part of the series.';

/** The posting that a mail answers, directly or through other answers above it in the input. */
function threadOf(mail: Mail, threads: ReadonlyMap<string, Posting>): Posting | undefined {
  const ids = [mail.parent, ...(mail.envelope?.references ?? []).map((id) => id.slice(1, -1)).reverse()];
  return ids.map((id) => threads.get(id ?? '')).find((posting) => posting !== undefined);
}
