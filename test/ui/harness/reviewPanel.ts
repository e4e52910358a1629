import type { FrameLocator, Page } from 'playwright-core';
import { webview } from '../../vscode-host/workbench.ts';

/** The page of the review panel; waits until it shows a series. */
export async function reviewPanel(page: Page): Promise<FrameLocator> {
  const panel = webview(page);
  await panel.locator('main:not([inert]) h1').waitFor();
  await panel.locator('interop-rows').waitFor();
  return panel;
}
