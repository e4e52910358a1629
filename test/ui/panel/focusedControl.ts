import type { Page } from 'playwright-core';

/** Room around a control in which its focus may show, in CSS pixels. */
const AROUND = 4;

/** The control that has the focus, and whether one sees that it has: it looks different without. Null for none. */
export async function focusedControl({
  page,
}: {
  readonly page: Page;
}): Promise<{ readonly name: string; readonly isSeen: boolean } | null> {
  const found = await page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    const { x, y, width, height } = element.getBoundingClientRect();
    const placeholder = element.getAttribute('placeholder') ?? '';
    const text = (element.getAttribute('aria-label') ?? element.textContent).replace(/\s+/g, ' ').trim();
    return { name: text === '' ? placeholder : text, box: { x, y, width, height } };
  });
  if (!found) return null;
  const { width: most, height: deepest } = page.viewportSize() ?? { width: 0, height: 0 };
  const x = Math.max(0, found.box.x - AROUND);
  const y = Math.max(0, found.box.y - AROUND);
  const clip = {
    ...{ x, y },
    width: Math.min(most - x, found.box.width + 2 * AROUND),
    height: Math.min(deepest - y, found.box.height + 2 * AROUND),
  };
  const focused = await page.screenshot({ clip });
  const handle = await page.evaluateHandle(() => document.activeElement);
  await handle.evaluate((element) => {
    (element as HTMLElement).blur();
  });
  const blurred = await page.screenshot({ clip });
  await handle.evaluate((element) => {
    (element as HTMLElement).focus({ preventScroll: true });
  });
  return { name: found.name, isSeen: !focused.equals(blurred) };
}
