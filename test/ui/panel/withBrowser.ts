import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { PanelMarks, PanelModel } from '../../../src/protocol/panelModel.ts';
import { launch } from './openPage.ts';
import { openPanel, type PanelPage } from './openPanel.ts';
import { marks as sampleMarks, model as sampleModel } from './sampleSeries.ts';

type Options = NonNullable<Parameters<typeof openPanel>[1]> & {
  readonly model?: PanelModel;
  readonly marks?: PanelMarks;
};

/**
 * One browser for the tests of a file. Gives the function that opens a panel with a series in it. After each test the
 * page must have had no error, and its policy nothing to refuse.
 */
export function withBrowser(): (options?: Options) => Promise<PanelPage> {
  let browser: Browser;
  const open: PanelPage[] = [];
  beforeAll(async () => {
    browser = await launch();
  });
  afterEach(async () => {
    const panels = open.splice(0);
    const errors = panels.flatMap((panel) => panel.errors);
    await Promise.all(panels.map(({ page }) => page.context().close()));
    expect(errors).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
  });
  return async ({ model = sampleModel, marks = sampleMarks, ...options } = {}) => {
    const panel = await openPanel(browser, options);
    open.push(panel);
    await panel.send({ type: 'model', model, marks, source: 'sample' });
    await panel.page.locator('.row').first().waitFor();
    return panel;
  };
}
