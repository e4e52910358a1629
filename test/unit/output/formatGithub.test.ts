import { expect, it } from 'vitest';
import { formatGithub } from '../../../src/core/output/formatGithub.ts';
import { analysis, annotation, FACETS, file, hunk, patch, series } from '../review/sample.ts';

const PLAIN = { ...FACETS, explainedBy: null, confidence: 'whole' } as const;

function github(path: string, ...found: Parameters<typeof annotation>[]): readonly string[] {
  const value = analysis(
    series([patch(1, [file(path, [hunk(1, ['+x'])])])]),
    [[found.map((each) => annotation(...each))]],
    { problems: [{ code: 'hunk-count', message: 'Off by 100%.', at: 'x:1' }] },
  );
  return formatGithub(value, { notes: false }).split('\n');
}

it('annotates lines of the new side, and says where removed code was', () => {
  expect(
    github(
      'hw/a.rs',
      [7, { endLine: 9, facets: PLAIN }],
      [8, { side: 'old', attention: 'check', facets: PLAIN }],
    ).slice(0, 3),
  ).toEqual([
    '::warning file=hw/a.rs,line=7,endLine=9,title=An unsafe block::Why is this sound? (device · at run time)',
    '::notice file=hw/a.rs,title=An unsafe block::Why is this sound? (removed from line 8 · device · at run time)',
    '::error title=Interop Review%3A hunk-count::x:1: Off by 100%25.',
  ]);
});

it('lets no text become a command or a property of its own', () => {
  const [first, second] = github('a,line=1::b\n::add-mask::c', [
    7,
    { title: 'one,two:three', question: '50%?\n::set-output name=x::y', facets: PLAIN },
  ]);
  expect(first).toBe(
    '::warning file=a%2Cline=1%3A%3Ab\\x0a%3A%3Aadd-mask%3A%3Ac,line=7,endLine=7,title=one%2Ctwo%3Athree::50%25?\\x0a::set-output name=x::y (device · at run time)',
  );
  expect(second).toMatch(/^::error /);
});

it('ends with what was read and what not', () => {
  expect(github('hw/a.rs', [7]).slice(-4)).toEqual([
    '1 annotation: 1 look-first, 0 check, 0 note.',
    'Read 1 patch: 1 file only as far as the hunks show.',
    'Not everything went well: 1 problem, listed here.',
    '',
  ]);
});
