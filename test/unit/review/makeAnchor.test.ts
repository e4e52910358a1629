import { expect, it } from 'vitest';
import { makeAnchor } from '../../../src/core/review/makeAnchor.ts';
import { analysis, annotation, file, hunk, lines, patch, series } from './sample.ts';

const FILE = file('fan.rs', [
  hunk(10, [' one', '-two', '+TWO', '+same', ' four', ' five', ' six'], 'fn first()'),
  hunk(40, ['+same', ' end'], 'fn second()'),
]);
const ANALYSIS = analysis(series([patch(1, [FILE])]), [[[annotation(11, { item: 'Fan::read' })]]]);

it('takes the text with up to three lines around it from one side', () => {
  expect(makeAnchor(ANALYSIS, lines('fan.rs', 11))).toEqual({
    text: ['TWO'],
    before: ['one'],
    after: ['same', 'four', 'five'],
    item: 'Fan::read',
    ordinal: 0,
  });
  expect(makeAnchor(ANALYSIS, lines('fan.rs', 11, 12, 'old'))).toEqual({
    text: ['two', 'four'],
    before: ['one'],
    after: ['five', 'six'],
    item: 'fn first()',
    ordinal: 0,
  });
});

it('counts equal places above, and takes no context across the gap between hunks', () => {
  expect(makeAnchor(ANALYSIS, lines('fan.rs', 40))).toEqual({
    text: ['same'],
    before: [],
    after: ['end'],
    item: 'fn second()',
    ordinal: 1,
  });
});

it('anchors lines of a message and of the cover letter', () => {
  const message = { kind: 'message', patch: 'fan-1@example.org', line: 3, endLine: 3 } as const;
  expect(makeAnchor(ANALYSIS, message)).toEqual({
    text: ['Third line.'],
    before: ['First line of the message.', ''],
    after: [],
    item: null,
    ordinal: 0,
  });
  expect(makeAnchor(ANALYSIS, { kind: 'cover', line: 1, endLine: 2 }).text).toEqual([
    'Why we do this.',
    'And how.',
  ]);
});

it('gives an empty text for lines that are not shown', () => {
  expect(makeAnchor(ANALYSIS, lines('fan.rs', 30)).text).toEqual([]);
  expect(makeAnchor(ANALYSIS, lines('nowhere.rs', 11)).text).toEqual([]);
});
