import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRepository, type Repository } from '../../../src/node/git.ts';
import { gitProblem } from '../../../src/node/runGit.ts';

let folder: string;
let work: string;
let bare: string;
let repository: Repository;
let first: string;
let second: string;

const identity = ['-c', 'user.name=Author One', '-c', 'user.email=author@example.org'];
const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-C', work, ...identity, ...args], { encoding: 'utf8' }).trim();
const text = (bytes: Uint8Array | undefined): string | undefined =>
  bytes && Buffer.from(bytes).toString('utf8');

async function open(directory: string): Promise<Repository> {
  const { value, problems } = await openRepository(directory);
  expect(problems).toEqual([]);
  if (!value) throw new Error('no repository and no problem');
  return value;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interop-git-'));
  [work, bare] = [join(folder, 'work tree'), join(folder, 'bare.git')];
  execFileSync('git', ['init', '-q', '-b', 'main', work]);
  await writeFile(join(work, 'a.c'), 'int a;\n');
  await writeFile(join(work, 'odd name ü.c'), 'int odd;\n');
  git('add', '.');
  git('commit', '-q', '-m', 'one');
  first = git('rev-parse', 'HEAD');
  await writeFile(join(work, 'a.c'), 'int a = 1;\n');
  git('commit', '-q', '-a', '-m', 'two');
  second = git('rev-parse', 'HEAD');
  execFileSync('git', ['clone', '-q', '--bare', work, bare]);
  repository = await open(work);
});

afterAll(async () => {
  repository.dispose();
  await rm(folder, { recursive: true });
});

describe('blobs', () => {
  it('are read by id, whole or abbreviated, from a work tree and a bare directory', async () => {
    const oid = git('rev-parse', `${first}:a.c`);
    const other = await open(bare);
    for (const from of [repository, other]) {
      expect(text(await from.blob(oid))).toBe('int a;\n');
      expect(text(await from.blob(oid.slice(0, 7)))).toBe('int a;\n');
    }
    other.dispose();
  });

  it('are read by commit and path', async () => {
    expect(text(await repository.file(first, 'a.c'))).toBe('int a;\n');
    expect(text(await repository.file(second.slice(0, 12), 'a.c'))).toBe('int a = 1;\n');
    expect(text(await repository.file(second, 'odd name ü.c'))).toBe('int odd;\n');
  });

  it('come in the order they were asked for, those that are missing between', async () => {
    const answers = await Promise.all([
      repository.file(first, 'a.c'),
      repository.blob('0123456789'),
      repository.file(first, 'missing'),
      repository.file(second, 'a.c'),
      repository.blob(second),
      repository.file(first, 'odd name ü.c'),
    ]);
    expect(answers.map(text)).toEqual([
      'int a;\n',
      undefined,
      undefined,
      'int a = 1;\n',
      undefined,
      'int odd;\n',
    ]);
  });

  it('are not read under names that mean something else to git', async () => {
    const names = ['HEAD', '-p', 'abc', `${first}:a.c`, `${first}\n${second}`];
    for (const name of names) expect(await repository.blob(name)).toBeUndefined();
    const paths = ['./a.c', '../a.c', '', '/a.c', 'a.c\nHEAD:a.c'];
    for (const path of paths) expect(await repository.file(first, path)).toBeUndefined();
    expect(await repository.file('HEAD', 'a.c')).toBeUndefined();
  });

  it('survive a large one', async () => {
    const large = Buffer.alloc(3_000_000, 'line\n');
    await writeFile(join(work, 'large.bin'), large);
    const oid = git('hash-object', '-w', 'large.bin');
    const [content, next] = await Promise.all([repository.blob(oid), repository.file(first, 'a.c')]);
    expect(Buffer.from(content ?? []).equals(large)).toBe(true);
    expect(text(next)).toBe('int a;\n');
    await rm(join(work, 'large.bin'));
  });

  it('are absent after dispose for who still waits, and there again for who asks later', async () => {
    const own = await open(work);
    const waiting = own.file(first, 'a.c');
    own.dispose();
    expect(await waiting).toBeUndefined();
    expect(text(await own.file(first, 'a.c'))).toBe('int a;\n');
    own.dispose();
  });
});

describe('log and diff', () => {
  it('give the commits of a range', async () => {
    const { value, problems } = await repository.log(`${first}..${second}`);
    expect(problems).toEqual([]);
    expect(text(value)).toContain('+int a = 1;');
    expect(text(value)).not.toContain('int odd');
  });

  it.each([
    ['--output=/tmp/x..y', 'A git range cannot begin with "-".'],
    ['main', 'This is no range of commits: write A..B, or COMMIT^! for a single one.'],
    ['a..b\nc', 'A git range cannot hold control characters.'],
  ])('refuse %j', async (range, message) => {
    const { value, problems } = await repository.log(range);
    expect(value).toBeUndefined();
    expect(problems).toEqual([{ code: 'git-failed', message, at: JSON.stringify(range) }]);
  });

  it('say what git says about a range that is not there', async () => {
    const { value, problems } = await repository.log('nowhere..main');
    expect(value).toBeUndefined();
    expect(problems[0]).toMatchObject({ code: 'git-failed', at: repository.root });
    expect(problems[0]?.message).toContain('nowhere..main');
  });

  it('tell staged from unstaged changes', async () => {
    await writeFile(join(work, 'a.c'), 'int staged;\n');
    git('add', 'a.c');
    await writeFile(join(work, 'a.c'), 'int unstaged;\n');
    const added = async (kind: 'staged' | 'unstaged' | 'all'): Promise<readonly string[]> =>
      (text((await repository.diff(kind)).value) ?? '').match(/^[-+]int.*/gm) ?? [];
    expect(await added('staged')).toEqual(['-int a = 1;', '+int staged;']);
    expect(await added('unstaged')).toEqual(['-int staged;', '+int unstaged;']);
    expect(await added('all')).toEqual(['-int a = 1;', '+int unstaged;']);
    git('reset', '-q', '--hard');
  });

  it('are the same whatever the repository configures, and run none of its programs', async () => {
    const before = await repository.log(`${first}..${second}`);
    const trap = join(folder, 'trap');
    await writeFile(trap, `#!/bin/sh\necho ran >> '${folder}/ran'\ncat\n`);
    await chmod(trap, 0o755);
    const settings = {
      'core.fsmonitor': trap,
      'core.pager': trap,
      'diff.external': trap,
      'diff.c.textconv': trap,
      'gpg.program': trap,
      'log.showSignature': 'true',
      'diff.noprefix': 'true',
      'color.ui': 'always',
      'diff.context': '0',
    };
    for (const [name, value] of Object.entries(settings)) git('config', name, value);
    await writeFile(join(work, '.git/info/attributes'), '*.c diff=c\n');
    await writeFile(join(work, 'a.c'), 'int other;\n');
    expect(await repository.log(`${first}..${second}`)).toEqual(before);
    expect(text((await repository.diff('unstaged')).value)).toContain('--- a/a.c');
    await expect(readFile(join(folder, 'ran'))).rejects.toThrow('ENOENT');
    for (const name of Object.keys(settings)) git('config', '--unset', name);
    await rm(join(work, '.git/info/attributes'));
    git('reset', '-q', '--hard');
  });
});

describe('opening', () => {
  it('finds the top of a work tree from inside', async () => {
    const inside = await open(join(work, '.git/..'));
    expect(inside.root).toBe(repository.root);
  });

  it('says when there is no repository', async () => {
    const nowhere = await mkdtemp(join(tmpdir(), 'interop-none-'));
    expect(await openRepository(nowhere)).toEqual({
      value: undefined,
      problems: [{ code: 'git-failed', message: 'This is not a git repository.', at: nowhere }],
    });
    await rm(nowhere, { recursive: true });
  });

  it('says when git is missing', async () => {
    const path = process.env['PATH'];
    process.env['PATH'] = join(folder, 'empty');
    const { value, problems } = await openRepository(work);
    process.env['PATH'] = path;
    expect(value).toBeUndefined();
    expect(problems.map(({ code }) => code)).toEqual(['git-missing']);
  });

  it('has no working tree to compare in a bare directory', async () => {
    const other = await open(bare);
    const { value, problems } = await other.diff('unstaged');
    expect(value).toBeUndefined();
    expect(problems[0]?.message).toContain('must be run in a work tree');
    other.dispose();
  });

  it('tells what to do when git refuses the repository of another user', () => {
    const complaint =
      "fatal: detected dubious ownership in repository at '/srv/qemu'\nTo add an exception…\n";
    expect(gitProblem('/srv/qemu', complaint).message).toMatch(
      /belongs to another user.*git config --global --add safe\.directory \/srv\/qemu$/,
    );
  });
});
