import { Disposable, FileType, l10n, RelativePattern, Uri, workspace } from 'vscode';
import {
  PROJECT_PATTERNS,
  PROJECT_PROFILE,
  type ProjectFile,
  type ProjectFiles,
} from '../core/catalog/projectCatalog.ts';
import type { Problem, WithProblems } from '../core/problem.ts';

const NONE: ProjectFiles = { profile: undefined, patterns: [] };
const [FOLDER = '', PATTERNS = ''] = PROJECT_PATTERNS.split('/');

/**
 * A repository's own patterns and profile, of the first workspace folder that has any. They are read in a workspace that
 * is trusted only: they say what is not asked about, and a pattern's expressions can take any time.
 */
export async function readProjectFiles(): Promise<WithProblems<ProjectFiles>> {
  for (const { uri } of workspace.workspaceFolders ?? []) {
    if (!(await has(uri, FOLDER))) continue;
    if (!workspace.isTrusted) return { value: NONE, problems: [notTrusted()] };
    const own = Uri.joinPath(uri, FOLDER);
    const profile = await readText(uri, PROJECT_PROFILE);
    const names = (await has(own, PATTERNS)) ? await patternNames(Uri.joinPath(own, PATTERNS)) : [];
    const read = await Promise.all(names.map((name) => readText(uri, `${PROJECT_PATTERNS}/${name}`)));
    const patterns = read.filter((file) => file !== undefined);
    if (profile || patterns.length > 0) return { value: { profile, patterns }, problems: [] };
  }
  return { value: NONE, problems: [] };
}

function notTrusted(): Problem {
  const message = l10n.t(
    'This workspace is not trusted, so its own patterns and profile are not read. Trust it to use them.',
  );
  return { code: 'bad-profile', message, at: FOLDER };
}

/** Asked of the folder above, which is there: VS Code writes an error to its log for a folder that is not. */
async function has(folder: Uri, name: string): Promise<boolean> {
  const entries = await entriesOf(folder);
  return entries.some(([entry]) => entry === name);
}

async function patternNames(folder: Uri): Promise<readonly string[]> {
  const entries = await entriesOf(folder);
  return entries
    .flatMap(([name, type]) => (type === FileType.File && name.endsWith('.md') ? [name] : []))
    .sort();
}

function entriesOf(folder: Uri): Promise<readonly [string, FileType][]> {
  return Promise.resolve(workspace.fs.readDirectory(folder)).catch(() => []);
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
