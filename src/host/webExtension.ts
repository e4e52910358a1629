import './translations.ts';
import type { ExtensionContext } from 'vscode';
import { compose, type Running } from './compose.ts';
import type { ExtensionApi } from './extensionApi.ts';
import type { Storage } from './storage.ts';
import { runOn, type Machine } from './web/machine.ts';
import { webStorage } from './web/webStorage.ts';

let running: Running | undefined;

/** Starts the extension where there is no machine below it: in a browser. */
export function activate(context: ExtensionContext): ExtensionApi | undefined {
  running = compose(context, webStorage);
  return running.api;
}

/** Starts the extension on a machine. */
export function activateOn(
  context: ExtensionContext,
  machine: Machine,
  storage: Storage,
): ExtensionApi | undefined {
  runOn(machine);
  running = compose(context, storage);
  return running.api;
}

/** VS Code waits for this when it closes: every mark is saved by then. */
export async function deactivate(): Promise<void> {
  await running?.flush();
}
