import { FileType, Uri, workspace } from 'vscode';
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

/** Which of these paths the workspace has. */
export async function presentInWorkspace(paths: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await Promise.all(paths.map(findInWorkspace));
  return new Set(paths.filter((_, index) => found[index] !== undefined));
}

async function isFile(uri: Uri): Promise<boolean> {
  try {
    return ((await workspace.fs.stat(uri)).type & FileType.File) !== 0;
  } catch {
    return false;
  }
}
