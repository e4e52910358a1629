import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** A git that writes down how it is called, and does nothing. */
export interface GitSpy {
  /** The search path with this git in front. */
  readonly path: string;
  /** Arguments of each start, oldest first. */
  starts(): Promise<readonly string[]>;
  remove(): Promise<void>;
}

export async function makeGitSpy(): Promise<GitSpy> {
  const directory = await mkdtemp(join(tmpdir(), 'git-spy-'));
  const log = join(directory, 'log');
  const program = join(directory, 'git');
  await writeFile(program, `#!/bin/sh\necho "$*" >>'${log}'\nexit 1\n`);
  await chmod(program, 0o755);
  return {
    path: `${directory}${delimiter}${process.env['PATH'] ?? ''}`,
    starts: async () => (existsSync(log) ? (await readFile(log, 'utf8')).trim().split('\n') : []),
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}
