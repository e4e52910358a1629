import type { Series } from '../patch/series.ts';
import type { OtherMark } from '../review/others/otherReview.ts';
import type { Answer, Mark } from '../review/review.ts';
import {
  addressHeader,
  addressOf,
  displayName,
  messageIdHeader,
  singleLine,
  textHeader,
} from './mailHeader.ts';
import { quotableCover, quotablePatch } from './quotable.ts';
import { TEXT_WIDTH, trimmedQuote } from './trimmedQuote.ts';
import { visibleText } from './visibleText.ts';
import { wrapText } from './wrapText.ts';

/** A plain-text mail (headers, blank line, body) with answers to one mail of a reviewer, or to one reviewer on one patch. */
export interface AnswerMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

interface Answered {
  readonly answer: Answer;
  /** Undefined when what was asked is not at hand any more. */
  readonly at: OtherMark | undefined;
}

/**
 * One mail for each mail that is answered, in the order of the answers: what the reviewer quoted, their question, and the
 * answer below it. `from` writes the answers (`Name <address>`); date and message id are left to the mailer.
 */
export function answerMails(
  series: Series,
  answers: readonly Answer[],
  others: readonly OtherMark[],
  from: string,
): readonly AnswerMail[] {
  const groups = new Map<string, Answered[]>();
  for (const answer of answers) {
    const at = others.find(({ mark }) => mark.id === answer.question);
    const key = at?.mark.mail?.id ?? JSON.stringify([addressOf(answer.to), at?.patch ?? null]);
    groups.set(key, [...(groups.get(key) ?? []), { answer, at }]);
  }
  return [...groups.values()].map((group) => answerMail(series, group, from));
}

function answerMail(series: Series, group: readonly Answered[], from: string): AnswerMail {
  const [first] = group;
  const to = first?.answer.to ?? '';
  const patch = series.patches.find(({ id }) => id === first?.at?.patch);
  const envelope = (patch ?? series.cover ?? series.patches[0])?.envelope;
  const mail = first?.at?.mark.mail;
  const asked = singleLine(mail?.subject ?? envelope?.subject ?? patch?.message.subject ?? series.subject);
  const subject = /^re:/i.test(asked) ? asked : `Re: ${asked}`;
  const answered = mail?.id ?? envelope?.messageId ?? '';
  const others = [...(envelope?.to ?? []), ...(envelope?.cc ?? [])];
  const body = [
    attribution(to, first?.at?.mark),
    ...group.flatMap((one) => [...conversation(series, one), '']),
  ];
  while (body.at(-1) === '') body.pop();
  const headers = [
    addressHeader('From', [from]),
    addressHeader('To', [to]),
    addressHeader('Cc', withoutRepeats(others, [from, to])),
    textHeader('Subject', subject),
    messageIdHeader('In-Reply-To', [answered]),
    messageIdHeader('References', [...((mail ?? envelope)?.references ?? []), answered]),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
  ].filter((header) => header !== undefined);
  return { to, subject, text: `${[...headers, '', ...body].join('\n')}\n` };
}

/** What was quoted and asked, one level deeper than it was, then the answer. */
function conversation(series: Series, { answer, at }: Answered): readonly string[] {
  const asked = at ? askedLines(series, at) : plainText(answer.asked);
  const quoted = asked.map((line) => (line === '' ? '>' : `> ${line}`));
  while (quoted.at(-1) === '>') quoted.pop();
  return [...quoted, '', ...plainText(answer.text)];
}

function askedLines(series: Series, { mark, target, patch: id, carried }: OtherMark): readonly string[] {
  const patch = series.patches.find((each) => each.id === id);
  const lines = patch ? quotablePatch(patch) : series.cover ? quotableCover(series.cover.message) : [];
  if (target && !carried) {
    const quote = trimmedQuote(lines, [{ ...mark, target }]);
    if (quote.unplaced.length === 0) return quote.text;
  }
  // The reviewer saw other lines than this version has, or none.
  const quoted = mark.anchor.text.map((line) => `> ${visibleText(line)}`.trimEnd());
  return [...quoted, ...(quoted.length > 0 ? [''] : []), ...plainText(mark.question)];
}

function plainText(text: string): readonly string[] {
  return wrapText(text, TEXT_WIDTH).map(visibleText);
}

function attribution(to: string, mark: Mark | undefined): string {
  const name = visibleText(displayName(to));
  const who = name === '' ? 'The reviewer' : name;
  const time = new Date(mark?.madeAt ?? '');
  return Number.isNaN(time.getTime()) || time.getTime() === 0
    ? `${who} wrote:`
    : `On ${time.toUTCString()}, ${who} wrote:`;
}

function withoutRepeats(addresses: readonly string[], taken: readonly string[]): readonly string[] {
  const seen = new Set(['', ...taken.map(addressOf)]);
  return addresses.filter((address) => {
    const key = addressOf(address);
    return !seen.has(key) && Boolean(seen.add(key));
  });
}
