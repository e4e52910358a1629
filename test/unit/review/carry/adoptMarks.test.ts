import { describe, expect, it } from 'vitest';
import { adoptMarks, askingAgain, type Carried } from '../../../../src/core/review/carry/adoptMarks.ts';
import type { CarriedMark } from '../../../../src/core/review/carry/carryReview.ts';
import { emptyReview } from '../../../../src/core/review/emptyReview.ts';
import type { Mark, Review } from '../../../../src/core/review/review.ts';
import { analysis, annotation, file, hunk, lines, mark, patch, series } from '../sample.ts';

const later = series([patch(1, [file('src/fan.rs', [hunk(20, ['+a', '+b', '+c'])])])], { version: 3 });
const found = analysis(later, [[[annotation(20), annotation(21, { pattern: 'unsafe-fn' })]]]);

type Followed = readonly [mark: Mark, change: Partial<CarriedMark>];

function carried(followed: readonly Followed[]): Carried {
  const entries = followed.map(([each, change]): [string, CarriedMark] => [
    each.id,
    {
      mark: each,
      fate: 'exact',
      target: lines('src/fan.rs', 21),
      proposal: null,
      before: [],
      after: [],
      ...change,
    },
  ]);
  return { fromVersion: 2, marks: new Map(entries) };
}

const old = lines('src/fan.rs', 5);
const adopted = (...followed: readonly Followed[]): readonly Mark[] =>
  adoptMarks(emptyReview(later), found, carried(followed)).marks;

describe('marks of an earlier version', () => {
  it('stand where their lines are now, with a new anchor and the same id', () => {
    const question = mark(old, 'Why?');
    const [moved] = adopted([question, { fate: 'moved' }]);
    expect(moved).toMatchObject({
      id: question.id,
      target: lines('src/fan.rs', 21),
      madeAt: question.madeAt,
    });
    expect(moved?.anchor.text).toEqual(['b']);
  });

  it('answer the same annotation, else one of the pattern on the lines, else none', () => {
    const answers = (change: Partial<Mark>): string | null | undefined =>
      adopted([mark(old, 'Why?', change), {}])[0]?.annotation;
    expect(answers({ annotation: 'a20', pattern: 'unsafe-block' })).toBe('a20');
    expect(answers({ annotation: 'old-id', pattern: 'unsafe-fn' })).toBe('a21');
    expect(answers({ annotation: 'old-id', pattern: 'unsafe-block' })).toBeNull();
    expect(answers({ annotation: null })).toBeNull();
  });

  it('that ask something stay, even when their lines are gone', () => {
    const question = mark(old, 'Why?');
    expect(adopted([question, { fate: 'gone', target: null }])).toEqual([question]);
    expect(adopted([question, { fate: 'edited' }])).toHaveLength(1);
  });

  it('that call lines understood do not cover other lines', () => {
    for (const [fate, kept] of [
      ['exact', 1],
      ['moved', 1],
      ['edited', 0],
    ] as const)
      expect(adopted([mark(old), { fate }])).toHaveLength(kept);
    expect(adopted([mark(old), { fate: 'gone', target: null }])).toEqual([]);
  });

  it('left to someone stay as long as the lines do', () => {
    const deferred = mark(old, '', { state: 'deferred' });
    expect(adopted([deferred, { fate: 'edited' }])).toHaveLength(1);
    expect(adopted([deferred, { fate: 'gone', target: null }])).toEqual([]);
  });
});

describe('a review of the later version that has marks already', () => {
  const question = mark(old, 'Why?');
  const begin = (change: Partial<Review>): Review => ({ ...emptyReview(later), ...change });
  const ids = (begun: Review, ...followed: readonly Followed[]): readonly string[] =>
    adoptMarks(begun, found, carried(followed)).marks.map(({ id }) => id);

  it('still takes in what was marked in the earlier one since', () => {
    const own = mark(lines('src/fan.rs', 20), 'Mine?');
    expect(ids(begin({ marks: [own] }), [question, {}])).toEqual([own.id, question.id]);
  });

  it('does not take back what was taken away, nor what was answered anew there', () => {
    expect(ids(begin({ dismissed: [question.id] }), [question, {}])).toEqual([]);
    const anew = mark(lines('src/fan.rs', 21));
    expect(ids(begin({ marks: [anew] }), [question, {}])).toEqual([anew.id]);
  });

  it('keeps its own state of a mark, until the earlier one is touched later', () => {
    const here = { ...question, question: 'Why, then?', madeAt: '2025-01-08T12:00:00Z' };
    const texts = (then: Mark) =>
      adoptMarks(begin({ marks: [here] }), found, carried([[then, {}]])).marks.map((each) => each.question);
    expect(texts(question)).toEqual(['Why, then?']);
    expect(texts({ ...question, madeAt: '2025-01-09T12:00:00Z' })).toEqual(['Why?']);
  });

  it('tells what was understood and asks again, for its lines were edited', () => {
    const settled = mark(old);
    const again = (begun: Review, change: Partial<CarriedMark>) =>
      askingAgain(begun, found, carried([[settled, change]])).map(({ now }) => now.target);
    expect(again(begin({}), { fate: 'edited' })).toEqual([lines('src/fan.rs', 21)]);
    expect(again(begin({}), { fate: 'exact' })).toEqual([]);
    expect(again(begin({}), { fate: 'gone', target: null })).toEqual([]);
    expect(again(begin({ marks: [mark(lines('src/fan.rs', 21))] }), { fate: 'edited' })).toEqual([]);
    expect(again(begin({ dismissed: [settled.id] }), { fate: 'edited' })).toEqual([]);
  });
});
