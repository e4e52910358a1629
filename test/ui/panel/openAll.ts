import type { PanelPage } from './openPanel.ts';
import { mark, marksOf } from './sampleParts.ts';
import { counterparts, marks, model, oneSided } from './sampleSeries.ts';
import { sendTokens } from './sendTokens.ts';

/** Opens everything that can be open at once. */
export async function openAll(panel: PanelPage): Promise<void> {
  const { page, send } = panel;
  const deferred = mark('m-left', 'deferred', {
    rows: [3, 3],
    annotation: 'a-trampoline',
    deferredTo: 'Reviewer Two',
  });
  await send({ type: 'marks', marks: marksOf([...marks.marks, deferred]) });
  await send({ type: 'counterparts', counterparts });
  await send({ type: 'oneSided', files: oneSided });
  await sendTokens(panel, model);
  await page.locator('[aria-controls=problem-list]').click();
  await page.locator('[aria-controls=house-rule-list]').click();
  await page.locator('.carried button').first().click();
  await page.locator('.chip:has(.is-note)').click();
  await send({ type: 'command', command: 'next' });
  await send({ type: 'command', command: 'needs-explanation' });
  await page.locator('.draft-text').waitFor();
  await sendTokens(panel, model);
}
