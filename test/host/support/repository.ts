import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A git repository for one test. */
export interface TestRepository {
  readonly directory: string;
  write(path: string, text: string): Promise<void>;
  git(...args: readonly string[]): Promise<string>;
  remove(): Promise<void>;
}

/** Makes an empty repository with an identity, below the temporary directory. */
export async function makeRepository(): Promise<TestRepository> {
  const directory = await mkdtemp(join(tmpdir(), 'repository-'));
  const git = async (...args: readonly string[]): Promise<string> =>
    (await run('git', ['-C', directory, ...args])).stdout;
  await git('init', '-q', '-b', 'main');
  await git('config', 'user.name', 'Author One');
  await git('config', 'user.email', 'author@example.org');
  await git('config', 'commit.gpgsign', 'false');
  return {
    directory,
    git,
    write: async (path, text) => {
      await mkdir(dirname(join(directory, path)), { recursive: true });
      await writeFile(join(directory, path), text);
    },
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}
