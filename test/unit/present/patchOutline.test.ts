import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { patchOutline, shownPlace, type OutlineNode } from '../../../src/present/patchOutline.ts';

const EXAMPLE = readFileSync('media/example/fan-v2.mbox', 'utf8').split('\n');

function names(nodes: readonly OutlineNode[], depth: number): readonly string[] {
  return nodes.flatMap((node) => [
    `${'  '.repeat(depth)}${node.name}`,
    ...(node.kind === 'hunk' ? [] : names(node.children, depth + 1)),
  ]);
}

describe('patchOutline', () => {
  it('shows the patches of a mailbox with their files and hunks', () => {
    const nodes = patchOutline(EXAMPLE);
    expect(nodes).toHaveLength(8);
    expect(names(nodes.slice(0, 2), 0)).toEqual([
      '[PATCH v2 0/7] hw/misc/fan: port the fan to Rust',
      '[PATCH v2 1/7] core: tell others when a device is reset',
      '  core/object.c',
      '    @@ -3,6 +3,12 @@',
      '    @@ -64,6 +70,26 @@',
      '    @@ -78,6 +104,9 @@',
      '  include/board/object.h',
      '    @@ -2,6 +2,7 @@',
      '    @@ -39,8 +40,11 @@',
      '    @@ -55,6 +59,13 @@',
      '  main.c',
      '    @@ -15,8 +15,16 @@',
      '    @@ -37,6 +45,7 @@',
    ]);
    expect(nodes.at(-1)?.children.map(({ name }) => name)).toEqual(['Makefile', 'hw/misc/fan.c']);
  });

  it('covers every line once: parts do not overlap and lie within their parents', () => {
    const check = (nodes: readonly OutlineNode[], first: number, last: number): void => {
      let before = first - 1;
      for (const node of nodes) {
        expect(node.first).toBeGreaterThan(before);
        expect(node.last).toBeGreaterThanOrEqual(node.first);
        before = node.last;
        check(node.children, node.first, node.last);
      }
      expect(before).toBeLessThanOrEqual(last);
    };
    check(patchOutline(EXAMPLE), 0, EXAMPLE.length - 1);
  });

  it('takes headers inside a hunk for what they are: text', () => {
    const lines = [
      '--- a/x.md',
      '+++ b/x.md',
      '@@ -1 +1,3 @@',
      ' x',
      '+diff --git a/y b/y',
      '+--- a/y',
      '-- ',
      '2.47',
    ];
    expect(names(patchOutline(lines), 0)).toEqual(['x.md', '  @@ -1 +1,3 @@']);
    expect(patchOutline(lines)[0]).toMatchObject({ first: 0, last: 5 });
  });

  it('names deleted, renamed and quoted files, and folded subjects', () => {
    const deleted = [
      'diff --git a/x b/x',
      'deleted file mode 100644',
      '--- a/x',
      '+++ /dev/null',
      '@@ -1 +0,0 @@',
      '-x',
    ];
    const renamed = ['diff --git a/x b/z', 'similarity index 100%', 'rename from x', 'rename to z'];
    const quoted = [
      'diff --git "a/x\\ty" "b/x\\ty"',
      '--- "a/x\\ty"',
      '+++ "b/x\\ty"',
      '@@ -1 +1 @@',
      '-a',
      '+b',
    ];
    expect(
      names(patchOutline([...deleted, ...renamed, ...quoted]), 0).filter((name) => !name.includes('@@')),
    ).toEqual(['x', 'z', 'x\\ty']);
    const mail = ['From x@y Mon Jan  6 10:00:00 2025', 'Subject: [PATCH 1/2] a', ' long one', '', 'Body'];
    expect(patchOutline(mail)[0]).toMatchObject({ name: '[PATCH 1/2] a long one', last: 4 });
  });
});

describe('shownPlace', () => {
  it('is the line of the new file, for each kind of line', () => {
    const lines = ['--- a/x.c', '+++ b/x.c', '@@ -10,3 +20,3 @@', ' a', '-b', '+c', ' d'];
    expect([2, 3, 4, 5, 6].map((line) => shownPlace(lines, line))).toEqual([
      { path: 'x.c', line: 20 },
      { path: 'x.c', line: 20 },
      { path: 'x.c', line: 20 },
      { path: 'x.c', line: 21 },
      { path: 'x.c', line: 22 },
    ]);
    expect(shownPlace(lines, 0)).toBeUndefined();
  });
});
