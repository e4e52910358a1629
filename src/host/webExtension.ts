import type { ExtensionContext } from 'vscode';
import { compose, type Running } from './compose.ts';
import type { ExtensionApi } from './extensionApi.ts';
import { webStorage } from './web/webStorage.ts';

let running: Running | undefined;

/** Starts the extension where there is no machine below it: in a browser. */
export function activate(context: ExtensionContext): ExtensionApi | undefined {
  running = compose(context, webStorage);
  return running.api;
}

/** Every mark is saved by then. */
export async function deactivate(): Promise<void> {
  await running?.flush();
}
