import { describe, expect, it } from 'vitest';
import { carryLines } from '../../../../src/core/review/carry/carryLines.ts';
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
});
