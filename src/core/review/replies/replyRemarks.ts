import type { Reply, Series } from '../../patch/series.ts';
import type { Answered } from './placedRemarks.ts';
import { placer } from './placedRemarks.ts';
import type { Remark, RemarkAnswer } from './remark.ts';
import { replyParts, type ReplyPart } from './replyParts.ts';

const MAX_DEPTH = 50;

/** A remark that answers are added to while the thread is read. */
type Growing = Remark & { readonly answers: RemarkAnswer[] };

/**
 * What replies in a thread say about the patches of its series, in order of the thread. Words below a quoted remark become
 * an answer to it; all others are remarks, also those that quote nothing, or nothing that is in the series.
 */
export function replyRemarks(series: Series): readonly Remark[] {
  const replies = series.replies ?? [];
  const parents = new Map(replies.map(({ envelope }) => [envelope.messageId, envelope.inReplyTo]));
  const posted = postedMails(series);
  const byMail = new Map<string, Growing[]>();
  const remarks: Growing[] = [];
  for (const reply of replies) {
    const above = ancestors(reply, parents);
    const answered = above.map((id) => posted.get(id)).find((found) => found !== undefined);
    if (!answered) continue;
    const earlier = above.flatMap((id) => byMail.get(id) ?? []);
    const made = mailRemarks(reply, answered, earlier);
    remarks.push(...made);
    const { messageId } = reply.envelope;
    if (messageId !== undefined) byMail.set(messageId, made);
  }
  return remarks;
}

/** What one reply says: answers are added to those of `earlier` that it quotes, the rest is returned. */
export function mailRemarks(reply: Reply, answered: Answered, earlier: readonly Growing[]): Growing[] {
  const { envelope, author } = reply;
  const place = placer(answered);
  const date = isoDate(envelope.date);
  const said = { author, ...(date !== undefined && { date }) };
  return replyParts(reply.text).flatMap((part) => {
    const asked = earlier.find((remark) => isQuoted(remark, part));
    if (asked) {
      asked.answers.push({ ...said, text: part.text });
      return [];
    }
    const { messageId: id, references, subject } = envelope;
    return {
      ...said,
      ...place(part),
      messageId: id,
      ...(answered.patch && { patch: answered.patch.id }),
      ...(id !== undefined && { mail: { id, references, subject } }),
      answers: [],
    };
  });
}

/** The mails of the posting, by Message-ID with angle brackets. */
export function postedMails({ cover, patches }: Series): ReadonlyMap<string, Answered> {
  const posted = new Map<string, Answered>();
  if (cover?.envelope?.messageId !== undefined)
    posted.set(cover.envelope.messageId, { patch: undefined, message: cover.message });
  for (const patch of patches)
    if (patch.envelope?.messageId !== undefined)
      posted.set(patch.envelope.messageId, { patch, message: patch.message });
  return posted;
}

/** The mails above a reply, nearest first, by what it answers and what it refers to. */
function ancestors(
  { envelope }: Reply,
  parents: ReadonlyMap<string | undefined, string | undefined>,
): readonly string[] {
  const above: string[] = [];
  let parent = envelope.inReplyTo;
  while (parent !== undefined && above.length < MAX_DEPTH && !above.includes(parent)) {
    above.push(parent);
    parent = parents.get(parent);
  }
  return [...above, ...[...envelope.references].reverse().filter((id) => !above.includes(id))];
}

/** True if the last line that was quoted once is the end of what was remarked, or of an answer to it. */
function isQuoted({ text, answers }: Growing, { quoted }: ReplyPart): boolean {
  const last = [...quoted].reverse().find((line) => line.text.trim() !== '');
  if (last?.depth !== 1) return false;
  return [text, ...answers.map((answer) => answer.text)].some(
    (said) => said.split('\n').at(-1)?.trim() === last.text.trim(),
  );
}

function isoDate(date: string | undefined): string | undefined {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
