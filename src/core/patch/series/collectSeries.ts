import type { Problem, WithProblems } from '../../problem.ts';
import type { Mail } from '../message/mail.ts';
import type { Series } from '../series.ts';
import { groupMails } from './groupMails.ts';
import { makeSeries } from './makeSeries.ts';
import { orderPostings } from './orderPostings.ts';
import { roleOf } from './posting.ts';
import { sortReplies } from './replies.ts';

/** Finds the series in a heap of messages: which were posted together, in what order, and what answers them. */
export function collectSeries(mails: readonly Mail[]): WithProblems<readonly Series[]> {
  const problems: Problem[] = [];
  const different = withoutCopies(mails, problems);
  const isPosted = (mail: Mail): boolean => ['cover', 'patch'].includes(roleOf(mail));
  const { postings, lineages } = orderPostings(groupMails(different.filter(isPosted)));
  const others = different.filter((mail) => !isPosted(mail));
  const replies = sortReplies(others, postings, problems);
  for (const mail of others)
    for (const problem of mail.problems) if (problem.code === 'truncated-mail') problems.push(problem);
  const value: Series[] = [];
  for (const posting of postings) {
    const made = makeSeries(posting);
    for (const problem of made.problems) problems.push(problem);
    const answers = replies.get(posting);
    if (made.value.patches.length > 0) value.push({ ...made.value, ...(answers && { replies: answers }) });
  }
  const last = value.at(-1);
  const at = postings.at(-1)?.patches[0]?.at ?? '';
  if (last && lineages > 1)
    problems.push({
      code: 'several-series',
      message: `There are ${lineages} different series here; the last to be posted is ${JSON.stringify(last.subject)}.`,
      at,
    });
  return { value, problems };
}

/** A mail that came twice (from a list and directly) counts once. If its copies hold different patches, that is a problem. */
function withoutCopies(mails: readonly Mail[], problems: Problem[]): readonly Mail[] {
  const byId = new Map<string, Mail>();
  const kept = new Set<Mail>();
  for (const mail of mails) {
    const first = mail.id === undefined ? undefined : byId.get(mail.id);
    if (!first) {
      kept.add(mail);
      if (mail.id !== undefined) byId.set(mail.id, mail);
    } else if (first.files.length === 0 && mail.files.length > 0) {
      kept.delete(first);
      kept.add(mail);
      byId.set(mail.id ?? '', mail);
    } else if (mail.files.length > 0 && JSON.stringify(mail.files) !== JSON.stringify(first.files)) {
      problems.push({
        code: 'duplicate-patch',
        message: `Two mails have the id of this one but hold different patches; the first counts (${first.at}).`,
        at: mail.at,
      });
    }
  }
  return [...kept];
}
