import { mailsIn, senderOf, timeOf, type Posting } from './posting.ts';

/** Postings in the order of a history, and how many different series they are versions of. */
export interface History {
  readonly postings: readonly Posting[];
  readonly lineages: number;
}

/** A series through its versions. */
interface Lineage {
  readonly postings: Posting[];
  /** All of it came within the thread of another series: a fix that somebody sent along. */
  aside: boolean;
}

/**
 * Puts versions of one series together, ascending, and series by the time of their last version; what was sent along in the
 * thread of another series stands before all others, so that the last posting is the one to review.
 */
export function orderPostings(postings: readonly Posting[]): History {
  const places = new Map(postings.map((posting, index) => [posting, index]));
  const times = new Map(postings.map((posting) => [posting, lastTime(posting)]));
  const timed = ![...times.values()].includes(undefined);
  const when = (posting: Posting): number => (timed ? times.get(posting) : places.get(posting)) ?? 0;
  const lineages = findLineages(postings);
  for (const { postings: versions } of lineages)
    versions.sort((a, b) => a.version - b.version || when(a) - when(b));
  const lastOf = (lineage: Lineage): number =>
    lineage.postings.map(when).reduce((last, time) => Math.max(last, time), 0);
  const ordered = lineages.sort((a, b) => Number(b.aside) - Number(a.aside) || lastOf(a) - lastOf(b));
  return { postings: ordered.flatMap((lineage) => lineage.postings), lineages: lineages.length };
}

function lastTime(posting: Posting): number | undefined {
  const times = mailsIn(posting).map(timeOf);
  return times.reduce(
    (last, time) => (last === undefined || time === undefined ? undefined : Math.max(last, time)),
    times[0],
  );
}

/** Versions are recognised by their change-id, by subject and sender, or because a later one answers an earlier. */
function findLineages(postings: readonly Posting[]): Lineage[] {
  const lineages = new Set<Lineage>();
  const byKey = new Map<string, Lineage>();
  const owners = new Map<string, Posting>();
  for (const posting of postings)
    for (const { id } of mailsIn(posting)) if (id !== undefined) owners.set(id, posting);
  const byVersion = [...postings].sort((a, b) => a.version - b.version);
  const lineageOf = new Map<Posting, Lineage>();
  for (const posting of byVersion) {
    const answered = answeredBy(posting, owners);
    const follows = answered && answered.version < posting.version ? lineageOf.get(answered) : undefined;
    const keys = keysOf(posting);
    const known = keys.map((key) => byKey.get(key)).find((lineage) => lineage !== undefined) ?? follows;
    const lineage = known ?? { postings: [], aside: answered !== undefined };
    lineage.postings.push(posting);
    lineage.aside &&= answered !== undefined;
    lineages.add(lineage);
    lineageOf.set(posting, lineage);
    for (const key of keys) byKey.set(key, lineage);
  }
  return [...lineages];
}

/** The posting in whose thread this one came; undefined if it stands alone. */
function answeredBy(posting: Posting, owners: ReadonlyMap<string, Posting>): Posting | undefined {
  const [head] = mailsIn(posting);
  const ids = [head?.parent, ...(head?.envelope?.references ?? []).map((id) => id.slice(1, -1)).reverse()];
  return ids.map((id) => owners.get(id ?? '')).find((owner) => owner !== undefined && owner !== posting);
}

function keysOf(posting: Posting): readonly string[] {
  const mails = mailsIn(posting);
  const [head] = mails;
  const changeId = mails.find((mail) => mail.changeId !== undefined)?.changeId;
  const subject = head?.message.subject.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '') ?? '';
  return [
    ...(changeId === undefined ? [] : [`change ${changeId}`]),
    ...(head && subject !== '' ? [`subject ${senderOf(head)} ${subject}`] : []),
  ];
}
