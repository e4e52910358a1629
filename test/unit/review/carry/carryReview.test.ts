import { describe, expect, it } from 'vitest';
import { carryReview } from '../../../../src/core/review/carry/carryReview.ts';
import { matchPatches } from '../../../../src/core/review/carry/matchPatches.ts';
import { emptyReview } from '../../../../src/core/review/emptyReview.ts';
import type { Mark, MarkTarget } from '../../../../src/core/review/review.ts';
import { COVER, file, hunk, mark, patch, series } from '../sample.ts';
import { spliced } from './spliced.ts';

const READ = [
  '+fn read(opaque: *mut Fan) -> u32 {',
  '+    let fan = unsafe { &mut *opaque };',
  '+    fan.duty',
  '+}',
];
const WRITE = ['+fn write(fan: &Fan, value: u32) {', '+    fan.duty.set(value.min(LIMIT_OF_DUTY));', '+}'];
const V1 = series(
  [
    patch(1, [file('fan.rs', [hunk(1, READ)])], { message: message('add read') }),
    patch(2, [file('fan.rs', [hunk(5, WRITE)])], { message: message('add write') }),
  ],
  { version: 1 },
);

function message(subject: string, ...body: readonly string[]) {
  return { subject, body: body.length > 0 ? body : ['Why not.'], notes: [], trailers: [] };
}

function inPatch(number: number, line: number, path = 'fan.rs'): MarkTarget {
  return { kind: 'lines', patch: `fan-${number}@example.org`, path, side: 'new', line, endLine: line };
}

function carry(to: ReturnType<typeof series>, ...marks: readonly Mark[]) {
  return carryReview({ ...emptyReview(V1), marks }, V1, to);
}

describe('matchPatches', () => {
  it('sees reordered, split, squashed and dropped patches', () => {
    const both = file('fan.rs', [hunk(1, [...READ, ...WRITE])]);
    expect(matchPatches(V1, series([...V1.patches].reverse())).map(([best]) => best?.to)).toEqual([1, 0]);
    expect(matchPatches(V1, series([patch(1, [both])])).map(([best]) => best?.to)).toEqual([0, 0]);
    expect(matchPatches(series([patch(1, [both])]), V1)[0]?.map(({ to }) => to)).toEqual([0, 1]);
    expect(matchPatches(V1, series([V1.patches[1] ?? patch(1, [])])).map((found) => found.length)).toEqual([
      0, 1,
    ]);
  });
});

describe('carryReview', () => {
  it('keeps marks on unchanged lines, in the patch that has them now', () => {
    const to = series([...V1.patches].reverse());
    const [first] = carry(to, mark(inPatch(1, 2), 'Why?'));
    expect(first).toMatchObject({ fate: 'exact', proposal: null, target: inPatch(1, 2) });
  });

  it('proposes that a question was answered by a comment, with its words', () => {
    const explained = spliced(READ, 1, 0, '+    // SAFETY: the timer alone holds `opaque`.');
    const to = series([patch(1, [file('fan.rs', [hunk(1, explained)])]), ...V1.patches.slice(1)]);
    const [question, understood] = carry(to, mark(inPatch(1, 2), 'Why?'), mark(inPatch(1, 3)));
    expect(question).toMatchObject({
      fate: 'exact',
      target: inPatch(1, 3),
      proposal: { kind: 'documented', evidence: 'SAFETY: the timer alone holds `opaque`.' },
    });
    expect(understood).toMatchObject({ fate: 'exact', target: inPatch(1, 4), proposal: null });
  });

  it('proposes that a question was answered by other code, with that code', () => {
    const shared = spliced(READ, 1, 1, '+    let fan = unsafe { &*opaque };');
    const to = series([patch(1, [file('fan.rs', [hunk(1, shared)])]), ...V1.patches.slice(1)]);
    const [question] = carry(to, mark(inPatch(1, 2), 'Why?'));
    expect(question).toMatchObject({
      fate: 'edited',
      before: ['    let fan = unsafe { &mut *opaque };'],
      after: ['    let fan = unsafe { &*opaque };'],
      proposal: { kind: 'rewritten', evidence: '    let fan = unsafe { &*opaque };' },
    });
  });

  it('proposes nothing for what has ended or asks nothing', () => {
    const to = series([patch(1, [file('fan.rs', [hunk(1, spliced(READ, 1, 1))])]), ...V1.patches.slice(1)]);
    const exit = {
      kind: 'withdrawn',
      reason: 'my fault',
      evidence: '',
      version: 1,
      confirmedAt: '2025-01-07T12:00:00Z',
    };
    const [ended, understood] = carry(
      to,
      mark(inPatch(1, 2), 'Why?', { exit: { ...exit, kind: 'withdrawn' } }),
      mark(inPatch(1, 2)),
    );
    expect(ended).toMatchObject({ fate: 'gone', proposal: null });
    expect(understood).toMatchObject({ fate: 'gone', proposal: null });
  });

  it('follows lines into another file and patch', () => {
    const to = series([
      patch(1, [file('read.rs', [hunk(1, ['+mod x;', ...READ])])]),
      patch(2, [file('fan.rs', [hunk(1, WRITE)])]),
    ]);
    const [moved] = carry(to, mark(inPatch(1, 2), 'Why?'));
    expect(moved).toMatchObject({ fate: 'moved', target: { ...inPatch(1, 3), path: 'read.rs' } });
  });

  it('lets no mark vanish, whatever became of its patch', () => {
    const to = series([patch(9, [file('other.c', [hunk(1, ['+int x;'])])])]);
    const marks = [
      mark(inPatch(1, 2), 'Why?'),
      mark(inPatch(7, 2), 'A patch that is not there'),
      mark({ kind: 'message', patch: 'fan-1@example.org', line: 1, endLine: 1 }, 'Why not?'),
      mark({ kind: 'cover', line: 2, endLine: 2 }, 'And how?'),
    ];
    const carried = carry(to, ...marks);
    expect(carried.map((each) => each.mark)).toEqual(marks);
    expect(carried.map(({ fate }) => fate)).toEqual(['gone', 'gone', 'gone', 'exact']);
  });

  it('follows marks on messages and the cover letter', () => {
    const [first, second] = V1.patches;
    if (!first || !second) throw new Error('two patches');
    const to = series([
      {
        ...first,
        message: message('add read', 'Hello.', '', 'Why not.', '', 'Because read is needed first.'),
      },
      second,
    ]);
    const cover = { ...COVER, message: { ...COVER.message, body: ['Why we do that.'] } };
    const target = { kind: 'message', patch: 'fan-1@example.org', line: 1, endLine: 1 } as const;
    const [onMessage] = carry(to, mark(target, 'Why not?'));
    expect(onMessage).toMatchObject({ fate: 'exact', target: { ...target, line: 3, endLine: 3 } });
    const [onCover] = carry({ ...to, cover }, mark({ kind: 'cover', line: 1, endLine: 1 }, 'Why?'));
    expect(onCover).toMatchObject({
      fate: 'edited',
      proposal: { kind: 'rewritten' },
    });
  });
});
