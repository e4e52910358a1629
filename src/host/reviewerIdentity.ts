import { workspace, type Uri } from 'vscode';
import { readGitIdentity } from '../node/gitIdentity.ts';
import { readSettings } from './settings.ts';

/**
 * `Name <address>` of the reviewer: as set, else as git knows it where git may run; empty if nobody says. Without a
 * folder on the disk git is asked in `elsewhere`, for what it knows everywhere.
 */
export async function reviewerIdentity(elsewhere: Uri): Promise<string> {
  const { reviewer } = readSettings();
  if (reviewer !== '' || !workspace.isTrusted) return reviewer;
  const folder = workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file');
  return readGitIdentity((folder?.uri ?? elsewhere).fsPath);
}
