import { describe, expect, it } from 'vitest';
import { emptyReview } from '../../../src/core/review/emptyReview.ts';
import { setMark } from '../../../src/core/review/setMark.ts';
import { endMark, makeMark, type MarkRequest } from '../../../src/host/reviews/makeMark.ts';
import { analysis, annotation, FACETS, file, hunk, lines, patch, series } from '../review/sample.ts';

const posting = series([patch(1, [file('src/fan.rs', [hunk(10, [' ten', '-old', '+new', ' last'])])])]);
const documented = { ...FACETS, explanation: 'SAFETY: the caller holds the lock.' };
const found = analysis(posting, [
  [[annotation(11, { id: 'removed', side: 'old' }), annotation(11, { id: 'added', facets: documented })]],
]);
const review = emptyReview(posting);

const request = (change: Partial<MarkRequest> = {}): MarkRequest => ({
  place: { kind: 'lines', patch: 0, file: 0, hunk: 0, row: 1, endRow: 2 },
  state: 'needs-explanation',
  question: 'Why?',
  annotation: null,
  deferredTo: null,
  ...change,
});
const stamp = (id: string) => ({ id, now: '2025-01-07T12:00:00Z' });

describe('a mark', () => {
  it('is put on the side that its annotation is about, and says what stood there', () => {
    const removed = makeMark(found, review, request({ annotation: 'removed' }), stamp('m'));
    expect(removed).toMatchObject({
      id: 'm',
      target: lines('src/fan.rs', 11, 11, 'old'),
      annotation: 'removed',
      pattern: 'unsafe-block',
      madeAt: '2025-01-07T12:00:00Z',
    });
    expect(removed?.anchor.text).toEqual(['old']);
    const added = makeMark(found, review, request({ annotation: 'added' }), stamp('m'));
    expect(added?.target).toEqual(lines('src/fan.rs', 11));
    expect(added?.anchor.text).toEqual(['new']);
  });

  it('does not name an annotation that is not there', () => {
    expect(makeMark(found, review, request({ annotation: 'forged' }), stamp('m'))).toMatchObject({
      annotation: null,
      pattern: null,
    });
  });

  it('keeps the id of the one it takes the place of', () => {
    const first = makeMark(found, review, request({ annotation: 'added' }), stamp('first'));
    const after = first ? setMark(review, first) : review;
    expect(makeMark(found, after, request({ annotation: 'added' }), stamp('second'))?.id).toBe('first');
    expect(makeMark(found, after, request({ annotation: 'removed' }), stamp('second'))?.id).toBe('second');
  });

  it('is left to someone only when deferred', () => {
    const to = { deferredTo: 'Paula' };
    expect(makeMark(found, review, request({ ...to, state: 'deferred' }), stamp('m'))?.deferredTo).toBe(
      'Paula',
    );
    expect(makeMark(found, review, request(to), stamp('m'))?.deferredTo).toBeNull();
  });

  it('is not made where the series has nothing', () => {
    const place = { kind: 'lines', patch: 0, file: 4, hunk: 0, row: 0, endRow: 0 } as const;
    expect(makeMark(found, review, request({ place }), stamp('m'))).toBeUndefined();
  });
});

describe('the end of a question', () => {
  const mark = makeMark(found, review, request({ annotation: 'added' }), stamp('m'));

  it('carries the text that answered it', () => {
    if (!mark) throw new Error('no mark');
    const at = '2025-01-08T12:00:00Z';
    expect(endMark(found, mark, { kind: 'documented', reason: '' }, at).exit).toEqual({
      kind: 'documented',
      reason: '',
      evidence: 'SAFETY: the caller holds the lock.',
      version: 2,
      confirmedAt: at,
    });
    expect(endMark(found, mark, { kind: 'rewritten', reason: '' }, at).exit?.evidence).toBe('new');
    expect(endMark(found, mark, { kind: 'withdrawn', reason: 'Wrong question.' }, at).exit).toMatchObject({
      reason: 'Wrong question.',
      evidence: '',
    });
  });

  it('carries what the tool proposed, if that is what the reviewer confirms', () => {
    if (!mark) throw new Error('no mark');
    const proposal = { kind: 'rewritten', evidence: 'other code' } as const;
    const evidence = (kind: 'documented' | 'rewritten'): string | undefined =>
      endMark(found, mark, { kind, reason: '' }, '2025-01-08T12:00:00Z', proposal).exit?.evidence;
    expect(evidence('rewritten')).toBe('other code');
    expect(evidence('documented')).toBe('SAFETY: the caller holds the lock.');
  });
});
