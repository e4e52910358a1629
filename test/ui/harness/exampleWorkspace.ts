import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { projectRoot } from '../../vscode-host/root.ts';

/** A folder that holds the two versions of the example series; made before the tests of a file, removed after them. */
export function exampleWorkspace(): () => string {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'example-'));
    for (const name of ['fan-v1.mbox', 'fan-v2.mbox'])
      await cp(join(projectRoot, 'media/example', name), join(folder, name));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return () => folder;
}
