import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Store } from '../core/ports.ts';

/** One file of the local disk that can be made again: failing to read or write it is no failure. */
export function diskStore(path: string): Store {
  return {
    read: () => readFile(path).catch(() => undefined),
    write: async (parts) => {
      const temporary = `${path}.${randomUUID()}.tmp`;
      try {
        await mkdir(dirname(path), { recursive: true });
        const file = await open(temporary, 'w');
        try {
          for (const part of parts) await file.write(part);
        } finally {
          await file.close();
        }
        await rename(temporary, path);
      } catch {
        await rm(temporary, { force: true }).catch(() => undefined);
      }
    },
  };
}
