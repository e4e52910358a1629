import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Assets } from '../core/ports.ts';

/** The shipped files, read from `directory` (`dist/`). */
export function diskAssets(directory: string): Assets {
  return { read: (name) => readFile(join(directory, name)) };
}
