import { lstat, readFile, readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { SourceTree, TreeFile } from '../core/ports.ts';
import { runGit } from './runGit.ts';

/** Folders that hold no source of the project. */
const SKIPPED = new Set(['.git', 'node_modules', 'target', 'build', '.cache']);
/** Files looked at at once. */
const BATCH = 256;

/** The files of a directory: those git knows or would add if it is a work tree, else all. Links are not followed. */
export function workTree(root: string): SourceTree {
  let listed: ReadonlySet<string> = new Set();
  let known: ReadonlySet<string> = new Set();
  return {
    files: async (isWanted = () => true) => {
      const paths = (await pathsByGit(root)) ?? (await pathsUnder(root, ''));
      const files = await versionsOf(root, paths.filter(isWanted));
      listed = new Set(paths);
      known = new Set(files.map(({ path }) => path));
      return files;
    },
    read: async (path) => {
      const file = join(root, path.replaceAll('/', sep));
      if (!listed.has(path) || (!known.has(path) && (await versionOf(file)) === undefined)) return undefined;
      try {
        return await readFile(file);
      } catch {
        return undefined;
      }
    },
  };
}

async function pathsByGit(root: string): Promise<readonly string[] | undefined> {
  const listed = await runGit(root, ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  if (!listed.value) return undefined;
  const paths = Buffer.from(listed.value).toString('utf8').split('\0');
  return [...new Set(paths)].filter((path) => path !== '');
}

async function pathsUnder(root: string, folder: string): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isFile()) paths.push(path);
    else if (entry.isDirectory() && !SKIPPED.has(entry.name)) paths.push(...(await pathsUnder(root, path)));
  }
  return paths;
}

async function versionsOf(root: string, paths: readonly string[]): Promise<readonly TreeFile[]> {
  const files: TreeFile[] = [];
  for (let from = 0; from < paths.length; from += BATCH) {
    const batch = paths.slice(from, from + BATCH);
    const versions = await Promise.all(batch.map((path) => versionOf(join(root, path.replaceAll('/', sep)))));
    for (const [at, path] of batch.entries()) {
      const version = versions[at];
      if (version !== undefined) files.push({ path, version });
    }
  }
  return files;
}

/** Size and time of an ordinary file, undefined for anything else. */
async function versionOf(path: string): Promise<string | undefined> {
  try {
    const stat = await lstat(path);
    return stat.isFile() ? `${stat.size}-${stat.mtimeMs}` : undefined;
  } catch {
    return undefined;
  }
}
