import { describe, expect, it } from 'vitest';
import { answerMails } from '../../../../src/core/output/answerMails.ts';
import { emptyReview } from '../../../../src/core/review/emptyReview.ts';
import { makeAnchor } from '../../../../src/core/review/makeAnchor.ts';
import { joinOthers, withoutOwn } from '../../../../src/core/review/others/joinOthers.ts';
import type { OtherMark, OtherReview } from '../../../../src/core/review/others/otherReview.ts';
import { placeOther } from '../../../../src/core/review/others/placeOther.ts';
import { saidBelow } from '../../../../src/core/review/others/saidBelow.ts';
import type { Mark, MarkTarget, Review } from '../../../../src/core/review/review.ts';
import { versionOf } from '../../../../src/core/review/carry/versionOf.ts';
import { otherQuestions } from '../../../../src/present/otherQuestions.ts';
import { analysis, file, hunk, lines, mark, patch, series } from '../sample.ts';

const AUTHOR = 'Author One <author@example.org>';
const REVIEWER = 'Reviewer Three <three@example.org>';
const posting = series([patch(1, [file('src/fan.rs', [hunk(10, [' ten', '+eleven', '+twelve', ' last'])])])]);
const later = series(
  [patch(1, [file('src/fan.rs', [hunk(30, [' ten', '+eleven', '+other words', ' last'])])])],
  { id: 'v3@example.org', version: 3 },
);
const own: Review = { ...emptyReview(posting), reviewer: 'Reviewer Two <two@example.org>' };

const asks = (target: MarkTarget, question: string, change: Partial<Mark> = {}): Mark =>
  mark(target, question, { anchor: makeAnchor(analysis(posting, []), target), ...change });
const by = (reviewer: string, ...marks: readonly Mark[]): OtherReview => ({
  review: { ...emptyReview(posting), reviewer, marks },
  source: { kind: 'shared', name: 'theirs.json' },
});
const placed = (other: OtherReview, on = posting): Promise<readonly OtherMark[]> =>
  placeOther(other, on, () => versionOf(on, undefined));

describe("another reviewer's marks", () => {
  it('stand where they say if the lines are there, and are looked for if not', async () => {
    const right = asks(lines('src/fan.rs', 11), 'Why?');
    const shifted = { ...right, id: 'x', target: lines('src/fan.rs', 12) };
    const [first, second] = await placed(by(REVIEWER, right, shifted));
    expect([first?.target?.line, second?.target?.line]).toEqual([11, 11]);
    expect(first?.carried).toBeNull();
  });

  it('are followed into another version, and say so when their lines are gone', async () => {
    const [kept, edited] = await placed(
      by(REVIEWER, asks(lines('src/fan.rs', 11), 'Why?'), asks(lines('src/fan.rs', 12), 'And this?')),
      later,
    );
    expect(kept).toMatchObject({ fromVersion: 2, target: { line: 31 }, carried: { proposal: null } });
    expect(edited?.carried?.proposal?.kind).toBe('rewritten');
  });

  it('that quote nothing are about their patch, and none vanishes', async () => {
    const whole = mark({ kind: 'message', patch: 'fan-1@example.org', line: 1, endLine: 1 }, 'Split this?');
    expect(await placed(by(REVIEWER, whole))).toMatchObject([{ target: null, patch: 'fan-1@example.org' }]);
  });

  it('come once although they were read in several places, and two on one line stay two', () => {
    const [a, b] = [asks(lines('src/fan.rs', 11), 'Why?'), asks(lines('src/fan.rs', 11), 'How?')];
    const [joined, ...more] = joinOthers([by(REVIEWER, a), by('Three <THREE@example.org>', a, b)]);
    expect(joined?.review.marks.map(({ id }) => id)).toEqual([a.id, b.id]);
    expect(more).toEqual([]);
    expect(joinOthers([by('', a), by('', b)])).toHaveLength(2);
  });

  it("are not one's own, sent by mail and read back", () => {
    const mine = asks(lines('src/fan.rs', 11), 'Who frees\nit?');
    const sent = by(own.reviewer, { ...mine, id: 'r', question: 'Who frees it?' }).review;
    expect(withoutOwn(sent, { ...own, marks: [mine] })).toEqual([]);
    expect(withoutOwn({ ...sent, reviewer: REVIEWER }, { ...own, marks: [mine] })).toHaveLength(1);
  });
});

describe('whose turn a question is', () => {
  const question = asks(lines('src/fan.rs', 11), 'Why?');
  const turnOf = async (review: Review, others: readonly OtherReview[]) => {
    const marks = await placed(by(REVIEWER, question));
    const view = { marks, said: saidBelow(review, others), inTree: new Map() };
    return otherQuestions(posting, review, view)[0]?.turn;
  };

  it("is the author's until somebody answers, then its reviewer's", async () => {
    const answer = {
      question: question.id,
      to: REVIEWER,
      asked: 'Why?',
      text: 'Because.',
      madeAt: '2026-01-01T00:00:00Z',
    };
    const answered: OtherReview = {
      ...by(AUTHOR),
      review: { ...emptyReview(posting), reviewer: AUTHOR, answers: [answer] },
    };
    expect(await turnOf(own, [])).toBe('author');
    expect(await turnOf({ ...own, reviewer: AUTHOR }, [])).toBe('you');
    expect(await turnOf({ ...own, reviewer: AUTHOR, answers: [answer] }, [])).toBe('reviewer');
    expect(await turnOf(own, [answered])).toBe('reviewer');
  });
});

describe('a mail with answers', () => {
  it('quotes what was quoted and asked, and goes to the reviewer in their thread', async () => {
    const mail = {
      id: '<r1@example.org>',
      references: ['<fan-1@example.org>'],
      subject: 'Re: [PATCH v2 1/2] part 1',
    };
    const question = asks(lines('src/fan.rs', 11), 'Why?', { mail });
    const answer = {
      question: question.id,
      to: REVIEWER,
      asked: 'Why?',
      text: 'Because.',
      madeAt: '2026-01-01T00:00:00Z',
    };
    const [sent, ...more] = answerMails(posting, [answer], await placed(by(REVIEWER, question)), AUTHOR);
    expect(more).toEqual([]);
    const [head = '', body = ''] = (sent?.text ?? '').split(/\n\n(.*)/s);
    expect(head).toContain('To: Reviewer Three <three@example.org>');
    expect(head).toContain('In-Reply-To: <r1@example.org>');
    expect(head).not.toMatch(/^Cc:.*author@/m);
    expect(body).toContain('> > +eleven\n>\n> Why?\n\nBecause.\n');
  });

  it('is written also when what was asked is not at hand any more', () => {
    const answer = {
      question: 'gone',
      to: REVIEWER,
      asked: 'Why?',
      text: 'Because.',
      madeAt: '2026-01-01T00:00:00Z',
    };
    expect(answerMails(posting, [answer], [], AUTHOR)[0]?.text).toContain('> Why?\n\nBecause.\n');
  });
});
