import { expect, it } from 'vitest';
import { formatLines } from '../../../src/core/output/formatLines.ts';
import { analysis, annotation, FACETS, file, hunk, patch, series } from '../review/sample.ts';

const PLAIN = { ...FACETS, explainedBy: null, confidence: 'whole' } as const;

it('gives one line for each annotation, with line and column, and escapes what a terminal would obey', () => {
  const value = analysis(series([patch(1, [file('hw/a.rs', [hunk(1, ['+x'])])])]), [
    [
      [
        annotation(7, { id: 'a', attention: 'check', column: 3, facets: PLAIN }),
        annotation(7, { id: 'b', side: 'old', title: '\u001b[31mred', facets: PLAIN }),
        annotation(9, { id: 'n', attention: 'note', facets: PLAIN }),
      ],
    ],
  ]);
  expect(formatLines(value, { notes: false }).split('\n')).toEqual([
    'hw/a.rs:7:5: [look-first] \\x1b[31mred — Why is this sound? (removed · device · at run time)',
    'hw/a.rs:7:3: [check] An unsafe block — Why is this sound? (device · at run time)',
    '',
  ]);
  expect(formatLines(value, { notes: true })).toContain('hw/a.rs:9:5: [note] ');
});

it('is empty when nothing asks for a look', () => {
  const notes = [[[annotation(9, { attention: 'note' })]]];
  const value = analysis(series([patch(1, [file('hw/a.rs', [hunk(1, ['+x'])])])]), notes);
  expect(formatLines(value, { notes: false })).toBe('');
});
