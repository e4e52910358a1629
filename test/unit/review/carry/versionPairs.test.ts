import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSeries } from '../../../../src/core/patch/readSeries.ts';
import type { Series } from '../../../../src/core/patch/series.ts';
import { versionPairs } from '../../../../src/core/review/carry/versionPairs.ts';
import { file, hunk, patch, series } from '../sample.ts';

async function example(version: number): Promise<Series> {
  const bytes = readFileSync(`media/example/fan-v${version}.mbox`);
  const [found] = (await readSeries([{ name: 'x', bytes }])).value;
  if (!found) throw new Error('no series');
  return found;
}

function names(from: Series, to: Series): readonly string[] {
  return versionPairs(from, to).map((pair) => {
    const name = (which: Series, place: typeof pair.from) =>
      place
        ? `${place.patch + 1} ${which.patches[place.patch]?.files[place.file]?.newPath ?? '-'}`
        : 'nothing';
    return `${name(from, pair.from)} → ${name(to, pair.to)}`;
  });
}

describe('versionPairs', () => {
  it('shows what the author changed, also over patches that were split, and nothing else', async () => {
    expect(names(await example(1), await example(2))).toEqual([
      '3 rust/util/src/error.rs → 3 rust/util/src/error.rs',
      '4 rust/qom/src/lib.rs → 4 rust/qom/src/lib.rs',
      '4 rust/system/src/memory.rs → 5 rust/system/src/memory.rs',
      '4 rust/system/src/timer.rs → 5 rust/system/src/timer.rs',
      '5 rust/hw/misc/fan/src/alarms.rs → 6 rust/hw/misc/fan/src/alarms.rs',
      '5 rust/hw/misc/fan/src/device.rs → 6 rust/hw/misc/fan/src/device.rs',
    ]);
  });

  it('leaves a mere rebase aside, and names what came and went', () => {
    const change = ['+let telling_line = one();', '+let another_line = two();'];
    const from = series([
      patch(1, [file('a.rs', [hunk(1, [' x', ...change])])]),
      patch(2, [file('gone.rs', [hunk(1, ['+fn gone_for_good() {}'])])]),
    ]);
    const to = series([
      patch(1, [file('a.rs', [hunk(90, [' y', ...change])])]),
      patch(2, [file('new.rs', [hunk(1, ['+fn entirely_new() {}'])])]),
    ]);
    expect(names(from, to)).toEqual(['nothing → 2 new.rs', '2 gone.rs → nothing']);
  });
});
