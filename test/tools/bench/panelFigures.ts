import type { Browser } from 'playwright-core';
import { launch } from '../../ui/panel/openPage.ts';
import type { Figure } from './figure.ts';
import { frameTimes, type FrameTimes, measurePanel, type PanelFigures } from './panel.ts';

const SMALL = 500;

/** The panel with a long series, in a browser, as lines of the table. */
export async function panelFigures(): Promise<readonly Figure[]> {
  const browser = await launch();
  try {
    const { lines, painted, scroll, fastScroll, collapse, filter, walk, elements, heap } =
      await middleOfThree(browser);
    const small = await measurePanel(browser, SMALL);
    const idle = await idleFrames(browser);
    const ms = (what: string, value: number, limit: number | undefined, note = ''): Figure => ({
      ...{ what, value, unit: 'ms', limit, note },
    });
    const frames = ({ p50, max }: FrameTimes): string =>
      `half in ${p50.toFixed(1)} ms, the longest ${max.toFixed(1)} ms; on an empty page ${idle.p50.toFixed(1)}, 95 of 100 in ${idle.p95.toFixed(1)}, ${idle.max.toFixed(1)}`;
    return [
      ms(
        `First paint of ${lines} diff lines`,
        painted,
        100,
        `from the arrival of the data; of ${small.lines} lines ${small.painted.toFixed(0)} ms`,
      ),
      ms('  95 of 100 frames while scrolling', scroll.p95, 17, frames(scroll)),
      ms('  the same, 4,000 pixels a frame', fastScroll.p95, undefined, frames(fastScroll)),
      ms(
        '  collapsing a patch',
        collapse,
        undefined,
        `of ${small.lines} lines ${small.collapse.toFixed(0)} ms`,
      ),
      ms('  choosing a category', filter, undefined, `of ${small.lines} lines ${small.filter.toFixed(0)} ms`),
      ms(
        '  walking to the other end',
        walk,
        undefined,
        `of ${small.lines} lines ${small.walk.toFixed(0)} ms`,
      ),
      { what: '  script heap', value: heap, unit: 'MB', limit: undefined, note: `${elements} elements` },
    ];
  } finally {
    await browser.close();
  }
}

/** Of three runs the one whose first paint is in the middle. */
async function middleOfThree(browser: Browser): Promise<PanelFigures> {
  const first = await measurePanel(browser);
  const runs = [first, await measurePanel(browser), await measurePanel(browser)];
  return runs.sort((a, b) => a.painted - b.painted)[1] ?? first;
}

/** Frames of an empty page: what the browser and the machine make of nothing. */
async function idleFrames(browser: Browser): Promise<FrameTimes> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  try {
    return await frameTimes(page, 0, 120);
  } finally {
    await page.close();
  }
}
