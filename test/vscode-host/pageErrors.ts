import type { ConsoleMessage, Page } from 'playwright-core';

/**
 * Collects what goes wrong in a workbench page and the webviews in it: exceptions, unhandled rejections, and whatever
 * is printed as an error (a refused resource, say). Call it before the page is opened; the list grows.
 */
export function collectPageErrors(page: Page): readonly string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !isWorkbenchNoise(message)) errors.push(message.text());
  });
  return errors;
}

/** The workbench's own errors: files this server build does not carry, and its log, which is looked at by itself. */
function isWorkbenchNoise(message: ConsoleMessage): boolean {
  const { url } = message.location();
  if (url.endsWith('/workbench.js')) return true;
  if (/\/_static\/|\/vsda(?:_bg)?\./.test(url)) return true;
  return message.text().startsWith('A bad HTTP response code (404) was received when fetching the script');
}
