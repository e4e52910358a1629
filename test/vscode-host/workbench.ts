import type { FrameLocator, Page } from 'playwright-core';

/** The document inside the webview that is shown. */
export function webview(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
}

/** Runs a command as a person does, through the command palette. Waits until the palette offers it. */
export async function runCommand(page: Page, title: string): Promise<void> {
  const input = page.locator('.quick-input-widget:visible input.input');
  const row = page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: title }).first();
  const end = Date.now() + 30_000;
  while (Date.now() < end) {
    await page.keyboard.press('F1');
    await input.waitFor();
    await input.fill(`>${title}`);
    // A command of an extension that VS Code has not read yet does not come into an open palette: open it again.
    const offered = await row.waitFor({ timeout: 1500 }).then(
      () => true,
      () => false,
    );
    if (offered) {
      await row.click();
      return;
    }
    await page.keyboard.press('Escape');
    await input.waitFor({ state: 'hidden' });
  }
  throw new Error(`The palette does not offer "${title}".`);
}
