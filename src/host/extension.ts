import type { ExtensionContext } from 'vscode';
import { compose, type Running } from './compose.ts';
import { diskStorage } from './diskStorage.ts';
import type { ExtensionApi } from './extensionApi.ts';

let running: Running | undefined;

/** Starts the extension on a machine with a disk, where git can run. */
export function activate(context: ExtensionContext): ExtensionApi | undefined {
  running = compose(context, diskStorage);
  return running.api;
}

/** VS Code waits for this when it closes: every mark is saved by then. */
export async function deactivate(): Promise<void> {
  await running?.flush();
}
