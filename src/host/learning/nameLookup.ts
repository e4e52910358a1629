import { l10n, ThemeIcon, Uri, window, workspace, type QuickInputButton, type QuickPick } from 'vscode';
import { createTreeIndex } from '../../core/counterpart/index/treeIndex.ts';
import { findNames, withoutMereUses } from '../../core/counterpart/names/findNames.ts';
import { nameDictionary } from '../../core/counterpart/names/nameDictionary.ts';
import type { NameEntry, NamePlace } from '../../core/counterpart/names/nameEntry.ts';
import { createFileReader } from '../../core/counterpart/sources/fileReader.ts';
import { createTreeSources, type TreeSources } from '../../core/counterpart/sources/treeSources.ts';
import type { Repository } from '../../node/git.ts';
import { nameItem, type NameItem } from '../../present/nameItem.ts';
import { breather } from '../breather.ts';
import { showAt } from '../documents/showAt.ts';
import { findInWorkspace } from '../documents/workspaceFiles.ts';
import type { Failures } from '../failures.ts';
import type { Core } from '../lazyCore.ts';
import type { ReviewCounterparts } from '../counterparts/reviewCounterparts.ts';
import type { Repositories } from '../source/repositories.ts';
import { workspaceTree } from './workspaceTree.ts';

/** What looking a name up works on. */
export interface NameServices {
  readonly repositories: Repositories;
  readonly counterparts: ReviewCounterparts;
  readonly core: () => Promise<Core>;
  readonly failures: Failures;
}

interface Item extends NameItem {
  readonly buttons: readonly QuickInputButton[];
}

/**
 * Lists what the C names of the open tree are in Rust, to be searched from either side: the one chosen is opened in Rust,
 * its button opens the C side. `argument` is a name to begin with; without it the word at the cursor is, if it is one.
 */
export async function lookUpName(argument: unknown, services: NameServices): Promise<void> {
  const begin = typeof argument === 'string' ? argument : wordAtCursor();
  const repository = await repositoryInUse(services.repositories);
  const search = { cancelled: false };
  const picker = openPicker(services.failures, repository, search);
  const entries = await readNames(repository, services, search);
  if (search.cancelled) return;
  const openC = { iconPath: new ThemeIcon('go-to-file'), tooltip: l10n.t('Open the C declaration') };
  picker.items = entries.map((entry) => ({ ...nameItem(entry), buttons: entry.cPlace ? [openC] : [] }));
  // A word that is no name here would only hide the list.
  if (begin !== undefined && picker.value === '' && findNames(entries, begin).length > 0)
    picker.value = begin;
  picker.placeholder =
    entries.length === 0
      ? l10n.t('No Rust code of this tree could be tied to a C name.')
      : l10n.t('A name of either language, of {0} that are known', entries.length);
  picker.busy = false;
}

/** A list that is still empty; `search` is cancelled when it is closed. */
function openPicker(
  failures: Failures,
  repository: Repository | undefined,
  search: { cancelled: boolean },
): QuickPick<Item> {
  const picker = window.createQuickPick<Item>();
  picker.title = l10n.t('C names and what they are in Rust');
  picker.placeholder = l10n.t('Reading the Rust code of this tree…');
  picker.matchOnDescription = true;
  picker.busy = true;
  const open = failures.guard((place: NamePlace | null | undefined) => {
    // Enter means nothing while the list is still empty.
    if (!place) return undefined;
    picker.hide();
    return openPlace(place, repository);
  });
  picker.onDidHide(() => {
    search.cancelled = true;
    picker.dispose();
  });
  picker.onDidAccept(() => open(picker.selectedItems[0]?.entry.rustPlace));
  picker.onDidTriggerItemButton(({ item }) => open(item.entry.cPlace));
  picker.show();
  return picker;
}

async function openPlace({ path, line }: NamePlace, repository: Repository | undefined): Promise<void> {
  const uri = repository ? Uri.joinPath(Uri.file(repository.root), path) : await findInWorkspace(path);
  if (uri) await showAt(uri, line);
}

async function readNames(
  repository: Repository | undefined,
  { core, counterparts, failures }: NameServices,
  cancellation: { readonly cancelled: boolean },
): Promise<readonly NameEntry[]> {
  const tree = (repository && (await counterparts.tree(repository))) ?? (await workspaceSources(core));
  await tree.refresh();
  const breathe = breather();
  const { value, problems } = await nameDictionary({
    ...{ tree, cancellation },
    breathe: async () => {
      await breathe();
    },
  });
  failures.note(problems);
  return withoutMereUses(value);
}

/** The open folders as they are, for which no git is needed. */
async function workspaceSources(core: () => Promise<Core>): Promise<TreeSources> {
  const files = workspaceTree();
  return createTreeSources(files, createTreeIndex(files), createFileReader((await core()).engine));
}

/** The repository of the folder that the active editor is in, else of the first one; undefined without trust. */
async function repositoryInUse(repositories: Repositories): Promise<Repository | undefined> {
  const shown = window.activeTextEditor?.document.uri;
  const folder = (shown && workspace.getWorkspaceFolder(shown)) ?? workspace.workspaceFolders?.[0];
  if (folder?.uri.scheme !== 'file' || !workspace.isTrusted) return undefined;
  const { value } = await repositories.open(folder.uri.fsPath);
  return value?.isBare === true ? undefined : value;
}

function wordAtCursor(): string | undefined {
  const editor = window.activeTextEditor;
  const range = editor?.document.getWordRangeAtPosition(editor.selection.active, /[A-Za-z_]\w*/);
  return range && editor?.document.getText(range);
}
