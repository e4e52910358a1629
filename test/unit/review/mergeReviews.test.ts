import { readReview } from '../../../src/core/review/readReview.ts';
import { writeReview } from '../../../src/core/review/writeReview.ts';
import { describe, expect, it } from 'vitest';
import { emptyReview } from '../../../src/core/review/emptyReview.ts';
import { mergeReviews } from '../../../src/core/review/mergeReviews.ts';
import type { Answer, Mark, Review } from '../../../src/core/review/review.ts';
import { lines, mark, patch, series } from './sample.ts';

const empty = emptyReview(series([patch(1, [])]));
const review = (...marks: readonly Mark[]): Review => ({ ...empty, marks });
const at = (line: number, change: Partial<Mark> = {}): Mark => mark(lines('a.rs', line), 'Why?', change);
const later = (second: number): string => `2025-01-07T12:00:${String(second).padStart(2, '0')}Z`;

describe('two states of a review', () => {
  it('are joined, ours first', () => {
    const [a, b, c] = [at(1), at(2), at(3)];
    expect(mergeReviews(undefined, review(b, a), review(a, c)).marks).toEqual([b, a, c]);
  });

  it('take the side that changed a mark', () => {
    const old = at(1);
    const changed = { ...old, question: 'How?' };
    expect(mergeReviews(review(old), review(changed), review(old)).marks).toEqual([changed]);
    expect(mergeReviews(review(old), review(old), review(changed)).marks).toEqual([changed]);
  });

  it('take the later one when both changed it, an ended question counting from its end', () => {
    const old = at(1);
    const ours = { ...old, question: 'Ours?', madeAt: later(1) };
    const theirs = { ...old, question: 'Theirs?', madeAt: '2025-01-07T12:00:01.5Z' };
    expect(mergeReviews(review(old), review(ours), review(theirs)).marks).toEqual([theirs]);
    const exit = { kind: 'withdrawn', reason: 'x', evidence: '', version: 2, confirmedAt: later(9) } as const;
    const ended = { ...old, exit };
    expect(mergeReviews(review(old), review(ended), review(theirs)).marks).toEqual([ended]);
  });

  it('keep what was said below a question on either side, in order', () => {
    const old = at(1);
    const said = (text: string, second: number) => ({ author: '', text, madeAt: later(second) });
    const ours = { ...old, remarks: [said('Second.', 2)] };
    const theirs = { ...old, remarks: [said('First.', 1)] };
    const [joined] = mergeReviews(review(old), review(ours), review(theirs)).marks;
    expect(joined?.remarks?.map(({ text }) => text)).toEqual(['First.', 'Second.']);
    const saved = readReview(writeReview(review(joined ?? old)), 'here').value;
    expect(saved?.marks[0]?.remarks).toEqual(joined?.remarks);
  });

  it('let a mark go that one side took away, unless the other changed it', () => {
    const old = at(1);
    const changed = { ...old, question: 'How?' };
    expect(mergeReviews(review(old), review(), review(old)).marks).toEqual([]);
    expect(mergeReviews(review(old), review(old), review()).marks).toEqual([]);
    expect(mergeReviews(review(old), review(), review(changed)).marks).toEqual([changed]);
    expect(mergeReviews(review(old), review(changed), review()).marks).toEqual([changed]);
  });

  it('keep one of two answers to the same place', () => {
    const ours = at(1, { madeAt: later(1), annotation: 'x' });
    const theirs = at(1, { madeAt: later(2), annotation: 'x' });
    const other = at(1, { annotation: 'y' });
    expect(mergeReviews(undefined, review(ours), review(other, theirs)).marks).toEqual([theirs, other]);
  });

  it('keep the reviewer that is known', () => {
    const named = { ...empty, reviewer: 'Rita <rita@example.org>' };
    expect(mergeReviews(undefined, empty, named).reviewer).toBe('Rita <rita@example.org>');
    expect(mergeReviews(undefined, named, empty).reviewer).toBe('Rita <rita@example.org>');
  });
});

describe('answers in two windows', () => {
  const answer = (text: string, madeAt: string): Answer => ({
    ...{ question: 'q', to: 'Reviewer <r@example.org>', asked: 'Why?', text, madeAt },
  });
  const [first, second] = [answer('One.', '2025-01-07T12:00:00Z'), answer('Two.', '2025-01-08T12:00:00Z')];
  const merged = (base: readonly Answer[], ours: readonly Answer[], theirs: readonly Answer[]) =>
    mergeReviews({ ...empty, answers: base }, { ...empty, answers: ours }, { ...empty, answers: theirs })
      .answers;

  it('are joined: what changed outweighs what did not, the later one of two', () => {
    expect(merged([], [], [first])).toEqual([first]);
    expect(merged([first], [first], [])).toBeUndefined();
    expect(merged([first], [second], [first])).toEqual([second]);
    expect(merged([], [second], [first])).toEqual([second]);
  });

  it('and what was dismissed in either stays dismissed', () => {
    const both = mergeReviews(undefined, { ...empty, dismissed: ['a'] }, { ...empty, dismissed: ['b'] });
    expect(both.dismissed).toEqual(['a', 'b']);
  });
});
