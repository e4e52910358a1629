import './translations.ts';
import type { ExtensionContext } from 'vscode';
import { loadPatternReader } from '../core/catalog/loadPatternReader.ts';
import { CatFile } from '../node/catFile.ts';
import { runGit } from '../node/runGit.ts';
import { workTree } from '../node/workTree.ts';
import { diskStorage } from './diskStorage.ts';
import type { ExtensionApi } from './extensionApi.ts';
import { activateOn, deactivate } from './webExtension.ts';

export { deactivate };

/** Starts the extension on a machine with a disk, where git can run. The rest of it is the program of the browser. */
export function activate(context: ExtensionContext): ExtensionApi | undefined {
  const makeCatFile = (directory: string): CatFile => new CatFile(directory);
  return activateOn(context, { runGit, makeCatFile, workTree, loadPatternReader }, diskStorage);
}
