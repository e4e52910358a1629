import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ReviewFiles } from '../core/ports.ts';

const LOCK = '.lock';
/** Saving takes milliseconds: a lock this old was left behind by a process that ended. */
const STALE_MS = 5_000;
const RETRY_MS = 20;

/** Review files in a directory of the local disk. */
export function diskReviewFiles(directory: string): ReviewFiles {
  const path = (name: string): string => join(directory, name);
  return {
    place: directory,
    list: () => absent(readdir(directory), []),
    read: (name) => absent(readFile(path(name), 'utf8'), undefined),
    write: async (name, text) => {
      await mkdir(directory, { recursive: true });
      const temporary = path(`.${name}.${randomUUID()}.tmp`);
      try {
        const file = await open(temporary, 'wx', 0o600);
        await file.writeFile(text);
        await file.sync();
        await file.close();
        await rename(temporary, path(name));
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
    rename: (from, to) => rename(path(from), path(to)),
    exclusively: async (work) => {
      await mkdir(directory, { recursive: true });
      await lock(path(LOCK));
      try {
        return await work();
      } finally {
        await rm(path(LOCK), { force: true });
      }
    },
  };
}

async function lock(path: string): Promise<void> {
  for (;;) {
    try {
      await (await open(path, 'wx', 0o600)).close();
      return;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    const made = await absent(
      stat(path).then(({ mtimeMs }) => mtimeMs),
      undefined,
    );
    if (made !== undefined && Date.now() - made > STALE_MS) await rm(path, { force: true });
    else await wait(RETRY_MS);
  }
}

async function absent<T, U>(found: Promise<T>, instead: U): Promise<T | U> {
  try {
    return await found;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return instead;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
