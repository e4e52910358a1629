import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SourceTree } from '../../../src/core/ports.ts';
import { openRepository } from '../../../src/node/git.ts';
import { workTree } from '../../../src/node/workTree.ts';

let folder: string;
let work: string;
let bare: string;
let commit: string;

const identity = ['-c', 'user.name=Author One', '-c', 'user.email=author@example.org'];
const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-C', work, ...identity, ...args], { encoding: 'utf8' }).trim();

async function pathsOf(tree: SourceTree): Promise<readonly string[]> {
  return (await tree.files()).map(({ path }) => path).sort();
}

async function textOf(tree: SourceTree, path: string): Promise<string | undefined> {
  const bytes = await tree.read(path);
  return bytes && Buffer.from(bytes).toString('utf8');
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interop-tree-'));
  [work, bare] = [join(folder, 'work'), join(folder, 'bare.git')];
  execFileSync('git', ['init', '-q', '-b', 'main', work]);
  await mkdir(join(work, 'include'));
  await writeFile(join(work, 'include/fan ü.h'), 'int fan;\n');
  await writeFile(join(work, 'secret.h'), 'int secret;\n');
  await writeFile(join(work, '.gitignore'), 'ignored.h\n');
  await symlink('/etc/passwd', join(work, 'link.h'));
  git('add', '.');
  git('commit', '-q', '-m', 'one');
  commit = git('rev-parse', 'HEAD');
  await writeFile(join(work, 'ignored.h'), 'int ignored;\n');
  await writeFile(join(work, 'new.c'), 'int new;\n');
  await unlink(join(work, 'secret.h'));
  execFileSync('git', ['clone', '-q', '--bare', work, bare]);
});

afterAll(() => rm(folder, { recursive: true }));

describe('a work tree', () => {
  it('has what git knows or would add, as it is on disk, and no links', async () => {
    const tree = workTree(work);
    expect(await pathsOf(tree)).toEqual(['.gitignore', 'include/fan ü.h', 'new.c']);
    expect(await textOf(tree, 'include/fan ü.h')).toBe('int fan;\n');
  });

  it('reads nothing that it did not name', async () => {
    const tree = workTree(work);
    await tree.files();
    for (const path of ['link.h', 'ignored.h', '../bare.git/HEAD', '/etc/passwd'])
      expect(await tree.read(path)).toBeUndefined();
  });

  it('gives a file another version when it changes', async () => {
    const tree = workTree(work);
    const versionOf = async () => (await tree.files()).find(({ path }) => path === 'new.c')?.version;
    const before = await versionOf();
    expect(await versionOf()).toBe(before);
    await writeFile(join(work, 'new.c'), 'int new = 1;\n');
    expect(await versionOf()).not.toBe(before);
    await writeFile(join(work, 'new.c'), 'int new;\n');
  });

  it('need not be a repository', async () => {
    const plain = join(folder, 'plain');
    await mkdir(join(plain, 'node_modules/x'), { recursive: true });
    await mkdir(join(plain, 'src'));
    await writeFile(join(plain, 'src/fan.c'), 'int fan;\n');
    await writeFile(join(plain, 'node_modules/x/x.c'), 'int x;\n');
    expect(await pathsOf(workTree(plain))).toEqual(['src/fan.c']);
  });
});

describe('the tree of a commit', () => {
  it('has the files of that commit, from a bare repository as well', async () => {
    for (const directory of [work, bare]) {
      const { value: repository } = await openRepository(directory);
      const { value: tree, problems } = (await repository?.tree(commit)) ?? {
        value: undefined,
        problems: [],
      };
      expect(problems).toEqual([]);
      if (!tree) throw new Error('no tree');
      expect(await pathsOf(tree)).toEqual(['.gitignore', 'include/fan ü.h', 'secret.h']);
      expect(await textOf(tree, 'include/fan ü.h')).toBe('int fan;\n');
      expect(await tree.read('new.c')).toBeUndefined();
      repository?.dispose();
    }
  });

  it('is refused for what is no commit', async () => {
    const { value: repository } = await openRepository(work);
    for (const name of ['HEAD', '--help', 'main:include', '0'.repeat(40)]) {
      const answer = await repository?.tree(name);
      expect(answer?.value).toBeUndefined();
      expect(answer?.problems.map(({ code }) => code)).toEqual(['git-failed']);
    }
    repository?.dispose();
  });
});
