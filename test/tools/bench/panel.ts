import type { Browser, Page } from 'playwright-core';
import type { PanelCommand } from '../../../src/protocol/messages.ts';
import { bigSeries } from '../../ui/panel/bigSeries.ts';
import { openPanel, type PanelPage } from '../../ui/panel/openPanel.ts';
import { noMarks } from '../../ui/panel/sampleParts.ts';

/** How fast the panel is with a large series; times in milliseconds. */
export interface PanelFigures {
  readonly lines: number;
  /** From the arrival of the model to the first paint with it, as the panel reports it. */
  readonly painted: number;
  /** Times between frames while scrolling evenly, and by 4,000 pixels a frame. */
  readonly scroll: FrameTimes;
  readonly fastScroll: FrameTimes;
  /** From an action to the paint with it: collapsing a patch, choosing a category, walking to the other end. */
  readonly collapse: number;
  readonly filter: number;
  readonly walk: number;
  /** Elements in the page, and megabytes of the script's heap. */
  readonly elements: number;
  readonly heap: number;
}

export interface FrameTimes {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** Opens a series of this many diff lines in the panel, in a browser, and measures it. */
export async function measurePanel(browser: Browser, lines = 50_000): Promise<PanelFigures> {
  const panel = await openPanel(browser, { width: 1200, height: 900 });
  const model = bigSeries(lines);
  await panel.send({ type: 'model', model, marks: noMarks(model), source: 'big' });
  const { milliseconds: painted } = await panel.sentOf('painted');
  await panel.page.waitForTimeout(500);
  const scroll = await frameTimes(panel.page, 40, 120);
  const fastScroll = await frameTimes(panel.page, 4000, 120);
  const collapse = await untilPainted(panel, { click: '.patch-heading .heading-body' });
  const filter = await untilPainted(panel, { click: '.categories .chip' });
  const walk = await untilPainted(panel, { command: 'previous' });
  const elements = await panel.page.evaluate(() => document.querySelectorAll('*').length);
  const session = await panel.page.context().newCDPSession(panel.page);
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await panel.page.context().close();
  return { lines, painted, scroll, fastScroll, collapse, filter, walk, elements, heap: usedSize / 1e6 };
}

/** Times between frames while the panel scrolls by so many pixels a frame; on a page without a panel nothing moves. */
export async function frameTimes(page: Page, step: number, frames: number): Promise<FrameTimes> {
  const times = await page.evaluate(
    ([by, count]) =>
      new Promise<number[]>((resolve) => {
        const scroller = document.querySelector('.scroller');
        const taken: number[] = [];
        let last = performance.now();
        const tick = (now: number): void => {
          taken.push(now - last);
          last = now;
          if (taken.length > count) {
            resolve(taken.slice(1));
            return;
          }
          scroller?.scrollBy(0, by);
          requestAnimationFrame(tick);
        };
        requestAnimationFrame(tick);
      }),
    [step, frames] as const,
  );
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), max: sorted.at(-1) ?? 0 };
}

/** Does something in the page, and gives the time until its next frame was painted. */
async function untilPainted(
  { page }: PanelPage,
  act: { readonly click?: string; readonly command?: PanelCommand },
): Promise<number> {
  return page.evaluate(async ({ click, command }) => {
    const start = performance.now();
    if (click !== undefined) document.querySelector<HTMLElement>(click)?.click();
    if (command !== undefined)
      dispatchEvent(new MessageEvent('message', { data: { type: 'command', command } }));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - start;
  }, act);
}
