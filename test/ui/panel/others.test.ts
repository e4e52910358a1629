import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../vscode-host/root.ts';
import { withOthers } from './sampleRemarks.ts';
import { themeNames, type ThemeName } from './themeStyle.ts';
import type { PanelPage } from './openPanel.ts';
import { withBrowser } from './withBrowser.ts';

const open = withBrowser();

async function opened(theme: ThemeName = 'dark') {
  const panel = await open({ theme, marks: withOthers });
  panel.page.setDefaultTimeout(8_000);
  await panel.page.locator('interop-remark-card').first().waitFor();
  return panel;
}

/** Brings a line of the second patch into sight: what is out of it is not in the page. */
async function reveal({ send }: PanelPage, file: number, row: number): Promise<void> {
  await send({ type: 'reveal', place: { kind: 'lines', patch: 1, file, hunk: 0, row, endRow: row } });
}

it('shows what others said at its lines, as text, and what was answered', async () => {
  const { page } = await opened();
  const card = page.locator('interop-remark-card', { hasText: 'Which registers' });
  await expect(card.locator('header').textContent()).resolves.toMatch(/Reviewer Three.*2025.*in the thread/s);
  await expect(card.locator('.said').textContent()).resolves.toContain('Those of the enum');
  const evil = page.locator('interop-remark-card', { hasText: '<img src=x' });
  await expect(evil.locator('img').count()).resolves.toBe(0);
  await expect(evil.locator('header b b').count()).resolves.toBe(0);
});

it('lists what could not be placed, below its patch and above the series', async () => {
  const { page } = await opened();
  const lost = page.locator('interop-remark-card', { hasText: 'Where did this go?' });
  await expect(lost.textContent()).resolves.toMatch(/Could not be placed.*timer_free/s);
  const banner = page.locator('.others');
  await expect(banner.textContent()).resolves.toMatch(
    /4 remarks by 2 other reviewers.*2 could not be placed/s,
  );
  await banner.getByRole('button', { name: 'Show each' }).click();
  await expect(banner.locator('li').first().textContent()).resolves.toContain('Where did this go?');
  await banner.locator('li', { hasText: 'Which registers' }).getByRole('button').click();
  await expect(page.locator('interop-remark-card', { hasText: 'Which registers' }).count()).resolves.toBe(1);
});

it('does not count them among the own marks, and leaves them out when asked to', async () => {
  const { page } = await opened();
  await expect(page.locator('.progress .words').textContent()).resolves.toMatch(/\d+ of 6 looked at/);
  const chip = page.getByRole('button', { name: /from others/ });
  await chip.click();
  await expect.poll(() => page.locator('interop-remark-card').count()).toBe(0);
  await chip.click();
  await page.locator('interop-remark-card').first().waitFor();
});

it('takes an answer, with the keyboard alone', async () => {
  const panel = await opened();
  const { page } = panel;
  await reveal(panel, 0, 6);
  const card = page.locator('interop-remark-card', { hasText: '<img src=x' });
  await card.getByRole('button', { name: 'Answer…' }).press('Enter');
  const box = card.locator('textarea');
  await box.fill('Because it is checked above.');
  await box.press('Control+Enter');
  expect(await panel.sentOf('answer')).toEqual({
    ...{ type: 'answer', id: 'r-evil' },
    text: 'Because it is checked above.',
  });
});

it('says why an annotation asks again that was understood, and who else understood it', async () => {
  const panel = await opened();
  const { page } = panel;
  await reveal(panel, 1, 1);
  await expect(page.locator('.line', { hasText: 'Error **errp' }).textContent()).resolves.toContain(
    'asks again: edited since v1',
  );
  await reveal(panel, 1, 3);
  const card = page.locator('interop-annotation-card');
  await expect(card.textContent()).resolves.toMatch(/You settled this in v1 \(understood\)/);
  await reveal(panel, 0, 4);
  await expect.poll(() => card.textContent()).toContain('Reviewer Three: understood');
});

it('tells where the marks are kept, and asks the host for more', async () => {
  const panel = await opened();
  await panel.page.getByRole('button', { name: 'your marks are private' }).click();
  await panel.sentOf('kept');
});

it.each(themeNames)('draws remarks in %s', async (theme) => {
  const panel = await opened(theme);
  const { page } = panel;
  await page.screenshot({ path: join(projectRoot, `.cache/screenshots/others-top-${theme}.png`) });
  await page.locator('.others').getByRole('button', { name: 'Show each' }).click();
  await reveal(panel, 0, 6);
  await page.locator('interop-remark-card', { hasText: '<img src=x' }).waitFor();
  await page.screenshot({ path: join(projectRoot, `.cache/screenshots/others-${theme}.png`) });
});
