import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReviewFiles } from '../core/ports.ts';
import { withLockFile } from './lockFile.ts';

const LOCK = '.lock';

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
        try {
          await file.writeFile(text);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(temporary, path(name));
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
    rename: (from, to) => rename(path(from), path(to)),
    remove: (name) => rm(path(name), { force: true }),
    exclusively: async (work) => {
      await mkdir(directory, { recursive: true });
      return withLockFile(path(LOCK), work);
    },
  };
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
