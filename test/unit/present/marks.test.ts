import { describe, expect, it } from 'vitest';
import type { PanelPlace } from '../../../src/protocol/panelModel.ts';
import type { Carried } from '../../../src/core/review/carry/adoptMarks.ts';
import type { CarriedMark } from '../../../src/core/review/carry/carryReview.ts';
import { setMark } from '../../../src/core/review/setMark.ts';
import { emptyReview } from '../../../src/core/review/emptyReview.ts';
import { panelMarks, unplacedMarks } from '../../../src/present/panelMarks.ts';
import { placeTarget } from '../../../src/present/placeTarget.ts';
import { analysis, annotation, file, hunk, lines, mark, patch, series } from '../review/sample.ts';

const posting = series([
  patch(1, [
    file('src/fan.rs', [
      hunk(10, [' ten', '-old eleven', '-old twelve', '+new eleven', ' last']),
      hunk(90, [' ninety', '+more']),
    ]),
  ]),
  patch(2, [file('src/gone.c', [hunk(1, ['-one', '-two'])], { kind: 'deleted', newPath: null })]),
]);
const found = analysis(posting, [[[annotation(11), annotation(91)]], [[]]]);

const rows = (row: number, endRow = row, hunkIndex = 0): PanelPlace => ({
  kind: 'lines',
  patch: 0,
  file: 0,
  hunk: hunkIndex,
  row,
  endRow,
});

describe('what a place in the panel marks', () => {
  it('is the new side where rows show both', () => {
    expect(placeTarget(posting, rows(1, 3))).toEqual(lines('src/fan.rs', 11, 11));
    expect(placeTarget(posting, rows(0, 4))).toEqual(lines('src/fan.rs', 10, 12));
  });

  it('is the old side of removed rows, or when that is asked for', () => {
    expect(placeTarget(posting, rows(1, 2))).toEqual(lines('src/fan.rs', 11, 12, 'old'));
    expect(placeTarget(posting, rows(0, 4), 'old')).toEqual(lines('src/fan.rs', 10, 13, 'old'));
  });

  it('is in the message or the cover letter, counted from 1 and clamped', () => {
    expect(placeTarget(posting, { kind: 'message', patch: 1, line: 0, endLine: 99 })).toEqual({
      kind: 'message',
      patch: 'fan-2@example.org',
      line: 1,
      endLine: 3,
    });
    expect(placeTarget(posting, { kind: 'cover', line: 1, endLine: 1 })).toEqual({
      kind: 'cover',
      line: 2,
      endLine: 2,
    });
  });

  it('is nothing where the series has no such place', () => {
    expect(placeTarget(posting, rows(7))).toBeUndefined();
    expect(placeTarget(posting, { ...rows(0), patch: 5 } as PanelPlace)).toBeUndefined();
    expect(placeTarget(posting, { kind: 'message', patch: 0, line: 3, endLine: 3 })).toBeUndefined();
    expect(placeTarget(posting, { kind: 'cover', line: 5, endLine: 5 })).toBeUndefined();
  });

  it('leads back to the same rows', () => {
    for (const place of [rows(0, 4), rows(1, 2), rows(3), rows(0, 1, 1)]) {
      const target = placeTarget(posting, place);
      expect(target).toBeDefined();
      if (!target) continue;
      const [shown] = panelMarks(found, { ...emptyReview(posting), marks: [mark(target, 'Why?')] }).marks;
      expect(shown?.place).toEqual(place);
    }
  });
});

describe('marks in the panel', () => {
  it('carries question, state, coverage of the whole and of each patch', () => {
    const question = mark(lines('src/fan.rs', 11), 'Who frees it?', { annotation: 'a11' });
    const review = setMark(emptyReview(posting), question);
    const { marks, coverage, byPatch } = panelMarks(found, review);
    expect(marks).toEqual([
      {
        id: question.id,
        state: 'needs-explanation',
        question: 'Who frees it?',
        annotation: 'a11',
        deferredTo: null,
        ended: null,
        carried: null,
        place: rows(3),
      },
    ]);
    expect(coverage).toMatchObject({ total: 2, needsExplanation: 1, notLookedAt: 1 });
    expect(byPatch.map(({ total }) => total)).toEqual([2, 0]);
  });

  it('says in words how a question ended', () => {
    const exit = {
      kind: 'withdrawn',
      reason: 'Answered on the list.',
      evidence: '',
      version: 2,
      confirmedAt: '2025-01-08T12:00:00Z',
    } as const;
    const review = { ...emptyReview(posting), marks: [mark(lines('src/fan.rs', 11), 'Why?', { exit })] };
    expect(panelMarks(found, review).marks[0]?.ended).toBe('withdrawn · in v2 · Answered on the list.');
  });

  it('shows marks beyond the hunks at the nearest row and names those that have no place', () => {
    const beyond = mark(lines('src/fan.rs', 300), 'And this?');
    const strange = mark(lines('src/other.rs', 1), 'Where is it?');
    const missing = mark({ kind: 'message', patch: 'absent@example.org', line: 1, endLine: 1 }, 'Hm?');
    const review = { ...emptyReview(posting), marks: [beyond, strange, missing] };
    expect(panelMarks(found, review).marks.map(({ id, place }) => [id, place])).toEqual([
      [beyond.id, rows(1, 1, 1)],
    ]);
    expect(unplacedMarks(posting, review.marks)).toEqual([strange, missing]);
  });
});

describe('marks that an earlier version carried', () => {
  const question = mark(lines('src/fan.rs', 11), 'Who frees it?');
  const lost = mark(lines('src/gone.rs', 5), 'And this?');
  const confirmed = mark(lines('src/fan.rs', 90), 'Why?', {
    exit: {
      kind: 'documented',
      reason: '',
      evidence: 'SAFETY',
      version: 2,
      confirmedAt: '2025-01-08T12:00:00Z',
    },
  });
  const base = { target: null, proposal: null, before: ['old line'], after: ['new line'] };
  const carried: Carried = {
    fromVersion: 1,
    marks: new Map<string, CarriedMark>([
      [
        question.id,
        { ...base, mark: question, fate: 'edited', proposal: { kind: 'rewritten', evidence: 'x' } },
      ],
      [lost.id, { ...base, mark: lost, fate: 'gone', after: [] }],
      [confirmed.id, { ...base, mark: confirmed, fate: 'exact' }],
    ]),
  };
  const shown = panelMarks(
    found,
    { ...emptyReview(posting), marks: [question, lost, confirmed] },
    { carried },
  );

  it('say what happened to their lines', () => {
    expect(shown.marks.map(({ id, carried: what }) => [id, what])).toEqual([
      [
        question.id,
        {
          fromVersion: 1,
          fate: 'edited',
          proposal: 'rewritten',
          evidence: ['x'],
          before: ['old line'],
          after: ['new line'],
        },
      ],
      [
        lost.id,
        { fromVersion: 1, fate: 'gone', proposal: null, evidence: [], before: ['old line'], after: [] },
      ],
      [
        confirmed.id,
        {
          fromVersion: 1,
          fate: 'exact',
          proposal: null,
          evidence: [],
          before: ['old line'],
          after: ['new line'],
        },
      ],
    ]);
  });

  it('are summed up, and those whose lines are gone are listed', () => {
    expect(shown.carried).toEqual({
      fromVersion: 1,
      questions: 3,
      documented: 1,
      rewritten: 1,
      open: 1,
      gone: [{ id: lost.id, where: 'src/gone.rs:5', question: 'And this?', lines: ['old line'] }],
    });
  });
});
