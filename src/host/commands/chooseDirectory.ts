import { l10n, window, workspace } from 'vscode';
import type { Failures } from '../failures.ts';

/** The directory whose repository is meant: the one a command was called with, else a folder of the workspace. */
export async function chooseDirectory(argument: unknown, failures: Failures): Promise<string | undefined> {
  const given = directoryIn(argument);
  if (given !== undefined) return given;
  const folders = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  const [only, ...more] = folders;
  if (!only) {
    const message = l10n.t('Open the folder of a git repository first: there is none in this window.');
    failures.tell([{ code: 'git-failed', message, at: '' }]);
    return undefined;
  }
  if (more.length === 0) return only.uri.fsPath;
  const items = folders.map(({ name, uri }) => ({ label: name, description: uri.fsPath }));
  const picked = await window.showQuickPick(items, { title: l10n.t('Review changes of which folder?') });
  return picked?.description;
}

function directoryIn(argument: unknown): string | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { directory } = argument as Readonly<Record<string, unknown>>;
  return typeof directory === 'string' ? directory : undefined;
}
