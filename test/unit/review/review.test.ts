import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emptyReview } from '../../../src/core/review/emptyReview.ts';
import { readReview } from '../../../src/core/review/readReview.ts';
import type { Review } from '../../../src/core/review/review.ts';
import { removeMark, setMark } from '../../../src/core/review/setMark.ts';
import { writeReview } from '../../../src/core/review/writeReview.ts';
import { file, hunk, lines, mark, patch, series } from './sample.ts';

const SERIES = series([patch(1, [file('fan.rs', [hunk(10, ['+a', '+b'])])])]);
const EMPTY = emptyReview(SERIES);

describe('setMark', () => {
  it('puts a mark last, and replaces the one on the same target', () => {
    const first = mark(lines('fan.rs', 10), 'Why?');
    const other = mark(lines('fan.rs', 11), 'How?');
    const again = mark(lines('fan.rs', 10));
    const review = [first, other, again].reduce(setMark, EMPTY);
    expect(review.marks).toEqual([again, other]);
  });

  it('keeps marks apart that differ in side, range, kind, patch or annotation', () => {
    const targets = [
      lines('fan.rs', 10),
      lines('fan.rs', 10, 11),
      lines('fan.rs', 10, 10, 'old'),
      lines('other.rs', 10),
      { kind: 'message', patch: 'fan-1@example.org', line: 10, endLine: 10 },
      { kind: 'message', patch: 'fan-2@example.org', line: 10, endLine: 10 },
      { kind: 'cover', line: 10, endLine: 10 },
    ] as const;
    const marks = [
      ...targets.map((target) => mark(target, 'Why?')),
      mark(lines('fan.rs', 10), 'Which?', { annotation: 'a10' }),
    ];
    expect(marks.reduce(setMark, EMPTY).marks).toEqual(marks);
  });

  it('moves a mark that keeps its id', () => {
    const first = mark(lines('fan.rs', 10), 'Why?');
    const moved = { ...first, target: lines('fan.rs', 11) };
    expect(setMark(setMark(EMPTY, first), moved).marks).toEqual([moved]);
  });

  it('is taken back by its id', () => {
    const first = mark(lines('fan.rs', 10), 'Why?');
    const review = setMark(EMPTY, first);
    expect(removeMark(review, first.id).marks).toEqual([]);
    expect(removeMark(review, 'nobody')).toBe(review);
  });
});

describe('a review file', () => {
  const anchor = { text: ['let x = 1;'], before: ['{'], after: [], item: 'impl Fan::read', ordinal: 2 };
  const full: Review = {
    ...EMPTY,
    marks: [
      mark(lines('fan.rs', 10, 11), 'Why „ü“?\nAnd how?', {
        anchor,
        annotation: 'a1',
        pattern: 'unsafe-block',
      }),
      mark({ kind: 'message', patch: 'fan-1@example.org', line: 1, endLine: 3 }),
      mark({ kind: 'cover', line: 2, endLine: 2 }, 'What is this?', {
        mail: { id: '<r1@example.org>', references: ['<fan-0@example.org>'], subject: 'Re: x' },
      }),
    ],
    answers: [
      {
        ...{ question: 'm7', to: 'Reviewer Three <three@example.org>', asked: 'Why?', text: 'Because.' },
        madeAt: '2025-01-07T12:00:00Z',
      },
    ],
    dismissed: ['m9'],
  };
  /** The file with the value at one place put in anew. */
  const changed = (value: unknown, ...place: readonly (string | number)[]): string => {
    const data: unknown = JSON.parse(writeReview(full));
    let at = data as Record<string | number, unknown>;
    for (const key of place.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
    at[place.at(-1) ?? ''] = value;
    return JSON.stringify(data);
  };
  const problemsOf = (text: string): readonly string[] => {
    const { value, problems } = readReview(text, 'r.json');
    expect(value).toBeUndefined();
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['bad-review-file']));
    return problems.map(({ at, message }) => `${at} ${message}`);
  };

  it('is read as it was written', () => {
    expect(readReview(writeReview(full), 'r.json')).toEqual({ value: full, problems: [] });
  });

  it('of the first format is read as one without answers, and written in the present one', () => {
    const { value } = readReview(readFileSync('test/golden/fan-v1/review.json', 'utf8'), 'r.json');
    expect(value?.marks.length).toBeGreaterThan(0);
    expect(value && JSON.parse(writeReview(value))).toMatchObject({ format: 2 });
    expect(value).not.toHaveProperty('answers');
  });

  it('of a newer format is refused as such, whatever else it holds', () => {
    expect(problemsOf('{"format":3,"surprise":[]}')).toEqual([
      'r.json: format The review was saved by a newer version (format 3; this one reads 2). It is left as it is.',
    ]);
  });

  it('that is no JSON is refused with line and column', () => {
    expect(problemsOf('{\n  "format": 1,\n  oops\n}')[0]).toMatch(/^r\.json:3:3 /);
    expect(problemsOf('')[0]).toMatch(/^r\.json:1:1 /);
  });

  it.each([
    ['null', 'r.json Expected an object, found null.'],
    ['{"format":1}', 'r.json The key "series" is missing.'],
    ['{"format":"1","series":{},"marks":[]}', 'r.json: format Expected 1 or 2.'],
    [changed(1, 'extra'), 'r.json The key "extra" is unknown.'],
    [changed({}, 'marks'), 'r.json: marks Expected a list, found an object.'],
    [
      changed('approved', 'marks', 1, 'state'),
      'r.json: marks[1].state Expected one of needs-explanation, understood, deferred, found "approved".',
    ],
    [
      changed(0, 'marks', 0, 'target', 'line'),
      'r.json: marks[0].target.line Expected a whole number from 1, found 0.',
    ],
    [
      changed(9, 'marks', 0, 'target', 'endLine'),
      'r.json: marks[0].target.endLine The range ends before it begins.',
    ],
    [changed('x', 'marks', 2, 'target', 'path'), 'r.json: marks[2].target The key "path" is unknown.'],
    [
      changed(['a', 7], 'marks', 0, 'anchor', 'text'),
      'r.json: marks[0].anchor.text[1] Expected text, found 7.',
    ],
    [
      changed('yesterday', 'marks', 0, 'madeAt'),
      'r.json: marks[0].madeAt Expected a time as 2025-01-31T12:00:00Z.',
    ],
    [
      changed(full.marks[0]?.id, 'marks', 1, 'id'),
      `r.json: marks[1].id The id ${JSON.stringify(full.marks[0]?.id)} occurs twice.`,
    ],
  ])('that is wrong in one place is refused with that place: %#', (text, problem) => {
    expect(problemsOf(text)).toContain(problem);
  });
});
