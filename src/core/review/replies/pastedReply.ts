import { readMail } from '../../patch/mail/readMail.ts';
import { mailsOf } from '../../patch/input/readInput.ts';
import type { Mail } from '../../patch/message/mail.ts';
import { readSubject } from '../../patch/message/subjectPrefix.ts';
import type { Envelope, Series } from '../../patch/series.ts';
import type { Problem, WithProblems } from '../../problem.ts';
import { placer, type Answered } from './placedRemarks.ts';
import type { Remark } from './remark.ts';
import { replyParts } from './replyParts.ts';
import { mailRemarks, postedMails } from './replyRemarks.ts';

/** What a mail without headers says of itself. */
const NO_ENVELOPE: Envelope = {
  messageId: undefined,
  inReplyTo: undefined,
  references: [],
  subject: '',
  from: '',
  to: [],
  cc: [],
  date: undefined,
};

/**
 * The remarks in a reply that came by another way than the thread: one or more mails, or only the text of one, as it was
 * copied from a mail program; its author is then empty. What is answered is told by the headers, else by the subject, else
 * it is the patch that most of the quoted lines are in.
 */
export function pastedReply(text: string, name: string, series: Series): WithProblems<readonly Remark[]> {
  const raw = mailsOf(new TextEncoder().encode(text));
  const mails = raw?.flatMap((mail) => readMail(mail, name, raw.length === 1)) ?? [];
  const problems: Problem[] = mails.flatMap((mail) =>
    mail.problems.filter(({ code }) => code !== 'no-patch-found'),
  );
  const replies =
    mails.length > 0
      ? mails.map((mail) => ({
          envelope: mail.envelope ?? NO_ENVELOPE,
          author: mail.author,
          text: mail.text,
          mail,
        }))
      : [{ envelope: NO_ENVELOPE, author: '', text: text.replace(/\r\n?/g, '\n'), mail: undefined }];
  const remarks: ReturnType<typeof mailRemarks> = [];
  for (const reply of replies)
    remarks.push(...mailRemarks(reply, answeredBy(reply.text, reply.mail, series), remarks));
  if (remarks.length === 0)
    problems.push({
      code: 'unreadable-input',
      message: 'Nothing in this text answers a patch: no words of its own stand below quoted lines.',
      at: name,
    });
  return { value: remarks, problems };
}

function answeredBy(text: string, mail: Mail | undefined, series: Series): Answered {
  const posted = postedMails(series);
  const { inReplyTo, references = [], subject = '' } = mail?.envelope ?? {};
  for (const id of [inReplyTo, ...[...references].reverse()]) {
    const answered = posted.get(id ?? '');
    if (answered) return answered;
  }
  const { subject: about } = readSubject(subject);
  const named = about === '' ? undefined : series.patches.find(({ message }) => message.subject === about);
  if (named) return { patch: named, message: named.message };
  return mostQuoted(text, series);
}

/** The patch, or the cover letter, that most parts of the text can be placed on. */
function mostQuoted(text: string, { cover, patches }: Series): Answered {
  const parts = replyParts(text);
  const candidates: readonly Answered[] = [
    ...patches.map((patch) => ({ patch, message: patch.message })),
    ...(cover ? [{ patch: undefined, message: cover.message }] : []),
  ];
  let best: Answered | undefined;
  let most = 0;
  for (const candidate of candidates) {
    const placed = parts.map(placer(candidate)).filter(({ target }) => target !== undefined).length;
    if (placed > most) [best, most] = [candidate, placed];
  }
  const [only, ...more] = patches;
  if (best) return best;
  if (only && more.length === 0) return { patch: only, message: only.message };
  return { patch: undefined, message: cover?.message ?? { subject: '', body: [], notes: [], trailers: [] } };
}
