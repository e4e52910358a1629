import { describe, expect, it } from 'vitest';
import type { FileChange } from '../../../../src/core/patch/series.ts';
import { carryLines } from '../../../../src/core/review/carry/carryLines.ts';
import type { Version } from '../../../../src/core/review/carry/version.ts';
import { versionOf } from '../../../../src/core/review/carry/versionOf.ts';
import { file, hunk, patch, series } from '../sample.ts';

const whole = (...lines: readonly string[]) =>
  versionOf(
    series([
      patch(1, [
        file(
          'src/fan.c',
          [
            hunk(
              1,
              lines.map((line) => `+${line}`),
            ),
          ].map((each) => ({ ...each, oldStart: 0, oldLines: 0 })),
          { kind: 'added', oldPath: null },
        ),
      ]),
    ]),
    undefined,
  );

describe('carryLines', () => {
  it('takes no line that stood there before for one that was moved', async () => {
    const first = [
      'int a(void)',
      '{',
      '    ret = -EINVAL;',
      '    goto cleanup_all;',
      '}',
      '',
      'int b(void)',
      '{',
    ];
    const from = await whole(...first, '    ret = -EINVAL;', '    goto cleanup_all;', '    return ret;', '}');
    const to = await whole(...first, '    return ret;', '}');
    const mark = { id: 'x', path: 'src/fan.c', side: 'new', line: 10, endLine: 10 } as const;
    expect(await carryLines([mark], from, to)).toMatchObject([{ id: 'x', fate: 'gone', path: null }]);
  });

  const patched = (start: number, lines: readonly string[], change: Partial<FileChange>) =>
    versionOf(series([patch(1, [file('src/fan.c', [hunk(start, lines)], change)])]), undefined);
  const at = (line: number, side: 'old' | 'new' = 'new') => ({
    id: `${side}${line}`,
    path: 'src/fan.c',
    side,
    line,
    endLine: line,
  });
  const short = async (
    marks: readonly ReturnType<typeof at>[],
    from: Promise<Version>,
    to: Promise<Version>,
  ): Promise<readonly string[]> =>
    (await carryLines(marks, await from, await to)).map(
      ({ id, fate, path, line }) => `${id} ${fate} ${path ?? '-'} ${line ?? '-'}`,
    );
  const BASE = '1111111aaaa';
  const v1 = patched(40, [' above_it();', '+added_in_v1();', ' below_it();'], {
    oldOid: BASE,
    newOid: '2222222',
  });

  it('goes on from what the earlier version left, in a later commit that shows other lines', async () => {
    const change = { oldOid: '2222222bbbb', newOid: '3333333' };
    const marks = [at(40), at(41), at(42)];
    expect(await short(marks, v1, patched(3, ['+one();', '+two();'], change))).toEqual([
      'new40 exact src/fan.c 42',
      'new41 exact src/fan.c 43',
      'new42 exact src/fan.c 44',
    ]);
    const renamed = patched(3, ['+one();'], { ...change, kind: 'renamed', newPath: 'src/fan2.c' });
    expect(await short([at(41)], v1, renamed)).toEqual(['new41 moved src/fan2.c 42']);
  });

  it('knows the lines around a change that a version on the same base makes no more', async () => {
    const v2 = patched(3, ['+one();', '+two();'], { oldOid: BASE.slice(0, 7), newOid: '4444444' });
    expect(await short([at(40), at(41), at(42), at(41, 'old')], v1, v2)).toEqual([
      'new40 exact src/fan.c 42',
      'new41 gone - -',
      'new42 exact src/fan.c 43',
      'old41 exact src/fan.c 41',
    ]);
  });

  it('does not guess from line numbers when the bases differ', async () => {
    const v2 = patched(3, ['+struct fan;'], { oldOid: '5555555', newOid: '6666666' });
    expect(await short([at(40)], v1, v2)).toEqual(['new40 gone - -']);
  });
});
