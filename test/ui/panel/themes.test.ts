import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectRoot } from '../../vscode-host/root.ts';
import { launch } from './openPage.ts';
import { openPanel } from './openPanel.ts';
import { counterparts, marks, model, oneSided } from './sampleSeries.ts';
import { sendTokens } from './sendTokens.ts';
import { themeNames } from './themeStyle.ts';

const folder = join(projectRoot, '.cache/screenshots');
let browser: Browser;

beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  browser = await launch();
});

afterAll(async () => {
  await browser.close();
});

it.each(themeNames)('draws the sample series in %s', async (theme) => {
  const panel = await openPanel(browser, { theme });
  await panel.send({ type: 'model', model, marks, source: 'sample' });
  await panel.send({ type: 'counterparts', counterparts });
  await panel.send({ type: 'oneSided', files: oneSided });
  await panel.page.locator('.line').first().waitFor();
  await sendTokens(panel, model);
  await panel.page.screenshot({ path: join(folder, `sample-top-${theme}.png`) });
  await panel.send({ type: 'command', command: 'next' });
  await panel.page.locator('interop-annotation-card').waitFor();
  await panel.page.screenshot({ path: join(folder, `sample-${theme}.png`) });
  expect(panel.errors).toEqual([]);
});
