import { workspace, type Uri } from 'vscode';
import { readGitIdentity } from '../node/gitIdentity.ts';
import { readSettings } from './settings.ts';

/** How long what git says holds; it is asked for with every look at a directory of reviews. */
const HOLDS_MS = 60_000;

/**
 * Tells `Name <address>` of the reviewer: as set, else as git knows it where git may run; empty if nobody says. Without a
 * folder on the disk git is asked in `elsewhere`, for what it knows everywhere.
 */
export function reviewerIdentity(elsewhere: Uri): () => Promise<string> {
  let known: { readonly at: number; readonly identity: Promise<string> } | undefined;
  return async () => {
    const { reviewer } = readSettings();
    if (reviewer !== '' || !workspace.isTrusted) return reviewer;
    if (known && Date.now() - known.at < HOLDS_MS) return known.identity;
    const folder = workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file');
    known = { at: Date.now(), identity: readGitIdentity((folder?.uri ?? elsewhere).fsPath) };
    return known.identity;
  };
}
