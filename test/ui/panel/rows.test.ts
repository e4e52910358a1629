import { describe, expect, it } from 'vitest';
import type { PanelModel } from '../../../src/protocol/panelModel.ts';
import { bigSeries } from './bigSeries.ts';
import type { PanelPage } from './openPanel.ts';
import { noMarks } from './sampleParts.ts';
import { marks, model } from './sampleSeries.ts';
import { withBrowser } from './withBrowser.ts';

const open = withBrowser();
const active = async ({ page }: PanelPage): Promise<string | null> =>
  page.getByRole('treegrid').getAttribute('aria-activedescendant');
const scrollTop = async ({ page }: PanelPage): Promise<number> =>
  page.locator('.scroller').evaluate((element) => element.scrollTop);
const scrollTo = async ({ page }: PanelPage, top: number): Promise<void> => {
  await page.locator('.scroller').evaluate((element, to) => {
    element.scrollTop = to;
  }, top);
};

describe('keys on the rows', () => {
  it('move the cursor as in a tree grid', async () => {
    const panel = await open();
    const { keyboard } = panel.page;
    await panel.page.getByRole('treegrid').focus();
    const visited: (string | null)[] = [];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowLeft', 'ArrowLeft', 'ArrowDown', 'End', 'Home']) {
      await keyboard.press(key);
      visited.push(await active(panel));
    }
    expect(visited).toEqual([
      ...['row-cover', 'row-text-cover-0', 'row-cover', 'row-cover', 'row-patch-0'],
      ...['row-line-2-0-0-0', 'row-cover'],
    ]);
  });

  it('fold and unfold headings, and open cards', async () => {
    const panel = await open();
    const { keyboard } = panel.page;
    await panel.page.locator('#row-file-1-0 h3').click();
    expect(await panel.page.locator('#row-file-1-0').getAttribute('aria-expanded')).toBe('false');
    await keyboard.press('ArrowRight');
    expect(await panel.page.locator('#row-file-1-0').getAttribute('aria-expanded')).toBe('true');
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter'])
      await keyboard.press(key);
    expect(await active(panel)).toBe('row-line-1-0-0-3');
    await panel.page.locator('interop-annotation-card').waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    const inCard = await panel.page.evaluate(
      () => document.activeElement?.closest('interop-annotation-card') !== null,
    );
    expect(inCard).toBe(true);
    await keyboard.press('Escape');
    expect(await panel.page.locator('interop-annotation-card').count()).toBe(0);
  });

  it('scroll only when the cursor leaves the sight', async () => {
    const panel = await open({ height: 600 });
    await panel.page.getByRole('treegrid').focus();
    await panel.page.keyboard.press('ArrowDown');
    expect(await scrollTop(panel)).toBe(0);
    await panel.page.keyboard.press('PageDown');
    await panel.page.keyboard.press('PageDown');
    const id = await active(panel);
    const box = await panel.page.locator(`#${id ?? ''}`).boundingBox();
    expect(box && box.y > 90 && box.y < 600).toBe(true);
  });
});

describe('filters', () => {
  it('narrow the series by category, say so, and are lifted again', async () => {
    const panel = await open();
    await panel.page.getByRole('button', { name: 'errors 1' }).click();
    await panel.page
      .getByText('1 of 7 annotations shown. The filter leaves out 2 patches and 6 files.')
      .waitFor();
    expect(await panel.page.locator('.file-heading').count()).toBe(1);
    await panel.page.getByRole('button', { name: 'Clear filter' }).click();
    await panel.page.locator('#row-file-1-0').waitFor();
  });

  it('find lines by text, one after the other, while the box keeps the focus', async () => {
    const panel = await open();
    await panel.send({ type: 'command', command: 'filter' });
    await panel.sentOf('inputFocused');
    await panel.page.keyboard.type('ERRP');
    await panel.page.locator('mark.hit').first().waitFor();
    await panel.page.keyboard.press('Enter');
    expect(await active(panel)).toBe('row-line-0-0-0-4');
    await panel.page.keyboard.press('Enter');
    expect(await active(panel)).toBe('row-line-0-0-0-6');
    await panel.page.keyboard.press('Shift+Enter');
    expect(await active(panel)).toBe('row-line-0-0-0-4');
    await panel.page.keyboard.press('Escape');
    expect(await panel.page.locator('mark.hit').count()).toBe(0);
    const count = (await panel.sent()).length;
    await panel.page.keyboard.press('Escape');
    expect(await panel.sentOf('inputFocused', count)).toEqual({ type: 'inputFocused', focused: false });
  });
});

describe('the plain list', () => {
  it('names every annotation that is shown with its place, and leads to it', async () => {
    const panel = await open();
    await panel.page.getByRole('button', { name: 'Plain list' }).click();
    expect(await panel.page.getByRole('listitem').count()).toBe(6);
    await panel.page.getByText('2/3 include/hw/misc/fan.h:19').waitFor();
    await panel.page.getByRole('button', { name: 'Exported symbol' }).click();
    await panel.page.locator('interop-annotation-card').getByText('Exported symbol').waitFor();
    expect(await active(panel)).toBe('row-line-1-1-0-3');
  });
});

describe('a reload', () => {
  it('brings back what was collapsed, open, filtered, half written, and where it was scrolled to', async () => {
    const panel = await open({ height: 500 });
    await panel.page.getByRole('button', { name: 'notes 1' }).click();
    await panel.page.locator('#row-patch-0 h2').click();
    await panel.send({ type: 'command', command: 'order' });
    await panel.send({ type: 'command', command: 'next-open' });
    await panel.send({ type: 'command', command: 'needs-explanation' });
    await panel.page.getByRole('textbox', { name: 'Your question' }).fill('Half a question');
    await panel.page.waitForTimeout(300);
    const before = await scrollTop(panel);
    expect(before).toBeGreaterThan(50);
    await panel.reload();
    await panel.sentOf('ready');
    await panel.send({ type: 'model', model, marks, source: 'sample' });
    const box = panel.page.getByRole('textbox', { name: 'Your question' });
    await box.waitFor();
    expect(await box.inputValue()).toBe('Half a question');
    expect(await panel.page.getByRole('button', { name: 'notes 1' }).getAttribute('aria-pressed')).toBe(
      'true',
    );
    await panel.page.getByText('By text').waitFor();
    await expect.poll(async () => Math.abs((await scrollTop(panel)) - before)).toBeLessThan(3);
    await scrollTo(panel, 0);
    expect(await panel.page.locator('#row-patch-0').getAttribute('aria-expanded')).toBe('false');
  });
});

it('a stored position beyond the end is as far down as there is', async () => {
  const panel = await open({ height: 500 });
  await panel.page.waitForTimeout(300);
  await panel.page.evaluate(() => {
    const state = JSON.parse(sessionStorage.getItem('state') ?? '') as Record<string, unknown>;
    sessionStorage.setItem('state', JSON.stringify({ ...state, scrollTop: 1_000_000 }));
  });
  await panel.reload();
  await panel.send({ type: 'model', model, marks, source: 'sample' });
  await panel.page.locator('#row-line-2-0-0-0').waitFor({ timeout: 5000 });
  await scrollTo(panel, 0);
  await panel.page.locator('#row-cover').waitFor();
});

describe('50,000 lines', () => {
  const big = bigSeries(50_000);
  const untouched = noMarks(big);

  it('keep few elements in the page, and show the right line anywhere', async () => {
    const panel = await open({ model: big, marks: untouched });
    const elements = async (): Promise<number> =>
      panel.page.evaluate(() => document.querySelectorAll('*').length);
    expect(await elements()).toBeLessThan(2500);
    await panel.page.getByRole('treegrid').focus();
    await panel.page.keyboard.press('End');
    await panel.page.locator('#row-line-99-3-4-24').waitFor();
    expect(await elements()).toBeLessThan(2500);
    const rows = await panel.page.getByRole('treegrid').getAttribute('aria-rowcount');
    expect(await panel.page.locator('#row-line-99-3-4-24').getAttribute('aria-rowindex')).toBe(rows);
    await panel.page.locator('.crumb').getByText('rust/module99/src/file3.rs').waitFor();
  });

  it('keep a question that is being written while they scroll away', async () => {
    const panel = await open({ model: big, marks: untouched });
    await panel.send({ type: 'command', command: 'next' });
    await panel.send({ type: 'command', command: 'needs-explanation' });
    const box = panel.page.getByRole('textbox', { name: 'Your question' });
    await box.fill('Half');
    await scrollTo(panel, 400_000);
    await panel.page
      .locator('.crumb')
      .getByText(/rust\/module3\d/)
      .waitFor();
    await panel.page.keyboard.type(' a question');
    await panel.page.keyboard.press('Control+Enter');
    expect(await panel.sentOf('mark')).toMatchObject({ question: 'Half a question' });
  });

  it('ask for colours only near what is shown', async () => {
    const panel = await open({ model: big, marks: untouched });
    await panel.sentOf('needTokens');
    await scrollTo(panel, 300_000);
    await panel.page.waitForTimeout(400);
    const asked = (await panel.sent()).filter(({ type }) => type === 'needTokens').length;
    expect(asked).toBeGreaterThan(2);
    expect(asked).toBeLessThan(25);
  });
});

describe('what a patch says', () => {
  it('stays text, wherever it stands', async () => {
    const evil = '<img src=x onerror="alert(1)"><script>alert(1)</script>';
    const poisoned = JSON.parse(
      JSON.stringify(model)
        .replaceAll('Exclusive reference', `${evil.replaceAll('"', '\\"')} Exclusive reference`)
        .replaceAll('impl FanState', evil.replaceAll('"', '\\"'))
        .replaceAll('hw/fan: move', evil.replaceAll('"', '\\"')),
    ) as PanelModel;
    const panel = await open({ model: poisoned });
    await panel.send({ type: 'command', command: 'next' });
    await panel.page.locator('interop-annotation-card').waitFor();
    expect(await panel.page.locator('img').count()).toBe(0);
    expect(await panel.page.locator('script').count()).toBe(1);
    await panel.page.getByText(evil).first().waitFor();
  });

  it('shows characters that hide, and lines that are too long', async () => {
    const panel = await open({ width: 500 });
    await panel.page.locator('.hidden-character').getByText('U+202E').waitFor();
    await panel.send({ type: 'command', command: 'next' });
    await panel.page.locator('#row-line-1-0-0-11').waitFor();
    const scroller = panel.page.locator('.scroller');
    await scroller.evaluate((element) => {
      element.scrollLeft = 300;
    });
    expect(await scroller.evaluate((element) => element.scrollLeft)).toBe(300);
    const card = await panel.page.locator('.card').first().boundingBox();
    expect(card && card.x >= 0 && card.x + card.width <= 500).toBe(true);
  });
});
