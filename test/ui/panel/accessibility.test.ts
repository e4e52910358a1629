import { describe, expect, it } from 'vitest';
import { axeViolations } from './axeViolations.ts';
import { lowContrasts } from './contrast.ts';
import { drawnIcons } from './drawnIcons.ts';
import { focusedControl } from './focusedControl.ts';
import { fontCodes } from './fontCodes.ts';
import type { PanelPage } from './openPanel.ts';
import { openAll } from './openAll.ts';
import { marksOf } from './sampleParts.ts';
import { themeNames } from './themeStyle.ts';
import { withBrowser } from './withBrowser.ts';

const open = withBrowser();

interface Node {
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly ignored: boolean;
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
}

async function tree({ page }: PanelPage): Promise<readonly Node[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as {
    nodes: readonly Node[];
  };
  return nodes.filter(({ ignored }) => !ignored);
}

describe('a screen reader', () => {
  it('hears a name for everything that can be acted on', async () => {
    const panel = await open({ height: 1600 });
    await openAll(panel);
    const roles = new Set([
      'button',
      'textbox',
      'searchbox',
      'treegrid',
      'row',
      'progressbar',
      'img',
      'group',
      'list',
    ]);
    const nameless = (await tree(panel)).filter(
      ({ role, name }) =>
        roles.has(role?.value ?? '') && (name?.value ?? '').trim() === '' && role?.value !== 'list',
    );
    expect(nameless.map(({ role, properties }) => [role?.value, properties])).toEqual([]);
  });

  it('finds the series, its patches, files and annotations as headings of their level', async () => {
    const panel = await open();
    await panel.send({ type: 'command', command: 'next' });
    await panel.page.locator('interop-annotation-card').waitFor();
    const headings = (await tree(panel)).flatMap(({ role, name, properties }) =>
      role?.value === 'heading'
        ? [`${String(properties?.find((one) => one.name === 'level')?.value.value)} ${name?.value ?? ''}`]
        : [],
    );
    expect(headings).toContain('1 [PATCH v2 0/3] hw/fan: port the fan controller to Rust');
    expect(headings).toContain('2 2/3 hw/fan: move the device to Rust');
    expect(headings).toContain('3 rust/hw/fan/src/device.rs');
    expect(headings).toContain('4 Look first · Exclusive reference made from memory that C shares');
  });

  it('hears of a line what stands on it, and how far the review is', async () => {
    const panel = await open();
    const { page } = panel;
    const label = await page.locator('#row-line-1-0-0-4').getAttribute('aria-label');
    expect(label).toMatch(/^added 110, Exclusive reference made from memory that C shares/);
    expect(label).toMatch(/let s = unsafe/);
    expect(await page.locator('#row-file-1-0').getAttribute('aria-label')).toBe(
      'rust/hw/fan/src/device.rs, device, 31 added, 4 removed, 3 to look at',
    );
    expect(await page.getByRole('progressbar').getAttribute('aria-valuetext')).toBe('2 of 6 looked at');
    await panel.send({ type: 'marks', marks: marksOf([]) });
    await page.getByRole('status').getByText('0 of 6 looked at').waitFor();
  });
});

it('axe-core finds nothing wrong, with everything open and as a list', async () => {
  const panel = await open({ height: 1600 });
  await openAll(panel);
  expect(await axeViolations(panel)).toEqual([]);
  await panel.send({ type: 'command', command: 'list' });
  await panel.page.locator('interop-rows').waitFor({ state: 'detached' });
  expect(await axeViolations(panel)).toEqual([]);
});

it('draws no icon that the font lacks', async () => {
  const panel = await open({ height: 1600 });
  await openAll(panel);
  const shipped = await fontCodes();
  const drawn = await drawnIcons(panel);
  expect(drawn.size).toBeGreaterThan(10);
  expect([...drawn].filter(([code]) => !shipped.has(code))).toEqual([]);
});

describe('the keyboard', () => {
  it('reaches every control in turn, and each shows that it has the focus', async () => {
    const panel = await open({ height: 1600 });
    await openAll(panel);
    await panel.page.keyboard.press('Escape');
    await panel.page.locator('h1').click();
    const visited: string[] = [];
    for (;;) {
      await panel.page.keyboard.press('Tab');
      const focused = await focusedControl(panel);
      if (!focused) break;
      expect(focused).toMatchObject({ isSeen: true });
      visited.push(focused.name);
    }
    expect(visited.map((name) => name.slice(0, 24))).toEqual([
      ...['2 problems What could no', 'What could not be read, ', '1 house rule What the pr'],
      ...['What the project expects', 'docs.example.org', 'Hide what changed', 'Go there'],
      ...['v1, where it was asked', 'Confirm documented', 'Confirm rewritten', 'Withdraw…'],
      ...['look first 2', 'check 4', 'notes 1'],
      ...['API idiom 1', 'callbacks 3', 'errors 1', 'layout 1', 'unsafe 1'],
      ...['Filter', 'By attention', 'Plain list', 'Open native diff', 'Reply…'],
      ...['Patches, files and lines', 'Close', 'hw/misc/fan.c:41', 'C twin, hw/misc/fan.c:41'],
      ...[
        'rust/hw/uart/src/device.',
        'Explained well in this t',
        '3 slots: 1 new in C, not',
        'read_with_attrs',
        'read',
        'write',
        'Needs explanation',
        'Understood',
        'Defer…',
      ],
      ...['docs/devel/rust.rst: Com', 'about this pattern', 'Untyped pointer cast bac'],
      ...[
        'Edit…',
        'v1, where it was asked',
        'v2, what may answer it',
        'Confirm documented',
        'Confirm rewritten',
        'Withdraw…',
      ],
    ]);
  });
});

describe.each(themeNames)('in %s', (theme) => {
  it('every text can be read: contrast of 4.5, of signs 3', async () => {
    const panel = await open({ theme, height: 1600 });
    await openAll(panel);
    expect(await lowContrasts(panel)).toEqual([]);
  });
});

it('keeps still where motion is to be reduced', async () => {
  const panel = await open({ reducedMotion: 'reduce' });
  await panel.send({ type: 'loading', title: 'Reading', done: 0, total: 0 });
  await panel.page.locator('vscode-progress-bar').waitFor();
  expect(
    await panel.page.evaluate(
      () => document.getAnimations().filter((one) => one.playState === 'running').length,
    ),
  ).toBe(0);
});

it('fits a window that is zoomed to 200 %', async () => {
  const panel = await open({ width: 590, height: 500 });
  await panel.send({ type: 'command', command: 'next' });
  await panel.page.locator('interop-annotation-card').waitFor();
  const outside = await panel.page.evaluate(() =>
    [...document.querySelectorAll('.toolbar *, .series-header *, .card *')]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest('pre'))
      .map((element) => element.outerHTML.slice(0, 80)),
  );
  expect(outside).toEqual([]);
});
