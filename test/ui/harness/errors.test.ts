import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { logErrors } from '../../vscode-host/logErrors.ts';
import { collectPageErrors } from '../../vscode-host/pageErrors.ts';
import { startHost } from '../../vscode-host/startHost.ts';
import { webview } from '../../vscode-host/workbench.ts';

it('errors in a webview and in the extension host are noticed', async () => {
  let errors: readonly string[] = [];
  const host = await startHost({
    extensions: [join(import.meta.dirname, 'faulty')],
    onPage: (page) => {
      errors = collectPageErrors(page);
    },
  });
  try {
    await webview(host.page).getByText('faulty').waitFor();
    await wait(2000);
    const all = [...errors, ...(await logErrors(host.userDataDir))].join('\n');
    expect(all).toContain('an exception in the webview');
    expect(all).toContain('a rejection in the webview');
    expect(all).toContain('Content Security Policy');
    expect(all).toContain('a rejection in the extension host');
  } finally {
    await host.stop();
  }
});
