import { describe, expect, it } from 'vitest';
import { inInput, inPatch } from '../../../src/core/patch/place.ts';
import { readDiff } from '../../../src/core/patch/readDiff.ts';
import { gitDiff, HUNK, HUNK_READ, read } from './describeFiles.ts';

const REAL = `---\n x.c | 2 +-\n\n${gitDiff('x.c', HUNK)}`;
const REAL_READ = `modified x.c ${HUNK_READ}`;

describe('text that looks like a diff', () => {
  it.each([
    [
      'a hunk header in prose',
      'This fixes the hunk\n@@ -10,7 +10,7 @@ foo\nwhich was wrong.\n',
      ['forged-header 2'],
    ],
    ['a file header in prose', 'As in\ndiff --git a/z.c b/z.c\nbut better.\n', ['forged-header 2']],
    [
      'the words diff, --- and +++',
      'The\ndiff between both is\n--- see below\n+++ and here\nindex a..b\n',
      [],
    ],
    ['a quoted diff', `> ${gitDiff('z.c', HUNK).replaceAll('\n', '\n> ')}\n`, []],
  ])('opens no file: %s', (_, prose, problems) => {
    expect(read(prose + REAL)).toEqual({ files: [REAL_READ], problems });
  });

  it('is shown and reported when git would apply it: a whole diff above the end of the message', () => {
    const text = `It was:\n\n${gitDiff('z.c', '@@ -1 +1 @@\n-a\n+b\n')}\nbut no good.\n${REAL}`;
    expect(read(text)).toEqual({
      files: ['modified z.c 1,1/1,1[ra]', REAL_READ],
      problems: ['forged-header 12'],
    });
  });

  it.each([
    ['--- a/other.c', '+++ b/x.c'],
    ['--- a/x.c', '+++ b/other.c'],
  ])('is reported when the lines of a header contradict each other: %s %s', (minus, plus) => {
    const diff = `diff --git a/x.c b/x.c\nindex 1111111..2222222 100644\n${minus}\n${plus}\n${HUNK}`;
    expect(read(diff).problems).toEqual(['forged-header 1']);
  });

  it('is reported when a new file depends on an old one', () => {
    const diff = `diff --git a/x.c b/x.c\nnew file mode 100644\n--- a/x.c\n+++ b/x.c\n${HUNK}`;
    expect(read(diff)).toEqual({
      files: [`added - > x.c (- to 100644) ${HUNK_READ}`],
      problems: ['forged-header 1'],
    });
  });
});

describe('paths', () => {
  it.each([
    ['../../etc/passwd.c', 'etc/passwd.c'],
    ['lib/../../x.c', 'lib/x.c'],
    ['/etc/x.c', 'etc/x.c'],
    ['lib//x.c', 'lib/x.c'],
    ['./x.c', 'x.c'],
    ['..\\..\\x.c', 'x.c'],
    ['C:\\x.c', 'x.c'],
    ['..', 'unnamed'],
  ])('never lead out of the tree: %s', (path, shown) => {
    const [file] = readDiff(gitDiff(path, HUNK), inInput('in')).value;
    expect([file?.oldPath, file?.newPath]).toEqual([shown, shown]);
    expect(read(gitDiff(path, HUNK)).problems).toEqual(['unsafe-path 1']);
  });

  it.each(['a..b/x..c', '.github/x.c', 'lib/..x/...', 'xy:z.c'])(
    'are left alone if they only look so: %s',
    (path) => {
      expect(read(gitDiff(path, HUNK))).toEqual({ files: [`modified ${path} ${HUNK_READ}`], problems: [] });
    },
  );

  it('with characters that are not seen are reported', () => {
    const names = '"a/x\\342\\200\\256.c" "b/x\\342\\200\\256.c"';
    expect(read(`diff --git ${names}\nold mode 100644\nnew mode 100755\n`).problems).toEqual([
      'hidden-characters 1',
    ]);
  });
});

describe('hidden characters in lines', () => {
  it.each([
    ['a mark that reorders text', '\u202e'],
    ['an isolate', '\u2066'],
    ['a zero-width space', '\u200b'],
    ['a soft hyphen', '\u00ad'],
    ['an escape character', '\u001b'],
    ['a C1 control', '\u009b'],
    ['a byte order mark inside', '\ufeff'],
    ['a carriage return inside', '\r'],
    ['a tag character', '\u{e0041}'],
    ['a filler', '\u3164'],
  ])('are reported: %s', (_, character) => {
    const hunk = `@@ -1,2 +1,2 @@ f\n a\n-b\n+int ${character}admin;\n`;
    const { problems } = readDiff(gitDiff('x.c', hunk), inInput('in'));
    expect(problems.map(({ code, at }) => [code, at])).toEqual([['hidden-characters', 'in:8']]);
    expect(problems[0]?.message).toMatch(/^x\.c: An added line holds U\+[0-9A-F]+, /);
  });

  it('are placed in the file where the input has no lines', () => {
    const hunk = '@@ -41,2 +41,2 @@\n-a\n+b\n \u202e\n';
    const { problems } = readDiff(gitDiff('x.c', hunk), inPatch('0123456789ab'));
    expect(problems.map(({ at }) => at)).toEqual(['0123456789ab: x.c:42']);
  });

  it('are not seen in tabs, CRLF, page breaks, accents, emoji and other scripts', () => {
    const added = [
      '\tint a;\r',
      '\f',
      'na\u00efve \u65e5\u672c \u0440\u0443\u0441',
      '\u{1f468}\u200d\u{1f469}\u200d\u{1f466} \u2764\ufe0f\u200d\u{1f525}',
    ];
    const hunk = `@@ -1 +1,${added.length} @@\n-a\n${added.map((line) => `+${line}\n`).join('')}`;
    expect(read(gitDiff('x.c', hunk)).problems).toEqual([]);
  });
});
