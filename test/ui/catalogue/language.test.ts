import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch } from '../panel/openPage.ts';
import { englishIn, pseudoTranslations } from '../panel/pseudo.ts';
import { openCatalogue, patterns, samplePlaces } from './openCatalogue.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

it('the catalogue page shows and tells nothing in English but the texts of patterns', async () => {
  const shown = 'extern-c-trampoline';
  const opened = await openCatalogue(browser, shown, { translations: pseudoTranslations(), height: 3000 });
  // Only this pattern: the prose of all of them has every word there is.
  const only = patterns.filter(({ id }) => id === shown);
  await opened.send({ type: 'catalogue', patterns: only, categories: ['callbacks'], canSearch: true });
  await opened.page.locator('.patterns-list li').nth(1).waitFor({ state: 'detached' });
  const prose = only.flatMap(({ title, what, checks, questions, goodExplanation, links }) => [
    ...[title, ...what, ...checks, ...questions, ...goodExplanation],
    ...links.flatMap((link) => [link.title, link.project ?? '']),
  ]);
  const data = [...prose, 'Interop Review', 'Rust'];
  expect(await englishIn(opened, data)).toEqual([]);
  await opened.send({ type: 'searching', pattern: shown, done: 0, total: 3 });
  await opened.page.locator('vscode-progress-bar').waitFor();
  expect(await englishIn(opened, data)).toEqual([]);
  await opened.send({ type: 'places', pattern: shown, places: samplePlaces.slice(1), notes: [] });
  await opened.page.locator('.places li').waitFor();
  expect(await englishIn(opened, [...data, ...samplePlaces.map(({ path }) => path)])).toEqual([]);
});
