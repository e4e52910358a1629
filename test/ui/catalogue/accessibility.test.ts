import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from '../panel/axeViolations.ts';
import { lowContrasts } from '../panel/contrast.ts';
import { drawnIcons } from '../panel/drawnIcons.ts';
import { focusedControl } from '../panel/focusedControl.ts';
import { fontCodes } from '../panel/fontCodes.ts';
import { launch } from '../panel/openPage.ts';
import { themeNames } from '../panel/themeStyle.ts';
import { openCatalogue, samplePlaces, type CataloguePage } from './openCatalogue.ts';

const twin = 'extern-c-trampoline';
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Everything at once: examples, checks, links, and places that were found. */
async function openAll(options: Parameters<typeof openCatalogue>[2] = {}): Promise<CataloguePage> {
  const opened = await openCatalogue(browser, twin, { height: 3000, ...options });
  await opened.send({ type: 'places', pattern: twin, places: samplePlaces, notes: ['3 more places.'] });
  await opened.page.locator('.places li').first().waitFor();
  return opened;
}

describe.each(themeNames)('the catalogue page in %s', (theme) => {
  it('can be read: contrast of 4.5, of signs 3', async () => {
    const opened = await openAll({ theme });
    expect(await lowContrasts(opened)).toEqual([]);
    await opened.page.locator('.patterns-list button').first().hover();
    expect(await lowContrasts(opened)).toEqual([]);
    expect(opened.errors).toEqual([]);
  });

  it('shows on each control that it has the focus', async () => {
    const opened = await openAll({ theme });
    await opened.page
      .getByRole('searchbox')
      .or(opened.page.locator('vscode-textfield input'))
      .first()
      .fill('gen');
    await opened.page.locator('.patterns-list h2').first().click();
    const visited: string[] = [];
    for (;;) {
      await opened.page.keyboard.press('Tab');
      const focused = await focusedControl(opened);
      if (!focused) break;
      expect(focused).toMatchObject({ isSeen: true });
      visited.push(focused.name);
      expect(visited.length).toBeLessThan(60);
    }
    expect(visited).toContain('Search again');
    expect(visited).toContain('rust/hw/uart/src/device.rs:212');
  });
});

it('has nothing that axe-core finds wrong', async () => {
  expect(await axeViolations(await openAll())).toEqual([]);
  const searching = await openCatalogue(browser, 'unsafe-block');
  await searching.send({ type: 'searching', pattern: 'unsafe-block', done: 3, total: 9 });
  await searching.page.getByText('3 of 9 files').waitFor();
  expect(await axeViolations(searching)).toEqual([]);
});

it('draws no icon that the font lacks', async () => {
  const shipped = await fontCodes();
  const drawn = await drawnIcons(await openAll());
  expect(drawn.size).toBeGreaterThan(2);
  expect([...drawn].filter(([code]) => !shipped.has(code))).toEqual([]);
});

it('is searched, chosen from and read with the keyboard alone', async () => {
  const { page, sendExamples, sent, send } = await openCatalogue(browser, twin);
  await page.locator('vscode-textfield input').focus();
  await page.keyboard.type('temporary');
  const first = page.locator('.patterns-list button').first();
  while (!(await first.evaluate((button) => button === document.activeElement)))
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('main h2').innerText()).toBe(await first.innerText());
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
  await sendExamples();
  const find = page.getByRole('button', { name: 'Find examples' });
  while (!(await find.evaluate((button) => button === document.activeElement)))
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const asked = (await sent()).find((message) => message.type === 'findPlaces');
  if (asked?.type !== 'findPlaces') throw new Error('nothing was looked for');
  await send({ type: 'searching', pattern: asked.pattern, done: 1, total: 2 });
  const stop = page.getByRole('button', { name: 'Stop' });
  await stop.press('Enter');
  expect((await sent()).at(-1)).toEqual({ type: 'cancelSearch' });
});

it('fits a window that is zoomed to 200 %, list above and pattern below', async () => {
  const { page } = await openAll({ width: 590, height: 500 });
  const outside = await page.evaluate(() =>
    [...document.querySelectorAll('interop-catalogue *')]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest('pre'))
      .map((element) => element.outerHTML.slice(0, 80)),
  );
  expect(outside).toEqual([]);
  const list = await page.locator('.patterns').boundingBox();
  const article = await page.locator('main').boundingBox();
  expect(article?.y).toBeGreaterThanOrEqual((list?.y ?? 0) + (list?.height ?? 0));
});

it('keeps still where motion is to be reduced', async () => {
  const { page, send } = await openCatalogue(browser, twin);
  await send({ type: 'searching', pattern: twin, done: 0, total: 0 });
  await page.locator('vscode-progress-bar').waitFor();
  const moving = await page.evaluate(
    () => document.getAnimations().filter((one) => one.playState === 'running').length,
  );
  expect(moving).toBe(0);
});
