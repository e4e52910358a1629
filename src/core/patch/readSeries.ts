import type { Problem, WithProblems } from '../problem.ts';
import { gunzip, isGzip } from './input/gunzip.ts';
import { mailsOf, readText } from './input/readInput.ts';
import { readMail } from './mail/readMail.ts';
import type { Mail } from './message/mail.ts';
import type { Series } from './series.ts';
import { collectSeries } from './series/collectSeries.ts';

/** Bytes to read a series from, and the name by which problems tell where they found something. */
export interface Input {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads all series in the inputs: mails, mailboxes, format-patch files, what `git log -p` printed, and bare diffs, in any
 * mixture, also compressed with gzip. Versions of one series follow each other, and series are in order of posting, so the
 * last is the one to review. Answers in a thread are kept with the series. Never rejects; all that could not be read, was
 * left out or is missing is a problem.
 */
export async function readSeries(inputs: readonly Input[]): Promise<WithProblems<readonly Series[]>> {
  const problems: Problem[] = [];
  const plain = await Promise.all(inputs.map((input) => unpacked(input, problems)));
  const sources = plain.flat().map(({ name, bytes }) => ({ name, bytes, mails: mailsOf(bytes) }));
  const alone = sources.length === 1 && sources[0]?.mails?.length === 1;
  const mails: Mail[] = [];
  for (const { name, bytes, mails: raw } of sources) {
    const found = raw ? raw.flatMap((mail) => readMail(mail, name, alone)) : readText(name, bytes);
    if (found.length === 0) problems.push(nothingIn(name));
    for (const mail of found) mails.push(mail);
  }
  const { value, problems: collected } = collectSeries(mails);
  for (const problem of collected) problems.push(problem);
  if (value.length === 0 && !problems.some(({ code }) => code === 'no-patch-found'))
    problems.push(nothingIn(inputs.map(({ name }) => name).join(', ')));
  return { value, problems };
}

function nothingIn(name: string): Problem {
  return { code: 'no-patch-found', message: 'There is no patch in this input.', at: name };
}

/** The input without compression and in UTF-8, if it was in UTF-16 (as some shells write what a program prints). */
async function unpacked(input: Input, problems: Problem[]): Promise<readonly Input[]> {
  const { name } = input;
  const bytes = isGzip(input.bytes) ? await gunzip(input.bytes) : input.bytes;
  if (!bytes) {
    problems.push({
      code: 'unreadable-input',
      message: 'The compressed input is damaged or too large.',
      at: name,
    });
    return [];
  }
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : '';
  return [
    { name, bytes: wide === '' ? bytes : new TextEncoder().encode(new TextDecoder(wide).decode(bytes)) },
  ];
}
