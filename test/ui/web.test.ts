import { afterAll, beforeAll, expect, it } from 'vitest';
import { collectPageErrors } from '../vscode-host/pageErrors.ts';
import { projectRoot } from '../vscode-host/root.ts';
import { startHost, type Host } from '../vscode-host/startHost.ts';
import { runCommand, webview } from '../vscode-host/workbench.ts';
import { reviewPanel } from './harness/reviewPanel.ts';
import { screenshotPath } from './harness/screenshotPath.ts';

let host: Host;
let errors: readonly string[] = [];

beforeAll(async () => {
  host = await startHost({
    webExtension: projectRoot,
    development: true,
    onPage: (page) => {
      page.setDefaultTimeout(30_000);
      errors = collectPageErrors(page);
    },
  });
  await host.page.locator('.monaco-workbench').waitFor();
});

afterAll(async () => {
  await host.page.screenshot({ path: screenshotPath('web') });
  await host.stop();
});

it('a series is reviewed in a browser alone', async () => {
  const { page } = host;
  await runCommand(page, 'Interop Review: Open the Example Series');
  const panel = await reviewPanel(page);
  expect(await panel.locator('h1').innerText()).toContain('fan');
  await page.keyboard.press('n');
  await panel.locator('interop-annotation-card').waitFor();
  await page.keyboard.press('u');
  await panel
    .getByText(/1 of \d+ looked at/)
    .first()
    .waitFor();
});

it('its marks are read back from the storage when it is opened again', async () => {
  const { page } = host;
  await runCommand(page, 'Interop Review: Close Review');
  await page.locator('iframe.webview.ready').waitFor({ state: 'detached' });
  await runCommand(page, 'Interop Review: Open the Example Series');
  const panel = await reviewPanel(page);
  await panel
    .getByText(/1 of \d+ looked at/)
    .first()
    .waitFor();
});

it('its marks are there again when the page was loaded anew', async () => {
  const { page } = host;
  await (await reviewPanel(page)).locator('h1').evaluate(() => {
    document.body.dataset['before'] = 'yes';
  });
  await page.reload();
  await webview(page).locator('body[data-before]').waitFor({ state: 'detached' });
  await page.locator('.monaco-workbench').waitFor();
  await runCommand(page, 'Interop Review: Open the Example Series');
  const panel = await reviewPanel(page);
  await panel
    .getByText(/1 of \d+ looked at/)
    .first()
    .waitFor();
});

it('the catalogue is there', async () => {
  const { page } = host;
  await runCommand(page, 'Interop Review: Show the Pattern Catalogue');
  await webview(page).locator('.example pre').first().waitFor();
  expect(errors).toEqual([]);
});
