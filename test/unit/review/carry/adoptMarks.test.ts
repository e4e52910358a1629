import { describe, expect, it } from 'vitest';
import { adoptMarks, type Carried } from '../../../../src/core/review/carry/adoptMarks.ts';
import type { CarriedMark } from '../../../../src/core/review/carry/carryReview.ts';
import { emptyReview } from '../../../../src/core/review/emptyReview.ts';
import type { Mark } from '../../../../src/core/review/review.ts';
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
