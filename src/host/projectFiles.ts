import { Disposable, FileType, RelativePattern, Uri, workspace } from 'vscode';
import {
  PROJECT_PATTERNS,
  PROJECT_PROFILE,
  type ProjectFile,
  type ProjectFiles,
} from '../core/catalog/projectCatalog.ts';

/** A repository's own patterns and profile, of the first workspace folder that has any. */
export async function readProjectFiles(): Promise<ProjectFiles> {
  for (const { uri } of workspace.workspaceFolders ?? []) {
    const profile = await readText(uri, PROJECT_PROFILE);
    const entries = await Promise.resolve(
      workspace.fs.readDirectory(Uri.joinPath(uri, PROJECT_PATTERNS)),
    ).catch(() => []);
    const names = entries.flatMap(([name, type]) =>
      type === FileType.File && name.endsWith('.md') ? [name] : [],
    );
    const read = await Promise.all(names.sort().map((name) => readText(uri, `${PROJECT_PATTERNS}/${name}`)));
    const patterns = read.filter((file) => file !== undefined);
    if (profile || patterns.length > 0) return { profile, patterns };
  }
  return { profile: undefined, patterns: [] };
}

/** Calls back when one of these files changes in a workspace folder. */
export function watchProjectFiles(changed: () => void): Disposable {
  const watchers = (workspace.workspaceFolders ?? []).map((folder) =>
    workspace.createFileSystemWatcher(new RelativePattern(folder, '.interop-review/**')),
  );
  for (const watcher of watchers) {
    watcher.onDidChange(changed);
    watcher.onDidCreate(changed);
    watcher.onDidDelete(changed);
  }
  return Disposable.from(...watchers);
}

async function readText(folder: Uri, path: string): Promise<ProjectFile | undefined> {
  try {
    const bytes = await workspace.fs.readFile(Uri.joinPath(folder, path));
    return { path, text: new TextDecoder().decode(bytes) };
  } catch {
    return undefined;
  }
}
