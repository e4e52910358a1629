import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { PanelCommand } from '../../../src/protocol/messages.ts';
import type { PanelPage } from './openPanel.ts';
import { mark, marksOf } from './sampleParts.ts';
import { counterparts, marks, oneSided } from './sampleSeries.ts';
import { withBrowser } from './withBrowser.ts';

const open = withBrowser();
const line = ({ page }: PanelPage, row: number, file = 0): Locator =>
  page.locator(`#row-line-1-${file}-0-${row}`);
const card = ({ page }: PanelPage): Locator => page.locator('interop-annotation-card');
const command = async ({ send }: PanelPage, name: PanelCommand): Promise<void> =>
  send({ type: 'command', command: name });
const settled = async ({ page }: PanelPage): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() =>
            requestAnimationFrame(() => {
              resolve();
            }),
          ),
        );
      }),
  );
const topOf = async (locator: Locator): Promise<number> => (await locator.boundingBox())?.y ?? Number.NaN;

describe('the walk', () => {
  it('opens one card at a time, and what is in sight stays where it is', async () => {
    const panel = await open();
    for (const name of ['order', 'next', 'next'] as const) await command(panel, name);
    await card(panel).getByText('Function that C calls back into').waitFor();
    await settled(panel);
    const before = await topOf(line(panel, 4));
    await command(panel, 'next');
    await card(panel).getByText('Exclusive reference').first().waitFor();
    await settled(panel);
    expect(await card(panel).count()).toBe(1);
    expect(await topOf(line(panel, 4))).toBeCloseTo(before, 0);
  });

  it('scrolls to what is out of sight, with its card', async () => {
    const panel = await open({ height: 500 });
    await command(panel, 'next');
    await card(panel).waitFor();
    const box = await card(panel).boundingBox();
    expect(box && box.y >= 0 && box.y + box.height <= 500).toBe(true);
    expect(await topOf(line(panel, 4))).toBeGreaterThanOrEqual(24);
  });

  it('tells a screen reader where it is', async () => {
    const panel = await open();
    await command(panel, 'next');
    await panel.page.getByRole('status').getByText('1 of 6. look first: Exclusive reference').waitFor();
    const grid = panel.page.getByRole('treegrid');
    expect(await grid.getAttribute('aria-activedescendant')).toBe('row-line-1-0-0-4');
    expect(await grid.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('marks nothing as looked at by itself', async () => {
    const panel = await open();
    await command(panel, 'next');
    await card(panel).waitFor();
    expect((await panel.sent()).filter(({ type }) => type === 'mark')).toEqual([]);
  });
});

describe('marking', () => {
  it('sends understood, and shows what the host makes of it where it stands', async () => {
    const panel = await open();
    await command(panel, 'next');
    const before = await topOf(line(panel, 4));
    await card(panel).getByRole('button', { name: 'Understood' }).click();
    const sent = await panel.sentOf('mark');
    expect(sent).toMatchObject({ state: 'understood', annotation: 'a-exclusive' });
    const made = mark('m-new', 'understood', { annotation: 'a-exclusive', rows: [4, 4] });
    await panel.send({ type: 'marks', marks: marksOf([...marks.marks, made]) });
    await panel.page.getByText('3 of 6 looked at').first().waitFor();
    expect(await topOf(line(panel, 4))).toBeCloseTo(before, 0);
    await card(panel).getByRole('button', { name: 'Undo' }).click();
    expect(await panel.sentOf('unmark')).toEqual({ type: 'unmark', id: 'm-new' });
  });

  it('offers the questions of the pattern, and sends the one that was written', async () => {
    const panel = await open();
    await command(panel, 'next');
    await command(panel, 'needs-explanation');
    expect(await panel.sentOf('inputFocused')).toEqual({ type: 'inputFocused', focused: true });
    const box = card(panel).getByRole('textbox', { name: 'Your question' });
    expect(await box.inputValue()).toMatch(/^Who else can reach/);
    const suggestion = card(panel).getByRole('button', { name: 'Why not a shared reference' });
    await suggestion.click();
    expect(await box.inputValue()).toMatch(/\nWhy not a shared reference/);
    expect(await suggestion.getAttribute('aria-pressed')).toBe('true');
    await box.fill('Who holds the lock?');
    await box.press('Enter');
    await panel.page.keyboard.type('And for how long?');
    const count = (await panel.sent()).length;
    await box.press('Control+Enter');
    expect(await panel.sentOf('mark')).toMatchObject({
      state: 'needs-explanation',
      question: 'Who holds the lock?\nAnd for how long?',
    });
    expect(await panel.sentOf('inputFocused', count)).toEqual({ type: 'inputFocused', focused: false });
  });

  it('picks lines with the mouse in the gutter', async () => {
    const panel = await open();
    await line(panel, 5).locator('.number').last().hover();
    await panel.page.mouse.down();
    await line(panel, 7).locator('.code').hover();
    await panel.page.mouse.up();
    await panel.page
      .getByRole('toolbar', { name: '3 lines' })
      .getByRole('button', { name: 'Understood' })
      .click();
    expect((await panel.sentOf('mark')).place).toEqual({
      kind: 'lines',
      patch: 1,
      file: 0,
      hunk: 0,
      row: 5,
      endRow: 7,
    });
    expect(await panel.page.getByRole('toolbar').count()).toBe(0);
  });

  it('picks lines with the keyboard, in a message too', async () => {
    const panel = await open();
    await panel.page.locator('#row-text-1-0').locator('.code').click();
    await panel.page.keyboard.press('Shift+ArrowDown');
    await panel.page.getByRole('toolbar', { name: '2 lines' }).waitFor();
    await command(panel, 'needs-explanation');
    await panel.page.getByRole('textbox', { name: 'Your question' }).fill('Since when?');
    await panel.page.keyboard.press('Control+Enter');
    expect(await panel.sentOf('mark')).toMatchObject({
      place: { kind: 'message', patch: 1, line: 0, endLine: 1 },
      question: 'Since when?',
      annotation: null,
    });
  });

  it('leaves something to someone by name', async () => {
    const panel = await open();
    await command(panel, 'next');
    await card(panel).getByRole('button', { name: 'Defer…' }).click();
    await panel.page.getByRole('textbox', { name: 'Who is it left to?' }).fill('Reviewer Two');
    await panel.page.keyboard.press('Enter');
    expect(await panel.sentOf('mark')).toMatchObject({ state: 'deferred', deferredTo: 'Reviewer Two' });
  });
});

describe('what an earlier version carried', () => {
  it('shows both texts, and confirms what the tool proposes', async () => {
    const panel = await open();
    await panel.page.getByRole('button', { name: 'Show what changed under each' }).click();
    const small = panel.page.locator('interop-mark-card');
    await small.getByText('panic!("bad address")').waitFor();
    await small.getByText('unreachable!()').waitFor();
    await small.getByRole('button', { name: 'Confirm rewritten' }).click();
    expect(await panel.sentOf('endQuestion')).toMatchObject({ id: 'm-panic', kind: 'rewritten' });
  });

  it('lists what is gone, and withdraws it with a reason', async () => {
    const panel = await open();
    await panel.page.getByRole('button', { name: 'Show what changed under each' }).click();
    const gone = panel.page.locator('.carried-list .gone');
    await gone.getByText('Who frees the timer?').waitFor();
    await gone.getByRole('button', { name: 'Withdraw…' }).click();
    await gone.getByRole('textbox').fill('The timer is gone.');
    await panel.page.keyboard.press('Enter');
    expect(await panel.sentOf('endQuestion')).toEqual({
      ...{ type: 'endQuestion', id: 'm-gone', kind: 'withdrawn', reason: 'The timer is gone.' },
    });
  });
});

describe('the other side', () => {
  it('stands in the card with its text, and where both differ', async () => {
    const panel = await open();
    await command(panel, 'next');
    await panel.send({ type: 'counterparts', counterparts });
    await card(panel).getByText('static uint64_t fan_read(void *opaque,').waitFor();
    await card(panel).getByText('is that the same on every target?').waitFor();
    await card(panel).getByRole('button', { name: 'hw/misc/fan.c:41' }).click();
    expect(await panel.sentOf('openLink')).toEqual({ type: 'openLink', target: 'tree:hw/misc/fan.c#L41' });
  });
});

describe('a table of callbacks', () => {
  it('tells which slots are set, and which are new in C and not', async () => {
    const panel = await open();
    await command(panel, 'next');
    await panel.send({ type: 'counterparts', counterparts });
    await card(panel).getByText('3 slots: 1 new in C, not set; 1 set; 1 not set').waitFor();
    const row = card(panel).getByRole('row', { name: /read_with_attrs/ });
    expect(await row.innerText()).toContain('new in C, not set');
    expect(await row.innerText()).toContain('Like read.');
    await row.getByRole('button', { name: 'read_with_attrs' }).click();
    expect(await panel.sentOf('openLink')).toEqual({
      type: 'openLink',
      target: 'series:include/system/memory.h#L301',
    });
  });
});

describe('a file whose twin stays as it is', () => {
  it('says so, also on its patch, and leads to the twin', async () => {
    const panel = await open();
    await panel.send({ type: 'oneSided', files: oneSided });
    const heading = panel.page.getByRole('row', { name: /leaves the twin in the other language as it is/ });
    await heading.getByText('twin not changed').waitFor();
    await panel.page.getByText('1 file without its twin').waitFor();
    await heading.hover();
    await heading.getByRole('button', { name: 'Open the twin, hw/misc/fan.c' }).click();
    expect(await panel.sentOf('openLink')).toEqual({ type: 'openLink', target: 'tree:hw/misc/fan.c' });
  });
});

describe('problems', () => {
  it('are counted, and listed with their places', async () => {
    const panel = await open();
    await panel.page.getByRole('button', { name: '2 problems' }).click();
    await panel.page.getByText('patch 2: rust/hw/fan/src/device.rs:131').waitFor();
  });
});

describe('house rules', () => {
  it('are counted, and listed with where the project says so', async () => {
    const panel = await open();
    await panel.page.getByRole('button', { name: '1 house rule' }).click();
    const list = panel.page.getByRole('list', { name: 'What the project expects' });
    await list.getByText('Each patch carries a Signed-off-by of its author. (patch 3)').waitFor();
    await list.getByRole('button', { name: 'docs.example.org' }).click();
    expect(await panel.sentOf('openLink')).toMatchObject({ target: 'https://docs.example.org/posting' });
  });
});

describe('the host', () => {
  it('is asked for colours only of hunks that are shown, once each', async () => {
    const panel = await open();
    await panel.sentOf('needTokens');
    await panel.page.waitForTimeout(300);
    const asked = (await panel.sent()).filter(({ type }) => type === 'needTokens');
    expect(asked).toEqual([
      { type: 'needTokens', patch: 0, file: 0, hunk: 0 },
      { type: 'needTokens', patch: 1, file: 0, hunk: 0 },
      { type: 'needTokens', patch: 1, file: 1, hunk: 0 },
    ]);
  });

  it('hears when the series was painted', async () => {
    const panel = await open();
    expect((await panel.sentOf('painted')).milliseconds).toBeGreaterThan(0);
  });

  it('hears that loading is to stop', async () => {
    const panel = await open();
    await panel.send({ type: 'loading', title: 'Reading the next version', done: 1, total: 4 });
    await panel.page.getByText('1 of 4').waitFor();
    await panel.page.getByRole('button', { name: 'Stop' }).click();
    await panel.sentOf('cancel');
  });
});
