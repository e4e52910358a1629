import { describe, expect, it } from 'vitest';
import { inInput } from '../../../src/core/patch/place.ts';
import { readDiff } from '../../../src/core/patch/readDiff.ts';
import { gitDiff, HUNK, HUNK_READ, read } from './describeFiles.ts';

const NEXT = gitDiff('next.c', HUNK);
const NEXT_READ = `modified next.c ${HUNK_READ}`;
const git = (names: string, ...lines: readonly string[]): string =>
  [`diff --git ${names}`, ...lines, ''].join('\n');

/** The first file of the diff is described; a plain file follows and must come out whole. */
const CASES: readonly (readonly [what: string, diff: string, read: string])[] = [
  [
    'an added file',
    git(
      'a/n.c b/n.c',
      'new file mode 100644',
      'index 0000000..222',
      '--- /dev/null',
      '+++ b/n.c',
      '@@ -0,0 +1,2 @@',
      '+int a;',
      '+int b;',
    ),
    'added - > n.c (- to 100644) 0,0/1,2[aa]',
  ],
  [
    'a deleted file',
    git(
      'a/n.c b/n.c',
      'deleted file mode 100644',
      'index 2222222..0000000',
      '--- a/n.c',
      '+++ /dev/null',
      '@@ -1,2 +0,0 @@',
      '-int a;',
      '-int b;',
    ),
    'deleted n.c > - (100644 to -) 1,2/0,0[rr]',
  ],
  [
    'an empty file',
    git('a/n.c b/n.c', 'new file mode 100644', 'index 0000000..e69de29'),
    'added - > n.c (- to 100644)',
  ],
  [
    'a rename of names with blanks',
    git(
      'a/old name.c b/new name.c',
      'similarity index 100%',
      'rename from old name.c',
      'rename to new name.c',
    ),
    'renamed old name.c > new name.c (100%)',
  ],
  [
    'a rename with a change',
    git(
      'a/old.c b/new.c',
      'similarity index 90%',
      'rename from old.c',
      'rename to new.c',
      'index 1111111..2222222 100644',
      '--- a/old.c',
      '+++ b/new.c',
    ) + HUNK,
    `renamed old.c > new.c (90%) ${HUNK_READ}`,
  ],
  [
    'a copy',
    git(
      'a/old.c b/new.c',
      'similarity index 80%',
      'copy from old.c',
      'copy to new.c',
      'index 1111111..2222222 100644',
      '--- a/old.c',
      '+++ b/new.c',
    ) + HUNK,
    `copied old.c > new.c (80%) ${HUNK_READ}`,
  ],
  [
    'a change of mode',
    git('a/run.sh b/run.sh', 'old mode 100644', 'new mode 100755'),
    'mode run.sh (100644 to 100755)',
  ],
  [
    'a change of mode and text',
    git(
      'a/run.sh b/run.sh',
      'old mode 100644',
      'new mode 100755',
      'index 1111111..2222222',
      '--- a/run.sh',
      '+++ b/run.sh',
    ) + HUNK,
    `modified run.sh (100644 to 100755) ${HUNK_READ}`,
  ],
  ['names in UTF-8', gitDiff('f\u00e9.c', HUNK), `modified f\u00e9.c ${HUNK_READ}`],
  [
    'names in quotes with octal bytes',
    git(
      '"a/f\\303\\251.c" "b/f\\303\\251.c"',
      'index 1111111..2222222 100644',
      '--- "a/f\\303\\251.c"',
      '+++ "b/f\\303\\251.c"',
    ) + HUNK,
    `modified f\u00e9.c ${HUNK_READ}`,
  ],
  [
    'names in quotes that are no UTF-8',
    git('"a/f\\351.c" "b/f\\351.c"', 'old mode 100644', 'new mode 100755'),
    'mode f\u00e9.c (100644 to 100755)',
  ],
  [
    'names in quotes with escapes',
    git('"a/t\\tab\\"q\\\\.c" "b/t\\tab\\"q\\\\.c"', 'old mode 100644', 'new mode 100755'),
    'mode t\tab"q\\.c (100644 to 100755)',
  ],
  [
    'one name in quotes',
    git('a/old.c "b/new\\t.c"', 'similarity index 100%', 'rename from old.c', 'rename to "new\\t.c"'),
    'renamed old.c > new\t.c (100%)',
  ],
  [
    'names with blanks, ended by a tab',
    git(
      'a/my file.c b/my file.c',
      'index 1111111..2222222 100644',
      '--- a/my file.c\t',
      '+++ b/my file.c\t',
    ) + HUNK,
    `modified my file.c ${HUNK_READ}`,
  ],
  [
    'a directory that ends in " b"',
    git('a/lib b/x.sh b/lib b/x.sh', 'old mode 100644', 'new mode 100755'),
    'mode lib b/x.sh (100644 to 100755)',
  ],
  [
    'no prefixes',
    git('lib/x.c lib/x.c', 'index 1111111..2222222 100644', '--- lib/x.c', '+++ lib/x.c') + HUNK,
    `modified lib/x.c ${HUNK_READ}`,
  ],
  [
    'no prefixes, in a directory named like one',
    git('c/x.c c/x.c', 'index 1111111..2222222 100644', '--- c/x.c', '+++ c/x.c') + HUNK,
    `modified c/x.c ${HUNK_READ}`,
  ],
  [
    'no prefixes and no text',
    git('foo/x.sh foo/x.sh', 'old mode 100644', 'new mode 100755'),
    'mode foo/x.sh (100644 to 100755)',
  ],
  [
    'no prefixes and a new file',
    git(
      'b/n.c b/n.c',
      'new file mode 100644',
      'index 0000000..2222222',
      '--- /dev/null',
      '+++ b/n.c',
      '@@ -0,0 +1 @@',
      '+int a;',
    ),
    'added - > b/n.c (- to 100644) 0,0/1,1[a]',
  ],
  [
    'mnemonic prefixes',
    git('i/x.c w/x.c', 'index 1111111..2222222 100644', '--- i/x.c', '+++ w/x.c') + HUNK,
    `modified x.c ${HUNK_READ}`,
  ],
  [
    "prefixes of somebody's own",
    git('old/x.c new/x.c', 'index 1111111..2222222 100644', '--- old/x.c', '+++ new/x.c') + HUNK,
    `modified x.c ${HUNK_READ}`,
  ],
  [
    'diff -u with a backup file',
    `--- x.c.orig\t2024-01-01 00:00:00.000000000 +0000\n+++ x.c\t2024-01-02 00:00:00.000000000 +0000\n${HUNK}`,
    `modified x.c ${HUNK_READ}`,
  ],
  [
    'diff -u of two trees',
    `diff -ru tree.old/lib/x.c tree/lib/x.c\n--- tree.old/lib/x.c\t2024-01-01 00:00:00\n+++ tree/lib/x.c\t2024-01-02 00:00:00\n${HUNK}`,
    `modified lib/x.c ${HUNK_READ}`,
  ],
  [
    'diff -N with the time that means "no file"',
    '--- a/n.c\t1970-01-01 01:00:00.000000000 +0100\n+++ b/n.c\t2024-01-02 00:00:00.000000000 +0100\n@@ -0,0 +1 @@\n+int a;\n',
    'added - > n.c 0,0/1,1[a]',
  ],
  [
    'a file that svn names',
    `Index: x.c\n===================================================================\n--- x.c\t(revision 1)\n+++ x.c\t(working copy)\n${HUNK}`,
    `modified x.c ${HUNK_READ}`,
  ],
  ['CRLF in all lines', gitDiff('x.c', HUNK).replaceAll('\n', '\r\n'), `modified x.c ${HUNK_READ}`],
];

describe('a file header', () => {
  it.each(CASES)('tells of %s', (_, diff, expected) => {
    expect(read(diff + NEXT)).toEqual({ files: [expected, NEXT_READ], problems: [] });
  });

  it('gives the ids of blobs, but not of those that are not there', () => {
    const [added] = readDiff(
      git('a/n.c b/n.c', 'new file mode 100644', 'index 0000000..2222222'),
      inInput('in'),
    ).value;
    expect([added?.oldOid, added?.newOid]).toEqual([undefined, '2222222']);
    const [changed] = readDiff(NEXT, inInput('in')).value;
    expect(changed).toMatchObject({ oldOid: '1111111', newOid: '2222222', oldMode: '100644', language: 'c' });
  });
});

describe('what cannot be shown', () => {
  it.each([
    [
      'a literal binary patch',
      'GIT binary patch\nliteral 10\nRcmZQzU|?ckVqjqS0{{m-04V?f\n\nliteral 9\nQcmZQzU|?eI0RR910000|\n\n',
    ],
    ['the word about it', 'Binary files a/p.png and b/p.png differ\n'],
  ])('is told: %s', (_, data) => {
    const diff = `diff --git a/p.png b/p.png\nindex 1111111..2222222 100644\n${data}`;
    expect(read(diff + NEXT)).toEqual({
      files: ['modified p.png (binary)', NEXT_READ],
      problems: ['binary-file 1'],
    });
  });

  it('is told more loudly when it is source: the diff could be hidden on purpose', () => {
    const diff =
      'diff --git a/x.rs b/x.rs\nindex 1111111..2222222 100644\nBinary files a/x.rs and b/x.rs differ\n';
    expect(read(diff).problems).toEqual(['unreadable-input 1']);
  });

  it('is told when binary data breaks off', () => {
    const diff =
      'diff --git a/p.png b/p.png\nindex 1111111..2222222 100644\nGIT binary patch\nliteral 10\nRcmZQzU|?ck';
    expect(read(diff).problems).toEqual(['truncated-mail 1', 'binary-file 1']);
  });

  it('is told of binary files and of files on one side only, as diff -r prints them', () => {
    const text = `${NEXT}Binary files old/p.png and new/p.png differ\nOnly in new: notes.txt\n* Unmerged path a.c\n`;
    expect(read(text)).toEqual({
      files: [NEXT_READ],
      problems: ['binary-file 10', 'hunk-garbage 11', 'combined-diff 12'],
    });
  });

  it('is told of a merge with columns for several parents', () => {
    const merge =
      'diff --cc x.c\nindex 1111111,2222222..3333333\n--- a/x.c\n+++ b/x.c\n' +
      '@@@ -1,3 -1,3 +1,4 @@@\n  int a;\n- int b;\n -int c;\n++int d;\n  int e;\n';
    expect(read(merge + NEXT)).toEqual({
      files: ['modified x.c (combined)', NEXT_READ],
      problems: ['combined-diff 1'],
    });
  });

  it.each([
    [
      'a header that only says that something changed',
      git('a/x.c b/x.c', 'index 1111111..2222222 100644'),
      'hunk-garbage 1',
    ],
    [
      'a rename that changes something',
      git('a/x.c b/y.c', 'similarity index 90%', 'rename from x.c', 'rename to y.c'),
      'hunk-garbage 1',
    ],
    [
      'a deletion without its lines',
      git('a/x.c b/x.c', 'deleted file mode 100644', 'index 1111111..0000000'),
      'hunk-garbage 1',
    ],
  ])('is told of %s', (_, diff, problem) => {
    expect(read(diff + NEXT).problems).toEqual([problem]);
    expect(read(diff).problems).toEqual([problem.replace('hunk-garbage', 'truncated-mail')]);
  });
});
