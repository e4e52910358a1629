import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readGitIdentity } from '../../../src/node/gitIdentity.ts';
import { readGitRefs } from '../../../src/node/gitRefs.ts';

let directory: string;
const git = (...args: readonly string[]): unknown =>
  execFileSync('git', ['-C', directory, ...args], {
    env: { ...process.env, GIT_COMMITTER_DATE: '2025-01-07T12:00:00Z' },
  });

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'refs-'));
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Rita Reviewer');
  git('config', 'user.email', 'rita@example.org');
  git('commit', '-q', '--allow-empty', '-m', 'Begin: all | of it');
  git('branch', 'older');
  git('tag', 'v1.0');
  git('checkout', '-q', '-b', 'topic', '--track', 'main');
});
afterAll(() => {
  rmSync(directory, { recursive: true, force: true });
});

it('lists branches and tags, the upstream first and the current branch not at all', async () => {
  const { value, problems } = await readGitRefs(directory);
  expect(problems).toEqual([]);
  expect(value.map(({ name, upstream }) => [name, upstream])).toEqual([
    ['main', true],
    ...['older', 'v1.0'].map((name) => [name, false]),
  ]);
  expect(value[0]?.subject).toBe('Begin: all | of it');
  expect(value[0]?.when).toMatch(/ago/);
});

it('says so when there is no repository', async () => {
  const { value, problems } = await readGitRefs('/');
  expect(value).toEqual([]);
  expect(problems.map(({ code }) => code)).toEqual(['git-failed']);
});

it('knows who the reviewer is when git does', async () => {
  expect(await readGitIdentity(directory)).toBe('Rita Reviewer <rita@example.org>');
  git('config', 'user.email', '');
  expect(await readGitIdentity(directory)).toBe('');
});
