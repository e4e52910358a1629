import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { logErrors } from '../../vscode-host/logErrors.ts';
import { collectPageErrors } from '../../vscode-host/pageErrors.ts';
import { projectRoot } from '../../vscode-host/root.ts';
import { startHost, type Host, type HostOptions } from '../../vscode-host/startHost.ts';
import { screenshotPath } from './screenshotPath.ts';

/** VS Code waits this long before it calls a rejection unhandled. */
const unhandledAfter = 1200;

/**
 * Gives the tests of a file one real VS Code in which the extension is installed. An error in the page, in a webview or
 * in the extension host fails the file.
 * @param workspace the folder to open, asked for when the tests of the file begin
 * @returns the running VS Code; call it inside tests only
 */
export function useHost(options: HostOptions = {}, workspace?: () => string): () => Host {
  let host: Host | undefined;
  let errors: readonly string[] = [];
  beforeAll(async () => {
    host = await startHost({
      extensions: [projectRoot],
      ...options,
      ...(workspace && { workspace: workspace() }),
      onPage: (page) => {
        page.setDefaultTimeout(30_000);
        errors = collectPageErrors(page);
        options.onPage?.(page);
      },
    });
    await host.page.locator('.monaco-workbench').waitFor();
  });
  beforeEach(({ task, onTestFailed }) => {
    onTestFailed(async () => {
      await host?.page.screenshot({ path: screenshotPath(`failed ${task.name}`) });
    });
  });
  afterAll(async () => {
    if (!host) return;
    await wait(unhandledAfter);
    const logged = await logErrors(host.userDataDir);
    await host.stop();
    expect([...errors, ...logged], 'errors in the page or the extension host').toEqual([]);
  });
  return () => {
    if (!host) throw new Error('VS Code is there only while a test runs.');
    return host;
  };
}
