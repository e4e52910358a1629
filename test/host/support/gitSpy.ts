import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Sees every start of git by this process. */
export interface GitSpy {
  /** Arguments of each start, oldest first. */
  starts(): Promise<readonly string[]>;
  remove(): Promise<void>;
}

/** Puts a git in front of the search path that writes down how it is called, and does nothing. */
export async function spyOnGit(): Promise<GitSpy> {
  const directory = await mkdtemp(join(tmpdir(), 'git-spy-'));
  const log = join(directory, 'log');
  const program = join(directory, 'git');
  await writeFile(program, `#!/bin/sh\necho "$*" >>'${log}'\nexit 1\n`);
  await chmod(program, 0o755);
  const before = process.env['PATH'];
  process.env['PATH'] = `${directory}${delimiter}${before ?? ''}`;
  return {
    starts: async () => (existsSync(log) ? (await readFile(log, 'utf8')).trim().split('\n') : []),
    remove: async () => {
      process.env['PATH'] = before;
      await rm(directory, { recursive: true, force: true });
    },
  };
}
