import { l10n, Uri, window, workspace } from 'vscode';
import type { ReviewSource } from '../source/reviewSource.ts';

/**
 * The files to review: those a command was called with (one, or a selection in the explorer), else those that the user
 * chooses. Undefined when nothing was chosen.
 */
export async function chooseFiles(clicked: unknown, selected: unknown): Promise<ReviewSource | undefined> {
  const given = [...urisIn(selected), ...urisIn(clicked)];
  const uris = given.length > 0 ? given : ((await pickFiles()) ?? []);
  const unique = [...new Set(uris.map((uri) => uri.toString()))].sort();
  return unique.length === 0 ? undefined : { kind: 'files', uris: unique };
}

async function pickFiles(): Promise<readonly Uri[] | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return window.showOpenDialog({
    canSelectMany: true,
    title: l10n.t('Review which patches or mailboxes?'),
    openLabel: l10n.t('Review'),
    filters: {
      [l10n.t('Patches and mailboxes')]: ['patch', 'diff', 'mbox', 'mbx', 'eml'],
      [l10n.t('All files')]: ['*'],
    },
    ...(folder && { defaultUri: folder }),
  });
}

/** Addresses in a command's argument: `Uri`s, or texts as other programs pass them. */
function urisIn(argument: unknown): readonly Uri[] {
  if (Array.isArray(argument)) return argument.flatMap(urisIn);
  if (argument instanceof Uri) return [argument];
  if (typeof argument !== 'string' || argument === '') return [];
  return [/^[a-z][a-z0-9+.-]+:/i.test(argument) ? Uri.parse(argument, true) : Uri.file(argument)];
}
