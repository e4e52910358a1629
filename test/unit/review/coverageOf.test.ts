import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../../src/core/review/coverageOf.ts';
import { emptyReview } from '../../../src/core/review/emptyReview.ts';
import type { Mark } from '../../../src/core/review/review.ts';
import { analysis, annotation, FACETS, file, hunk, lines, mark, patch, series } from './sample.ts';

const FILE = file('new.rs', [hunk(10, ['+a', '+b', '-c', '+d', ' e'])], { oldPath: 'old.rs' });
const ANALYSIS = analysis(series([patch(1, [FILE]), patch(2, [FILE])]), [
  [[annotation(10), annotation(11, { attention: 'check', endLine: 30 })]],
  [
    [
      annotation(10, { id: 'b10' }),
      annotation(10, { id: 'old10', side: 'old' }),
      annotation(11, { id: 'note', attention: 'note' }),
      annotation(12, { id: 'generated', facets: { ...FACETS, generated: true } }),
    ],
  ],
]);
const covered = (marks: readonly Mark[], patchIndex?: number): readonly number[] => {
  const review = { ...emptyReview(ANALYSIS.series), marks };
  const { total, understood, needsExplanation, notLookedAt } = coverageOf(ANALYSIS, review, patchIndex);
  return [total, understood, needsExplanation, notLookedAt];
};

describe('coverage', () => {
  it('counts what asks for a look, in the series or in one patch', () => {
    expect(covered([])).toEqual([4, 0, 0, 4]);
    expect(covered([], 0)).toEqual([2, 0, 0, 2]);
    expect(covered([], 1)).toEqual([2, 0, 0, 2]);
  });

  it('counts an annotation that a mark names, in its own patch only', () => {
    expect(covered([mark(lines('new.rs', 13), 'Why?', { annotation: 'a10' })], 0)).toEqual([2, 0, 1, 1]);
    expect(covered([mark(lines('new.rs', 13), 'Why?', { annotation: 'b10' })], 1)).toEqual([2, 0, 0, 2]);
  });

  it('counts annotations whose lines, as far as the hunk shows them, a mark covers', () => {
    expect(covered([mark(lines('new.rs', 10, 13))], 0)).toEqual([2, 2, 0, 0]);
    expect(covered([mark(lines('new.rs', 10, 12))], 0)).toEqual([2, 1, 0, 1]);
    expect(covered([mark(lines('new.rs', 11, 13))], 0)).toEqual([2, 1, 0, 1]);
  });

  it('does not take the answer to one annotation for an answer to another on the same lines', () => {
    const value = analysis(series([patch(1, [FILE])]), [[[annotation(10), annotation(10, { id: 'twin' })]]]);
    const answer = mark(lines('new.rs', 10), 'Why?', { annotation: 'a10' });
    expect(coverageOf(value, { ...emptyReview(value.series), marks: [answer] })).toMatchObject({
      needsExplanation: 1,
      notLookedAt: 1,
    });
  });

  it('tells sides and their paths apart', () => {
    const onSecond = (path: string, side: 'old' | 'new'): readonly number[] =>
      covered([mark({ kind: 'lines', patch: 'fan-2@example.org', path, side, line: 10, endLine: 10 })], 1);
    expect(onSecond('new.rs', 'new')).toEqual([2, 1, 0, 1]);
    expect(onSecond('old.rs', 'old')).toEqual([2, 1, 0, 1]);
    expect(onSecond('new.rs', 'old')).toEqual([2, 0, 0, 2]);
  });

  it('takes the mark that names an annotation before one that only covers it, and a question before understanding', () => {
    const question = mark(lines('new.rs', 10, 13), 'Why?');
    const understood = mark(lines('new.rs', 10), undefined, { annotation: 'a10' });
    expect(covered([question, understood], 0)).toEqual([2, 1, 1, 0]);
    expect(covered([mark(lines('new.rs', 10)), question], 0)).toEqual([2, 0, 2, 0]);
  });
});
