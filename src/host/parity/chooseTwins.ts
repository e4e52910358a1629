import { l10n, Uri, window, workspace } from 'vscode';
import { deviceFiles } from '../../core/counterpart/parity/deviceFiles.ts';
import { languageOf } from '../../core/patch/language.ts';
import { findInWorkspace } from '../documents/workspaceFiles.ts';
import { workspaceTree } from '../learning/workspaceTree.ts';

/**
 * The files of a device to compare: of the files that a command was called with, or the one in the editor, all that the
 * rules for directories tie together; the other language is asked for where they tie nothing. Undefined when the user
 * chose nothing, or no file of either language is at hand.
 */
export async function chooseTwins(clicked: unknown, selected: unknown): Promise<readonly Uri[] | undefined> {
  const given = [...urisIn(selected), ...urisIn(clicked)];
  const open = window.activeTextEditor?.document.uri;
  const named = (given.length > 0 ? given : open ? [open] : []).filter(
    ({ scheme, path }) => scheme === 'file' && languageOf(path),
  );
  const [first] = named;
  if (!first) return pickFiles(l10n.t('Compare which C and Rust files of a device?'));
  const byPath = new Map(named.map((uri) => [workspace.asRelativePath(uri, false), uri]));
  const tree = (await workspaceTree().files()).map(({ path }) => path);
  const paths = deviceFiles([...byPath.keys()], tree);
  const found = await Promise.all(paths.map(async (path) => byPath.get(path) ?? findInWorkspace(path)));
  const uris = found.filter((uri) => uri !== undefined);
  if (new Set(paths.map(languageOf)).size === 2) return uris;
  const picked = await pickFiles(
    languageOf(first.path) === 'c'
      ? l10n.t('Which Rust files are the port of {0}?', paths[0] ?? '')
      : l10n.t('Which C files is {0} the port of?', paths[0] ?? ''),
    languageOf(first.path) === 'c' ? ['rs'] : ['c', 'h'],
  );
  return picked && [...uris, ...picked];
}

async function pickFiles(
  title: string,
  endings: readonly string[] = ['c', 'h', 'rs'],
): Promise<readonly Uri[] | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return window.showOpenDialog({
    canSelectMany: true,
    title,
    openLabel: l10n.t('Compare'),
    filters: { [l10n.t('Sources')]: [...endings] },
    ...(folder && { defaultUri: folder }),
  });
}

function urisIn(argument: unknown): readonly Uri[] {
  if (Array.isArray(argument)) return argument.flatMap(urisIn);
  return argument instanceof Uri ? [argument] : [];
}
