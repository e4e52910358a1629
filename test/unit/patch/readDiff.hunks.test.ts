import { describe, expect, it } from 'vitest';
import { inInput } from '../../../src/core/patch/place.ts';
import { readDiff } from '../../../src/core/patch/readDiff.ts';
import type { DiffLine } from '../../../src/core/patch/series.ts';
import { gitDiff, HUNK, HUNK_READ, read } from './describeFiles.ts';

const NEXT = gitDiff('next.c', HUNK);
const NEXT_READ = `modified next.c ${HUNK_READ}`;
const readHunks = (...hunks: readonly string[]): ReturnType<typeof read> =>
  read(gitDiff('x.c', ...hunks) + NEXT);
const file = (hunks: string): readonly string[] => [`modified x.c ${hunks}`, NEXT_READ];

function linesOf(text: string): readonly DiffLine[] {
  return readDiff(text, inInput('in')).value.flatMap(({ hunks }) => hunks.flatMap(({ lines }) => lines));
}

describe('the lines of a hunk', () => {
  it('are numbered on both sides', () => {
    const lines = linesOf(gitDiff('x.c', '@@ -10,3 +20,3 @@ int f(void)\n a\n-b\n+c\n d\n'));
    expect(lines.map(({ kind, text, oldLine, newLine }) => [kind, text, oldLine, newLine])).toEqual([
      ['context', 'a', 10, 20],
      ['removed', 'b', 11, undefined],
      ['added', 'c', undefined, 21],
      ['context', 'd', 12, 22],
    ]);
  });

  it('keep carriage returns that belong to the file, and blanks at their ends', () => {
    const lines = linesOf(gitDiff('x.c', '@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c  \t\n'));
    expect(lines.map(({ text }) => text)).toEqual(['a\r', 'b\r', 'c  \t']);
  });

  it('may be empty, with or without the blank that marks context', () => {
    expect(linesOf(gitDiff('x.c', '@@ -1,4 +1,4 @@\n a\n\n-b\n+c\n \n')).map(({ text }) => text)).toEqual([
      'a',
      '',
      'b',
      'c',
      '',
    ]);
  });

  it('may look like headers of files', () => {
    expect(readHunks('@@ -1,4 +1,3 @@\n a\n--- sql comment\n-+++ x\n+c\n d\n')).toEqual({
      files: file('1,4/1,3[crrac]'),
      problems: [],
    });
    const pair = '@@ -1 +1 @@\n--- lua comment\n+++ lua comment\n@@ -9 +9 @@\n-x\n+y\n';
    expect(readHunks(pair)).toEqual({ files: file('1,1/1,1[ra] 9,1/9,1[ra]'), problems: [] });
  });

  it('may look like a signature if the counts say so', () => {
    expect(readHunks('@@ -1,2 +1 @@\n a\n-- \n')).toEqual({ files: file('1,2/1,1[cr]'), problems: [] });
  });
});

describe('a hunk', () => {
  it.each([
    ['a section behind two blanks', '@@ -1 +1 @@  int f(void)\n-b\n+c\n', '1,1/1,1[ra]{int f(void)}'],
    ['counts of one', '@@ -1 +1 @@\n-b\n+c\n', '1,1/1,1[ra]'],
    [
      'a section that looks like a header',
      '@@ -1 +1 @@ +++ --- @@ odd\n-b\n+c\n',
      '1,1/1,1[ra]{+++ --- @@ odd}',
    ],
    [
      'no line end on either side',
      '@@ -1 +1 @@\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n',
      '1,1/1,1[r!a!]',
    ],
    [
      'no line end, said in German',
      '@@ -1,2 +1,2 @@\n a\n-b\n\\ Kein Zeilenumbruch am Dateiende.\n+c\n',
      '1,2/1,2[cr!a]',
    ],
    ['no line end, said with CRLF', '@@ -1 +1 @@\n-b\n+c\n\\ No newline at end of file\r\n', '1,1/1,1[ra!]'],
    [
      'a second hunk behind one without line end',
      '@@ -1 +1 @@\n-b\n+c\n\\ No newline at end of file\n@@ -9 +9 @@\n-x\n+y\n',
      '1,1/1,1[ra!] 9,1/9,1[ra]',
    ],
  ])('may have %s', (_, hunk, expected) => {
    expect(readHunks(hunk)).toEqual({ files: file(expected), problems: [] });
  });

  it.each(['-- \n2.47.0\n\n', '--\n2.47.0\n', '-- \nSomebody\nSome street\n'])(
    'ends before the signature %j',
    (signature) => {
      expect(read(gitDiff('x.c', HUNK) + signature)).toEqual({
        files: [`modified x.c ${HUNK_READ}`],
        problems: [],
      });
    },
  );
});

describe('a damaged hunk', () => {
  it.each([
    ['counts that are too large', '@@ -1,9 +1,9 @@\n a\n-b\n+c\n d\n', '1,3/1,3[crac]', ['hunk-count 5']],
    [
      'counts that are too small',
      '@@ -1,2 +1,2 @@\n a\n-b\n+c\n d\n-e\n+f\n',
      '1,4/1,4[cracra]',
      ['hunk-count 5'],
    ],
    ['one count that is too small', '@@ -1,3 +1,2 @@\n a\n-b\n+c\n d\n', '1,3/1,3[crac]', ['hunk-count 5']],
    [
      'a line that is no diff line',
      '@@ -1,3 +1,3 @@\n a\nwrapped by a mailer\n-b\n+c\n d\n',
      '1,3/1,3[crac]',
      ['hunk-garbage 7'],
    ],
    [
      'a missing line end before its first line',
      '@@ -1 +1 @@\n\\ No newline at end of file\n-b\n+c\n',
      '1,1/1,1[ra]',
      ['hunk-garbage 6'],
    ],
    [
      'a header that cannot be read',
      '@@ -1,3 +1,x @@\n@@ -9 +9 @@\n-b\n+c\n',
      '9,1/9,1[ra]',
      ['hunk-garbage 5'],
    ],
    [
      'a blank line before the next one',
      '@@ -1 +1 @@\n-b\n+c\n\n@@ -9 +9 @@\n-x\n+y\n',
      '1,1/1,1[ra] 9,1/9,1[ra]',
      ['hunk-garbage 8'],
    ],
    [
      'a place inside the one above',
      '@@ -1,2 +1,2 @@\n a\n-b\n+c\n@@ -2 +2 @@\n-x\n+y\n',
      '1,2/1,2[cra] 2,1/2,1[ra]',
      ['hunk-count 9'],
    ],
  ])('with %s is reported, and costs no other file', (_, hunk, expected, problems) => {
    expect(readHunks(hunk)).toEqual({ files: file(expected), problems });
  });

  it('without any line is left out', () => {
    expect(readHunks('@@ -0,0 +0,0 @@\n')).toEqual({
      files: ['modified x.c', NEXT_READ],
      problems: ['hunk-garbage 5'],
    });
  });

  it('does not take the signature for a removed line when lines are missing', () => {
    const { files, problems } = read(`${gitDiff('x.c', '@@ -1,9 +1,9 @@\n a\n-b\n+c\n')}-- \n2.47.0\n`);
    expect(files).toEqual(['modified x.c 1,2/1,2[cra]']);
    expect(problems).toEqual(['hunk-count 5']);
  });

  it.each([
    ['in a hunk', '@@ -1,9 +1,9 @@\n a\n-b\n+c\n'],
    ['in a line', '@@ -1,2 +1,2 @@\n a\n-b\n+half a li'],
  ])('that the end of the text cuts off %s is reported as that', (_, hunk) => {
    expect(read(gitDiff('x.c', hunk))).toEqual({
      files: ['modified x.c 1,2/1,2[cra]'],
      problems: ['truncated-mail 5'],
    });
  });

  it('gives no more than a handful of problems, however long it is', () => {
    const garbage = '@@ -1,1000 +1,1000 @@\n' + ' a\ngarbage\n'.repeat(1000);
    const { problems } = readDiff(gitDiff('x.c', garbage), inInput('in'));
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)?.message).toContain('more of this kind');
  });
});
