import type { Analysis } from '../analysis.ts';
import type { Envelope, Patch } from '../patch/series.ts';
import { coverageOf } from '../review/coverageOf.ts';
import type { Mark, MarkTarget, Review } from '../review/review.ts';
import { coverageLine } from './coverageLine.ts';
import {
  addressHeader,
  addressOf,
  displayName,
  messageIdHeader,
  singleLine,
  textHeader,
} from './mailHeader.ts';
import { questionsOf, quotableCover, quotablePatch, type QuotableLine } from './quotable.ts';
import { count } from './scope.ts';
import { questionText, TEXT_WIDTH, trimmedQuote } from './trimmedQuote.ts';
import { visibleText } from './visibleText.ts';
import { wrapText } from './wrapText.ts';

/** A plain-text mail (headers, blank line, body; lines end in `\n`) that answers one patch, or the cover letter (null). */
export interface ReplyMail {
  readonly patch: string | null;
  readonly subject: string;
  readonly text: string;
}

/** What is answered: the part of the posting that one mail carried. */
interface Posted {
  readonly id: string | null;
  readonly author: string;
  readonly envelope: Envelope | undefined;
  /** Used when there is no envelope. */
  readonly subject: string;
  readonly lines: readonly QuotableLine[];
}

/**
 * One mail for each patch, and one for the cover letter, that has an open question; in the order of the series. `from`
 * is the reviewer (`Name <address>`); empty leaves the header to the mailer, as date and message id always are.
 */
export function replyMails(
  analysis: Analysis,
  review: Review,
  options: { readonly from: string },
): readonly ReplyMail[] {
  const { series } = analysis;
  const questions = questionsOf(review.marks);
  const mails: ReplyMail[] = [];
  const add = (posted: Posted, marks: readonly Mark[], patchIndex?: number): void => {
    if (marks.length === 0) return;
    const coverage = coverageOf(analysis, review, patchIndex);
    const unsure = incomplete(analysis);
    const closing = coverage.total + unsure.length > 0 ? [coverageLine(coverage), ...unsure] : [];
    mails.push(reply(posted, marks, closing, options.from));
  };
  const { cover } = series;
  const coverQuestions = questions.filter((mark) => mark.target.kind === 'cover');
  add(
    {
      id: null,
      author: cover?.author ?? series.patches[0]?.author ?? '',
      envelope: cover?.envelope,
      subject: prefixed(0, series.total, series.version, series.subject),
      lines: cover ? quotableCover(cover.message) : [],
    },
    coverQuestions,
  );
  for (const [index, patch] of series.patches.entries())
    add(
      postedPatch(patch, series.total, series.version),
      questions.filter(({ target }) => target.kind !== 'cover' && target.patch === patch.id),
      index,
    );
  return mails;
}

function postedPatch(patch: Patch, total: number, version: number): Posted {
  return {
    id: patch.id,
    author: patch.author,
    envelope: patch.envelope,
    subject: prefixed(patch.position, total, version, patch.message.subject),
    lines: quotablePatch(patch),
  };
}

function prefixed(position: number, total: number, version: number, subject: string): string {
  const words = ['PATCH', version > 1 ? `v${version}` : '', total > 1 ? `${position}/${total}` : ''];
  return `[${words.filter((word) => word !== '').join(' ')}] ${subject}`;
}

/** A count of crossings is only as good as the reading. */
function incomplete(analysis: Analysis): readonly string[] {
  const problems = analysis.problems.length;
  return problems > 0
    ? [`The count may be incomplete: ${count(problems, 'problem', 'problems')} in reading the series.`]
    : [];
}

function reply(posted: Posted, marks: readonly Mark[], closing: readonly string[], from: string): ReplyMail {
  const { envelope } = posted;
  const asked = singleLine(envelope?.subject ?? posted.subject);
  const subject = /^re:/i.test(asked) ? asked : `Re: ${asked}`;
  const quote = trimmedQuote(posted.lines, marks);
  const body = [
    attribution(posted),
    ...quote.text,
    ...(quote.text.at(-1) === '' ? [] : ['']),
    ...quote.unplaced.flatMap((mark) => [`${unshown(mark.target)}:`, '', ...questionText(mark), '']),
    ...closing.flatMap((sentence) => wrapText(sentence, TEXT_WIDTH)),
  ];
  while (body.at(-1) === '') body.pop();
  const headers = [
    addressHeader('From', [from]),
    ...recipients(posted, from),
    textHeader('Subject', subject),
    messageIdHeader('In-Reply-To', [envelope?.messageId ?? '']),
    messageIdHeader('References', references(envelope)),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
  ].filter((header) => header !== undefined);
  return { patch: posted.id, subject, text: `${[...headers, '', ...body].join('\n')}\n` };
}

/** To the author; to everyone else who got the mail as a copy; never to the reviewer and to nobody twice. */
function recipients({ envelope, author }: Posted, from: string): readonly (string | undefined)[] {
  const seen = new Set(['', addressOf(from)]);
  const unseen = (address: string): boolean => {
    const key = addressOf(address);
    return !seen.has(key) && Boolean(seen.add(key));
  };
  const to = [envelope?.from ?? author].filter(unseen);
  const cc = [...(envelope?.to ?? []), ...(envelope?.cc ?? [])].filter(unseen);
  return [addressHeader('To', to), addressHeader('Cc', cc)];
}

/** RFC 5322 section 3.6.4: the parent's references (else its `In-Reply-To`), then the parent. */
function references(envelope: Envelope | undefined): readonly string[] {
  if (envelope?.messageId === undefined) return [];
  const above = envelope.references.length > 0 ? envelope.references : [envelope.inReplyTo ?? ''];
  return [...above, envelope.messageId];
}

function attribution({ envelope, author }: Posted): string {
  const name = visibleText(displayName(envelope?.from ?? author));
  const who = name === '' ? 'The author' : name;
  return envelope?.date === undefined ? `${who} wrote:` : `On ${singleLine(envelope.date)}, ${who} wrote:`;
}

/** Names lines that the mail does not show, so that their question is not lost. */
function unshown(target: MarkTarget): string {
  const range = target.line === target.endLine ? `${target.line}` : `${target.line}-${target.endLine}`;
  if (target.kind === 'cover') return `On line ${range} of the cover letter`;
  if (target.kind === 'message') return `On line ${range} of the message`;
  return `On ${visibleText(target.path)}:${range} (${target.side} side, not shown in this patch)`;
}
