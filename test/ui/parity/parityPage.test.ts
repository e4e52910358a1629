import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  decodeFromParityPage,
  type FromParityPage,
  type ParityModel,
  type ToParityPage,
} from '../../../src/protocol/parityPage.ts';
import { projectRoot } from '../../vscode-host/root.ts';
import { axeViolations } from '../panel/axeViolations.ts';
import { lowContrasts } from '../panel/contrast.ts';
import { launch, openPage, type PageOptions } from '../panel/openPage.ts';
import { themeNames } from '../panel/themeStyle.ts';

const model: ParityModel = {
  title: 'fan',
  state: 'The files as they are now; names that they do not declare are not looked up.',
  files: [
    { path: 'hw/misc/fan.c', language: 'c' },
    { path: 'include/hw/misc/fan.h', language: 'c' },
    { path: 'rust/hw/misc/fan/src/device.rs', language: 'rust' },
  ],
  summary: '5 facts: 1 the same, 1 differ, 1 only in C, 1 only in Rust, 1 cannot be told.',
  notes: ['hw/misc/fan.inc: The file could not be read.'],
  sections: [
    {
      ...{ id: 'break', title: 'Breaks migration, command lines or the guest', open: true },
      rows: [
        {
          ...{ item: 'fan[1] rpm', verdict: 'differs', says: 'differs' },
          c: { text: 'VMSTATE_UINT32(rpm, FanState): 32 bits', file: 0, line: 41 },
          rust: { text: '<img src=x onerror=alert(1)> vmstate_of!(Fan, rpm): 64 bits', file: 2, line: 112 },
        },
      ],
    },
    {
      ...{ id: 'check', title: 'To be checked', open: true },
      rows: [
        {
          ...{ item: 'reset mode', verdict: 'only-c', says: 'only in C' },
          c: { text: 'mode', file: 0, line: 77 },
          rust: null,
        },
        {
          ...{ item: 'register 0x8', verdict: 'only-rust', says: 'only in Rust' },
          c: null,
          rust: { text: '0x8 RPM', file: 2, line: 9 },
        },
      ],
    },
    {
      ...{ id: 'untold', title: 'Cannot be told from these files', open: true },
      rows: [
        {
          ...{ item: 'property blades', verdict: 'not-resolvable', says: 'cannot be told' },
          c: { text: 'u8 = FAN_BLADES', file: 0, line: 60 },
          rust: { text: 'u8 = 3', file: 2, line: 50 },
        },
      ],
    },
    {
      ...{ id: 'same', title: 'The same', open: false },
      rows: [
        {
          ...{ item: 'type fan', verdict: 'same', says: 'same' },
          c: { text: '"fan", parent sys-bus-device', file: 1, line: 5 },
          rust: { text: '"fan", parent SYSBUSDEVICE', file: 2, line: 70 },
        },
      ],
    },
  ],
};

const folder = join(projectRoot, '.cache/screenshots');
let browser: Browser;

beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  browser = await launch();
});

afterAll(async () => {
  await browser.close();
});

async function openTable(options: PageOptions = {}) {
  const opened = await openPage<ToParityPage>(browser, 'parity', options);
  const sent = async (): Promise<readonly FromParityPage[]> =>
    (await opened.sent()).map((value) => {
      const message = decodeFromParityPage(value);
      if (!message) throw new Error(`The page sent what is no message: ${JSON.stringify(value)}`);
      return message;
    });
  /** The first message of a kind, once it is there. */
  const sentOf = async (type: FromParityPage['type'], from = 0): Promise<FromParityPage> => {
    const find = async () => (await sent()).slice(from).find((message) => message.type === type);
    await expect.poll(find).toBeDefined();
    const found = await find();
    if (!found) throw new Error(`The page sent no ${type}.`);
    return found;
  };
  await sentOf('ready');
  await opened.send({ type: 'table', model, source: ['file:///hw/misc/fan.c'] });
  await opened.page.locator('table').first().waitFor();
  return { ...opened, sent, sentOf };
}

it.each(themeNames)('can be read by everyone in %s', async (theme) => {
  const opened = await openTable({ theme });
  await opened.page.getByText('The same (1)').click();
  expect(await lowContrasts(opened)).toEqual([]);
  expect(await axeViolations(opened)).toEqual([]);
  await opened.page.screenshot({ path: join(folder, `parity-page-${theme}.png`) });
  expect(opened.errors).toEqual([]);
});

it('is a table with headings for both languages, what breaks first, and what is the same folded', async () => {
  const { page } = await openTable();
  expect(await page.locator('h2').allInnerTexts()).toEqual([
    'Not read',
    'Breaks migration, command lines or the guest (1)',
    'To be checked (2)',
    'Cannot be told from these files (1)',
    'The same (1)',
  ]);
  const first = page.getByRole('table', { name: 'Breaks migration' });
  expect(await first.getByRole('columnheader').allInnerTexts()).toEqual(['Fact', 'C', 'Rust', 'Verdict']);
  expect(await first.getByRole('rowheader').allInnerTexts()).toEqual(['fan[1] rpm']);
  await expect.poll(() => page.getByRole('table', { name: 'The same' }).isVisible()).toBe(false);
  expect(await page.locator('img').count()).toBe(0);
});

it('opens each place at its line, by keyboard as well', async () => {
  const { page, sentOf, sent } = await openTable();
  await page.getByRole('button', { name: 'device.rs:112' }).click();
  expect(await sentOf('openFile')).toEqual({ type: 'openFile', file: 2, line: 112 });
  const before = (await sent()).length;
  await page.getByRole('button', { name: 'fan.c:77' }).focus();
  await page.keyboard.press('Enter');
  expect(await sentOf('openFile', before)).toEqual({ type: 'openFile', file: 0, line: 77 });
  await page.getByText('The same (1)').focus();
  await page.keyboard.press('Tab');
  await page.getByText('The same (1)').press('Space');
  expect((await sent()).some(({ type }) => type === 'problem')).toBe(false);
});

it('stays within a narrow window, and says what failed', async () => {
  const narrow = await openTable({ width: 420, height: 800 });
  const width = await narrow.page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(420);
  await narrow.send({ type: 'failed', message: 'There is nothing to compare.' });
  await narrow.page.getByRole('alert').getByText('There is nothing to compare.').waitFor();
  await narrow.page.getByRole('button', { name: 'Compare again' }).click();
  await narrow.sentOf('reload');
});
