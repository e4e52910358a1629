import type { Problem, WithProblems } from '../../problem.ts';
import { bareAddress } from '../message/addresses.ts';
import type { Mail } from '../message/mail.ts';
import type { Cover, Patch, Series } from '../series.ts';
import { mailsIn, timeOf, type Posting } from './posting.ts';
import { diffSeriesId, gitSeriesId, patchId } from './seriesId.ts';

/** Makes a series of a posting. Patches that are missing, or were posted twice, are problems. */
export function makeSeries(posting: Posting): WithProblems<Series> {
  const mails = mailsIn(posting);
  const problems = mails.flatMap((mail) => mail.problems);
  const coverMail = onlyOne(posting.covers, 'The cover letter', problems);
  const chosen = posting.total === undefined ? inOrder(posting.patches) : byPosition(posting, problems);
  const patches = patchesOf(chosen);
  const total = Math.max(posting.total ?? 0, patches.at(-1)?.position ?? 0);
  reportMissing(patches, total, mails[0]?.at ?? '', problems);
  const cover = coverMail && coverOf(coverMail);
  const value: Series = {
    id: seriesId(coverMail, chosen),
    changeId: mails.find(({ changeId }) => changeId !== undefined)?.changeId,
    subject: (cover ?? patches[0])?.message.subject ?? '',
    version: posting.version,
    total,
    cover,
    patches,
    baseCommit: mails.find(({ baseCommit }) => baseCommit !== undefined)?.baseCommit,
    recipients: recipientsOf(mails),
  };
  return { value, problems };
}

/** Patches without a counter: by time if all have one, else as they came. */
function inOrder(mails: readonly Mail[]): readonly Mail[] {
  const times = new Map(mails.map((mail) => [mail, timeOf(mail)]));
  if ([...times.values()].includes(undefined)) return mails;
  return [...mails].sort((a, b) => (times.get(a) ?? 0) - (times.get(b) ?? 0));
}

function byPosition({ patches }: Posting, problems: Problem[]): readonly Mail[] {
  const places = new Map<number, Mail[]>();
  for (const mail of patches) {
    const position = mail.prefix.position ?? 0;
    const there = places.get(position);
    if (there) there.push(mail);
    else places.set(position, [mail]);
  }
  return [...places.entries()]
    .sort(([a], [b]) => a - b)
    .flatMap(([position, mails]) => onlyOne(mails, `Patch ${position}`, problems) ?? []);
}

/** Of several mails for one place the last that was posted counts, and of those one that holds a patch. */
function onlyOne(mails: readonly Mail[], what: string, problems: Problem[]): Mail | undefined {
  const filled = mails.filter(({ files }) => files.length > 0);
  const chosen = inOrder(filled.length > 0 ? filled : mails).at(-1);
  if (chosen && mails.length > 1)
    problems.push({
      code: 'duplicate-patch',
      message: `${what} was posted ${mails.length} times; the last one counts.`,
      at: chosen.at,
    });
  return chosen;
}

function patchesOf(mails: readonly Mail[]): readonly Patch[] {
  const ids = new Set<string>();
  return mails.map((mail, index) => {
    const { envelope, author, message, commit, files } = mail;
    const own = idOf(mail);
    const id = ids.has(own) ? `${own}#${index + 1}` : own;
    ids.add(id);
    const position = mail.prefix.position === 0 ? undefined : mail.prefix.position;
    return { id, position: position ?? index + 1, author, message, envelope, commit, files };
  });
}

function coverOf(mail: Mail): Cover {
  const { author, message, envelope } = mail;
  return { id: idOf(mail), author, message, envelope };
}

function idOf(mail: Mail): string {
  return mail.id ?? mail.commit ?? patchId(mail.text);
}

function seriesId(cover: Mail | undefined, patches: readonly Mail[]): string {
  const mailed = (cover ?? patches[0])?.id;
  if (mailed !== undefined) return mailed;
  const commits = patches.flatMap(({ commit }) => commit ?? []);
  if (commits.length > 0 && commits.length === patches.length) return gitSeriesId(commits);
  return diffSeriesId(patches.map(({ text }) => text).join('\n'));
}

/** One problem for all missing patches, with runs of them written as ranges. */
function reportMissing(patches: readonly Patch[], total: number, at: string, problems: Problem[]): void {
  const gaps: string[] = [];
  let expected = 1;
  for (const position of [...patches.map((patch) => patch.position), total + 1]) {
    if (position > expected)
      gaps.push(position - 1 === expected ? `${expected}` : `${expected}–${position - 1}`);
    expected = position + 1;
  }
  if (gaps.length === 0) return;
  const which =
    gaps.length === 1 && !gaps[0]?.includes('–')
      ? `Patch ${gaps[0] ?? ''} of ${total} is`
      : `Patches ${gaps.join(', ')} of ${total} are`;
  problems.push({ code: 'missing-patch', message: `${which} missing.`, at });
}

function recipientsOf(mails: readonly Mail[]): readonly string[] {
  const addresses = mails.flatMap(({ envelope }) => [...(envelope?.to ?? []), ...(envelope?.cc ?? [])]);
  return [...new Set(addresses.map(bareAddress))].filter((address) => address !== '');
}
