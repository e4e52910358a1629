import { readFile, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { deviceFiles } from '../core/counterpart/parity/deviceFiles.ts';
import type { DeviceFile } from '../core/counterpart/parity/deviceParity.ts';
import { languageOf } from '../core/patch/language.ts';
import type { Problem } from '../core/problem.ts';
import { openRepository } from '../node/git.ts';
import { workTree } from '../node/workTree.ts';

/** The files of a device as they were named or found. */
export interface NamedDevice {
  readonly files: readonly DeviceFile[];
  /** Where names that no file declares are looked up; undefined when nowhere. */
  readonly root: string | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Reads the files of a device: each file and the C and Rust files below each directory. Where only one language is
 * named, the other one is looked for by the rules for directories in `repo`, or in the work tree that the first is in.
 */
export async function readDevice(named: readonly string[], repo: string | undefined): Promise<NamedDevice> {
  const paths = (await Promise.all(named.map(filesBelow))).flat();
  const languages = new Set(paths.map(languageOf));
  if (languages.has('c') && languages.has('rust')) return { ...(await readAll(paths)), root: repo };
  const root = repo ?? (await topOf(paths[0] ?? '.'));
  if (root === undefined) return { ...(await readAll(paths)), root };
  const own = paths.map((path) => relative(root, resolve(path)).split(sep).join('/'));
  const tree = (await workTree(root).files()).map(({ path }) => path);
  const found = deviceFiles(own, tree).filter((path) => !own.includes(path));
  // Named as the others are: from where the command runs, if they are.
  const isAbsoluteWanted = paths.every((path) => isAbsolute(path));
  const spelt = (path: string): string =>
    isAbsoluteWanted ? join(root, path) : relative('', join(root, path));
  return { ...(await readAll([...paths, ...found.map(spelt)])), root };
}

async function filesBelow(path: string): Promise<readonly string[]> {
  const isDirectory = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isDirectory) return [path];
  const files = await workTree(path).files();
  return files.filter((file) => languageOf(file.path)).map((file) => join(path, file.path));
}

async function topOf(path: string): Promise<string | undefined> {
  const { value } = await openRepository(dirname(path));
  if (!value || value.isBare) return undefined;
  value.dispose();
  return value.root;
}

async function readAll(paths: readonly string[]): Promise<Pick<NamedDevice, 'files' | 'problems'>> {
  const files: DeviceFile[] = [];
  const problems: Problem[] = [];
  for (const path of paths)
    try {
      files.push({ path, text: await readFile(path, 'utf8') });
    } catch {
      problems.push({ code: 'unreadable-input', message: 'The file could not be read.', at: path });
    }
  return { files, problems };
}
