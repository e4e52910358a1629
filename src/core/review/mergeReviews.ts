import type { Answer, Mark, MarkRemark, Review } from './review.ts';
import { samePlace } from './setMark.ts';
import { markData } from './writeReview.ts';

/**
 * Joins two states of one review that both came from `base` (nothing known: undefined), such as of two windows. Per mark,
 * by its id: a change outweighs no change and a removal; of two changes the later one stands. Of two marks on the same
 * lines for the same annotation the later one stands. Order is that of `ours`; what only `theirs` has comes last.
 */
export function mergeReviews(base: Review | undefined, ours: Review, theirs: Review): Review {
  const before = byId(base?.marks ?? []);
  const other = byId(theirs.marks);
  const own = byId(ours.marks);
  const marks: Mark[] = [];
  for (const id of new Set([...own.keys(), ...other.keys()])) {
    const mark = merged(before.get(id), own.get(id), other.get(id));
    if (!mark) continue;
    const rival = marks.findIndex((present) => samePlace(present, mark));
    const present = marks[rival];
    if (!present) marks.push(mark);
    else if (lastTouched(mark) > lastTouched(present)) marks[rival] = mark;
  }
  const answers = mergedAnswers(base, ours, theirs);
  const dismissed = [...new Set([...(ours.dismissed ?? []), ...(theirs.dismissed ?? [])])];
  const { format, series } = ours;
  return {
    format,
    reviewer: ours.reviewer === '' ? theirs.reviewer : ours.reviewer,
    series,
    marks,
    ...(answers.length > 0 && { answers }),
    ...(dismissed.length > 0 && { dismissed }),
  };
}

function mergedAnswers(base: Review | undefined, ours: Review, theirs: Review): readonly Answer[] {
  const byQuestion = (review: Review | undefined): ReadonlyMap<string, Answer> =>
    new Map(review?.answers?.map((answer) => [answer.question, answer]));
  const [before, own, other] = [byQuestion(base), byQuestion(ours), byQuestion(theirs)];
  return [...new Set([...own.keys(), ...other.keys()])].flatMap((question) => {
    const [was, mine, others] = [before.get(question), own.get(question), other.get(question)];
    if (sameAnswer(mine, was)) return others ?? [];
    if (sameAnswer(others, was) || !others) return mine ?? [];
    return mine && Date.parse(mine.madeAt) >= Date.parse(others.madeAt) ? mine : others;
  });
}

function sameAnswer(a: Answer | undefined, b: Answer | undefined): boolean {
  return a?.text === b?.text && a?.madeAt === b?.madeAt;
}

function byId(marks: readonly Mark[]): ReadonlyMap<string, Mark> {
  return new Map(marks.map((mark) => [mark.id, mark]));
}

function merged(base: Mark | undefined, ours: Mark | undefined, theirs: Mark | undefined): Mark | undefined {
  if (same(ours, base)) return theirs;
  if (same(theirs, base)) return ours;
  if (!ours || !theirs) return ours ?? theirs;
  return withRemarks(lastTouched(theirs) > lastTouched(ours) ? theirs : ours, ours, theirs);
}

/** What was said in either state is kept. */
function withRemarks(mark: Mark, ours: Mark, theirs: Mark): Mark {
  const all = new Map<string, MarkRemark>();
  for (const remark of [...(ours.remarks ?? []), ...(theirs.remarks ?? [])])
    all.set(JSON.stringify([remark.author, remark.text, remark.madeAt]), remark);
  const remarks = [...all.values()].sort((a, b) => Date.parse(a.madeAt) - Date.parse(b.madeAt));
  return remarks.length > 0 ? { ...mark, remarks } : mark;
}

function same(a: Mark | undefined, b: Mark | undefined): boolean {
  if (!a || !b) return a === b;
  return JSON.stringify(markData(a)) === JSON.stringify(markData(b));
}

/** When the mark was made or its question ended, in milliseconds. */
export function lastTouched({ madeAt, exit }: Mark): number {
  return Math.max(Date.parse(madeAt), exit ? Date.parse(exit.confirmedAt) : 0);
}
