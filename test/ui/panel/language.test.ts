import { expect, it } from 'vitest';
import { openAll } from './openAll.ts';
import { counterparts, marks, model } from './sampleSeries.ts';
import { englishIn, pseudoTranslations } from './pseudo.ts';
import { withBrowser } from './withBrowser.ts';

const open = withBrowser();
const translations = pseudoTranslations();

/** Of the model: names that are shown by words of ours. */
const NAMES = new Set([
  'attention',
  'category',
  'kind',
  'state',
  'layer',
  'image',
  'fate',
  'proposal',
  'status',
]);

it('the panel shows and tells nothing in English when all texts are translated', async () => {
  const panel = await open({ translations, height: 2400 });
  await openAll(panel);
  const data = [model, marks, counterparts, 'Interop Review', 'Reviewer Two', 'Jan', 'Rust'].flatMap(textsOf);
  expect(await englishIn(panel, data)).toEqual([]);
  await panel.send({ type: 'command', command: 'list' });
  await panel.page.locator('interop-rows').waitFor({ state: 'detached' });
  expect(await englishIn(panel, data)).toEqual([]);
  await panel.send({ type: 'failed', message: 'x', at: 'y' });
  await panel.send({ type: 'loading', title: 'z', done: 1, total: 2 });
  expect(await englishIn(panel, data)).toEqual([]);
});

/** Every text below a value that is shown as it is. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, below]) => (NAMES.has(name) ? [] : textsOf(below)));
}
