import { FileType, Uri, workspace } from 'vscode';
import type { Repository } from '../../node/git.ts';
import { isTreePath } from '../../present/linkTarget.ts';

/** The first workspace folder's file at this relative path; undefined if no folder has one, or the path leads out. */
export async function findInWorkspace(path: string): Promise<Uri | undefined> {
  if (!isTreePath(path)) return undefined;
  for (const folder of workspace.workspaceFolders ?? []) {
    const uri = Uri.joinPath(folder.uri, path);
    if (await isFile(uri)) return uri;
  }
  return undefined;
}

/** A file of the work tree that a review's repository has, else of the workspace. */
export async function findOnDisk(path: string, repository: Repository | undefined): Promise<Uri | undefined> {
  if (!repository || repository.isBare || !isTreePath(path)) return findInWorkspace(path);
  const uri = Uri.joinPath(Uri.file(repository.root), path);
  return (await isFile(uri)) ? uri : undefined;
}

/** Which of these paths the workspace has. */
export async function presentInWorkspace(paths: readonly string[]): Promise<ReadonlySet<string>> {
  const there = await presentDirectories(paths);
  const possible = paths.filter((path) => there.has(topOf(path)));
  const found = await Promise.all(possible.map(findInWorkspace));
  return new Set(possible.filter((_, index) => found[index] !== undefined));
}

/** Asked first: most paths are of other projects, whose directories are not here. */
async function presentDirectories(paths: readonly string[]): Promise<ReadonlySet<string>> {
  const names = [...new Set(paths.map(topOf))];
  const folders = workspace.workspaceFolders ?? [];
  const found = await Promise.all(
    names.map(async (name) => {
      const types = await Promise.all(folders.map(({ uri }) => typeOf(Uri.joinPath(uri, name))));
      return types.some((type) => type !== undefined);
    }),
  );
  return new Set(names.filter((_, index) => found[index]));
}

/** The first part of a path. */
function topOf(path: string): string {
  return path.split('/', 1)[0] ?? path;
}

async function isFile(uri: Uri): Promise<boolean> {
  return (((await typeOf(uri)) ?? FileType.Unknown) & FileType.File) !== 0;
}

/** Undefined if there is nothing, or it cannot be asked for. */
async function typeOf(uri: Uri): Promise<FileType | undefined> {
  try {
    return (await workspace.fs.stat(uri)).type;
  } catch {
    return undefined;
  }
}
