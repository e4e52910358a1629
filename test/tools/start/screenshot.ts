import { setTimeout as wait } from 'node:timers/promises';
import { reviewPanel } from '../../ui/harness/reviewPanel.ts';
import { projectRoot } from '../../vscode-host/root.ts';
import { startHost } from '../../vscode-host/startHost.ts';
import { setTheme } from '../../vscode-host/themes.ts';
import { openReview } from './openReview.ts';
import type { Screenshot } from './options.ts';
import type { Target } from './target.ts';

/** Opens the review unseen, waits until the panel stands still, and saves a picture of the window. */
export async function takeScreenshot(target: Target, { file, theme }: Screenshot): Promise<void> {
  const host = await startHost({ extensions: [projectRoot], workspace: target.workspace });
  try {
    await setTheme(host, theme);
    await openReview(host, target);
    const body = (await reviewPanel(host.page)).locator('body');
    await host.evaluate(async ({ commands }) => {
      await commands.executeCommand('workbench.action.closeSidebar');
      await commands.executeCommand('interopReview.next');
    }, null);
    let before = '';
    for (let now = ' '; now !== before; now = await body.innerText()) {
      before = now;
      await wait(700);
    }
    await host.page.screenshot({ path: file });
    console.log(file);
  } finally {
    await host.stop();
  }
}
