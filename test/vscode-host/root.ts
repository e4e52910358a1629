import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The project's folder, also when this runs from a bundle in `.cache/`. */
export const projectRoot = holderOf('esbuild.mjs', import.meta.dirname);

/** Where everything downloaded for tests is kept; ignored by git. */
export const downloads = join(projectRoot, '.vscode-test');

function holderOf(name: string, folder: string): string {
  if (existsSync(join(folder, name))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`No folder above ${import.meta.dirname} holds ${name}.`);
  return holderOf(name, parent);
}
