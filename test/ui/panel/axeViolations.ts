import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe-core finds wrong in a page: rule, what it wants, and the elements. Contrast is measured by `lowContrasts`. */
export async function axeViolations({ page }: { readonly page: Page }): Promise<readonly string[]> {
  // Evaluated and not added as a script, which the page's policy would refuse.
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
      // Style sheets are not fetched again: the policy would refuse it.
      preload: false,
      rules: { 'color-contrast': { enabled: false } },
    }),
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}: ${html} ${failureSummary ?? ''}`),
  );
}
