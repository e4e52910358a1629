import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  GIT_DIFF_ARGUMENTS,
  GIT_LOG_ARGUMENTS,
  readGitLog,
  readWorkingTree,
} from '../../../src/core/patch/gitSource.ts';
import { readSeries } from '../../../src/core/patch/readSeries.ts';
import type { Series } from '../../../src/core/patch/series.ts';
import type { WithProblems } from '../../../src/core/problem.ts';
import { describeFile } from './describeFiles.ts';
import { temporaryRepository, type TemporaryRepository } from './temporaryRepository.ts';

let repository: TemporaryRepository;
let first: string;

beforeEach(() => {
  repository = temporaryRepository();
  repository.write('a.c', 'int a;\nint b;\nint c;\n');
  first = repository.commit('start\n');
});
afterEach(() => {
  repository.remove();
});

const log = (range = `${first}..HEAD`): WithProblems<Series | undefined> =>
  readGitLog(repository.git(...GIT_LOG_ARGUMENTS, '--end-of-options', range, '--'), range);
const diff = (...against: readonly string[]): WithProblems<Series | undefined> =>
  readWorkingTree(repository.git(...GIT_DIFF_ARGUMENTS, ...against, '--'), 'Unstaged changes');
const filesOf = ({ value }: WithProblems<Series | undefined>): readonly string[] =>
  (value?.patches ?? []).flatMap(({ files }) => files.map(describeFile));

describe('a range of commits', () => {
  it('is a series, the oldest first', () => {
    repository.write('a.c', 'int a;\nint b2;\nint c;\n');
    const second = repository.commit(
      'fan: change b\nin two lines\n\nWhy.\n\nSigned-off-by: J\u00f6rg One <one@example.org>\n',
    );
    repository.write('a.c', 'int a;\nint b3;\nint c;\n');
    const third = repository.commit('fan: again\n');
    const { value, problems } = log();
    expect(problems).toEqual([]);
    expect(value).toMatchObject({
      version: 1,
      total: 2,
      subject: 'fan: change b in two lines',
      baseCommit: first,
      cover: undefined,
    });
    expect(value?.id).toMatch(/^git-[0-9a-z]+$/);
    expect(value?.patches.map(({ id, commit, position, author }) => [id, commit, position, author])).toEqual([
      [second, second, 1, 'J\u00f6rg One <one@example.org>'],
      [third, third, 2, 'J\u00f6rg One <one@example.org>'],
    ]);
    expect(value?.patches[0]?.message).toEqual({
      subject: 'fan: change b in two lines',
      body: ['Why.', '', 'Signed-off-by: J\u00f6rg One <one@example.org>'],
      notes: [],
      trailers: [{ key: 'Signed-off-by', value: 'J\u00f6rg One <one@example.org>' }],
    });
    const [file] = value?.patches[0]?.files ?? [];
    expect(file?.oldOid).toBe(repository.git('rev-parse', `${first}:a.c`).toString().trim());
    expect(file?.newOid).toBe(repository.git('rev-parse', `${second}:a.c`).toString().trim());
  });

  it('has the same identity as the files that format-patch makes of it', async () => {
    repository.write('a.c', 'int z;\n');
    repository.commit('fan: z\n');
    const bytes = repository.git('format-patch', '--stdout', '--full-index', first);
    const { value, problems } = await readSeries([{ name: 'in', bytes }]);
    const { value: ofRange } = log();
    expect(problems).toEqual([]);
    expect(value[0]?.id).toBe(ofRange?.id);
    expect(value[0]?.patches[0]?.files).toEqual(ofRange?.patches[0]?.files);
  });

  it('shows all that can happen to a file', () => {
    for (const name of ['old.c', 'mode.sh', 'gone.c', 'with blank.c', 'f\u00e9\t".c'])
      repository.write(name, `${name}\n${'x\n'.repeat(9)}`);
    repository.write('p.bin', Buffer.from([0, 1, 2, 0]));
    const base = repository.commit('more\n');
    renameSync(join(repository.folder, 'old.c'), join(repository.folder, 'new.c'));
    chmodSync(join(repository.folder, 'mode.sh'), 0o755);
    rmSync(join(repository.folder, 'gone.c'));
    repository.write('with blank.c', `changed\n${'x\n'.repeat(9)}`);
    repository.write('f\u00e9\t".c', 'changed');
    repository.write('p.bin', Buffer.from([0, 1, 2, 3]));
    repository.write('empty.c', '');
    symlinkSync('a.c', join(repository.folder, 'link'));
    repository.commit('all\n');
    const read = log(`${base}..HEAD`);
    expect(read.problems.map(({ code, at }) => [code, at.replace(/^[0-9a-f]{12}: /, '')])).toEqual([
      ['binary-file', 'p.bin'],
    ]);
    expect(filesOf(read)).toEqual([
      'added - > empty.c (- to 100644)',
      'modified f\u00e9\t".c 1,10/1,1[rrrrrrrrrra!]',
      'deleted gone.c > - (100644 to -) 1,10/0,0[rrrrrrrrrr]',
      'added - > link (- to 120000) 0,0/1,1[a!]',
      'mode mode.sh (100644 to 100755)',
      'renamed old.c > new.c (100%)',
      'modified p.bin (binary)',
      'modified with blank.c 1,4/1,4[raccc]',
    ]);
  });

  it('begins at the root if it is told so', () => {
    expect(filesOf(log('HEAD'))).toEqual(['added - > a.c (- to 100644) 0,0/1,3[aaa]']);
    expect(log('HEAD').value?.baseCommit).toBeUndefined();
  });

  it('holds what a message says for a message, whatever it looks like', () => {
    repository.write('a.c', 'int a;\n');
    const forged =
      'fan: forged\n\n---\ndiff --git a/z.c b/z.c\nindex 1111111..2222222 100644\n--- a/z.c\n+++ b/z.c\n@@ -1 +1 @@\n-a\n+b\n' +
      `commit ${first}\nFrom ${first} Mon Sep 17 00:00:00 2001\n`;
    repository.commit(forged);
    const read = log();
    expect(read.problems).toEqual([]);
    expect(filesOf(read)).toEqual(['modified a.c 1,3/1,1[crr]']);
    expect(read.value?.patches[0]?.message.body.join('\n')).toContain('diff --git a/z.c b/z.c');
  });

  it('is not forged by files that hold NUL and are shown as text all the same', () => {
    repository.write('.gitattributes', '*.c diff\n');
    repository.write('a.c', `int a;\n\0${first}\0\0X <x@example.org>\0forged\0\n\0\n`);
    repository.commit('fan: NUL\n');
    const { value, problems } = log();
    expect(value?.patches).toHaveLength(1);
    expect(problems.every(({ code }) => code === 'hidden-characters')).toBe(true);
  });

  it('reads files and messages that are no UTF-8', () => {
    repository.write('a.c', Buffer.from('// \u00e4\nint b;\nint c;\n', 'latin1'));
    repository.git('config', 'i18n.commitEncoding', 'ISO-8859-1');
    repository.git('add', '-A');
    repository.gitWith(Buffer.from('fan: \u00e4\n', 'latin1'), 'commit', '-q', '-F', '-');
    const { value, problems } = log();
    expect(problems).toEqual([]);
    expect(value?.patches[0]?.message.subject).toBe('fan: \u00e4');
    expect(value?.patches[0]?.files[0]?.hunks[0]?.lines.map(({ text }) => text)).toContain('// \u00e4');
  });

  it('leaves out merges that only merge, and tells of those that change something', () => {
    const branch = (name: string, content: string): void => {
      repository.git('checkout', '-q', '-b', name, first);
      repository.write('a.c', content);
      repository.write(`${name}.c`, 'int x;\n');
      repository.commit(`on ${name}\n`);
    };
    branch('one', 'int a1;\nint b;\nint c;\n');
    branch('two', 'int a;\nint b;\nint c;\n');
    repository.git('merge', '-q', '--no-edit', 'one');
    expect(
      log()
        .value?.patches.map(({ message }) => message.subject)
        .sort(),
    ).toEqual(['on one', 'on two']);
    expect(log().problems).toEqual([]);
    branch('three', 'int a3;\nint b;\nint c;\n');
    repository.git('merge', '-q', '--no-commit', '-s', 'ours', 'two');
    repository.write('a.c', 'int a3;\nint evil;\nint c;\n');
    repository.commit('merge two\n');
    const { value, problems } = log();
    expect(value?.patches.at(-1)).toMatchObject({
      message: { subject: 'merge two' },
      files: [{ combined: true, hunks: [] }],
    });
    expect(problems.map(({ code }) => code)).toEqual(['combined-diff']);
  });

  it('without a commit is told', () => {
    expect(log('HEAD..HEAD')).toEqual({
      value: undefined,
      problems: [
        {
          code: 'no-patch-found',
          message: 'This range holds no commit that changes anything.',
          at: 'HEAD..HEAD',
        },
      ],
    });
  });

  it('gives problems by commit, path and line', () => {
    repository.write('a.c', 'int a;\nint \u202eb;\nint c;\n');
    const commit = repository.commit('fan: b\n');
    expect(log().problems.map(({ code, at }) => [code, at])).toEqual([
      ['hidden-characters', `${commit.slice(0, 12)}: a.c:2`],
    ]);
  });
});

describe('uncommitted changes', () => {
  it('are a series of one patch', () => {
    repository.write('a.c', 'int a;\nint b2;\nint c;\n');
    const read = diff();
    expect(read.problems).toEqual([]);
    expect(filesOf(read)).toEqual(['modified a.c 1,3/1,3[crac]']);
    expect(read.value).toMatchObject({
      subject: 'Unstaged changes',
      total: 1,
      patches: [{ position: 1, commit: undefined }],
    });
    expect(read.value?.id).toMatch(/^diff-/);
  });

  it('are told when there are none', () => {
    expect(diff('--cached')).toEqual({
      value: undefined,
      problems: [{ code: 'no-patch-found', message: 'Nothing is changed.', at: 'Unstaged changes' }],
    });
  });

  it('of a conflict are told', () => {
    repository.git('checkout', '-q', '-b', 'one');
    repository.write('a.c', 'int one;\n');
    repository.commit('one\n');
    repository.git('checkout', '-q', '-b', 'two', first);
    repository.write('a.c', 'int two;\n');
    repository.commit('two\n');
    expect(() => repository.git('merge', '-q', 'one')).toThrow();
    const { value, problems } = diff();
    expect(value?.patches[0]?.files).toMatchObject([{ newPath: 'a.c', combined: true }]);
    expect(problems.map(({ code }) => code)).toEqual(['combined-diff']);
  });

  it('of a submodule are shown without looking into it', () => {
    mkdirSync(join(repository.folder, 'sub'));
    repository.git('init', '-q', 'sub');
    repository.git('-C', 'sub', 'commit', '-q', '--allow-empty', '-m', 'one');
    repository.git('-c', 'advice.addEmbeddedRepo=false', 'add', 'sub');
    repository.commit('sub\n');
    repository.git('-C', 'sub', 'commit', '-q', '--allow-empty', '-m', 'two');
    expect(filesOf(diff())).toEqual(['modified sub 1,1/1,1[ra]']);
  });
});
