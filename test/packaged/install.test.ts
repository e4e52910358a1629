import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packExtension } from '../tools/package/packExtension.ts';
import { reviewPanel } from '../ui/harness/reviewPanel.ts';
import { installExtension } from '../vscode-host/installExtension.ts';
import { logErrors } from '../vscode-host/logErrors.ts';
import { collectPageErrors } from '../vscode-host/pageErrors.ts';
import { projectRoot } from '../vscode-host/root.ts';
import { startHost } from '../vscode-host/startHost.ts';
import { runCommand, webview } from '../vscode-host/workbench.ts';

it('installs, reviews a mailbox from the explorer, and has all that its pages and editors load', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'interop-review-'));
  const workspace = join(folder, 'workspace');
  const extensionsDir = join(folder, 'extensions');
  await cp(join(projectRoot, 'media/example/fan-v2.mbox'), join(workspace, 'fan-v2.mbox'));
  await packExtension(join(folder, 'packed.vsix'));
  await installExtension(join(folder, 'packed.vsix'), extensionsDir);
  let errors: readonly string[] = [];
  const host = await startHost({
    extensionsDir,
    workspace,
    onPage: (page) => {
      page.setDefaultTimeout(30_000);
      errors = collectPageErrors(page);
    },
  });
  try {
    const { page } = host;
    await page.getByRole('treeitem', { name: 'fan-v2.mbox' }).click();
    await page.getByRole('button', { name: 'Review this series' }).click();
    const panel = await reviewPanel(page);
    expect(await panel.locator('h1').innerText()).toContain('port the fan to Rust');
    await page.keyboard.press('n');
    await page.keyboard.press('o');
    await page.locator('.monaco-diff-editor .modified .cgmr').first().waitFor();
    await runCommand(page, 'Interop Review: Show the Pattern Catalogue');
    const catalogue = webview(page);
    await catalogue.locator('main h2').waitFor();
    const layout = catalogue.locator('interop-catalogue');
    await expect.poll(() => layout.evaluate((element) => getComputedStyle(element).display)).toBe('grid');
    expect([...errors, ...(await logErrors(host.userDataDir))]).toEqual([]);
  } finally {
    await host.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
