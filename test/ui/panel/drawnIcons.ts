import type { Page } from 'playwright-core';

/** The code points of all icons in a page, those inside of controls too, each with the class that asks for it. */
export async function drawnIcons({ page }: { readonly page: Page }): Promise<ReadonlyMap<number, string>> {
  const found = await page.evaluate(() => {
    const icons: [number, string][] = [];
    const visit = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) visit(element.shadowRoot);
        if (!element.classList.contains('codicon')) continue;
        const { content } = getComputedStyle(element, '::before');
        icons.push([content.codePointAt(1) ?? 0, element.className]);
      }
    };
    visit(document);
    return icons;
  });
  return new Map(found);
}
