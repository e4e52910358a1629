import { describe, expect, it } from 'vitest';
import { formatB4Check } from '../../../src/core/output/formatB4Check.ts';
import type { Problem } from '../../../src/core/problem.ts';
import type { Attention } from '../../../src/core/catalog/pattern.ts';
import { analysis, annotation, file, hunk, patch, series } from '../review/sample.ts';

function result(attention: Attention | null, problems: readonly Problem[] = []): Record<string, string> {
  const found = attention === null ? [] : [annotation(7, { attention })];
  const value = analysis(series([patch(1, [file('hw/a.rs', [hunk(1, ['+x'])])])]), [[found]], { problems });
  const results = JSON.parse(formatB4Check(value, { notes: false })) as Record<string, string>[];
  expect(results).toHaveLength(1);
  return results[0] ?? {};
}

describe('the status', () => {
  it.each([
    ['pass', null],
    ['pass', 'note'],
    ['warn', 'check'],
    ['warn', 'look-first'],
  ] as const)('is %s where the most is %s', (status, attention) => {
    expect(result(attention)).toMatchObject({ tool: 'interop-review', status });
  });

  it('is fail where something could not be read, and stays as it is where nothing is missing', () => {
    expect(result('check', [{ code: 'truncated-mail', message: 'Cut.', at: 'x:1' }])['status']).toBe('fail');
    expect(result('check', [{ code: 'binary-file', message: 'Bin.', at: 'x:1' }])['status']).toBe('warn');
  });
});

it('has the lines and the problems as its details', () => {
  const { details, summary } = result('check', [{ code: 'binary-file', message: 'Bin.', at: 'x:1' }]);
  expect(details).toMatch(/^hw\/a\.rs:7:5: \[check\] .*\nx:1: \[binary-file\] Bin\.\nRead 1 patch: /);
  expect(summary).toBe('1 annotation: 0 look-first, 1 check, 0 note.');
});
