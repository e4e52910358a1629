import { expect, it } from 'vitest';
import { inEveryTheme } from './harness/inEveryTheme.ts';
import { reviewPanel } from './harness/reviewPanel.ts';
import { useHost } from './harness/useHost.ts';
import { webview } from '../vscode-host/workbench.ts';

const host = useHost();

it('the walkthrough shows its steps with pictures in the colours of the theme', async () => {
  const { page, evaluate } = host();
  await evaluate(
    (vscode) =>
      vscode.commands.executeCommand(
        'workbench.action.openWalkthrough',
        'interop-review.interop-review#start',
      ),
    null,
  );
  const steps = page.locator('.getting-started-step');
  await expect.poll(() => steps.count()).toBe(6);
  for (const [name, told] of [
    ['mark', 'Your question'],
    ['next', 'Carried from v1'],
  ] as const) {
    await page.locator(`.getting-started-step[data-step-id$="#${name}"]`).click();
    const picture = webview(page).locator('svg');
    await expect.poll(() => picture.textContent()).toContain(told);
    await inEveryTheme(host(), `walkthrough-${name}`);
  }
});

it('the catalogue page shows C beside Rust, is searched, and is walked by keyboard', async () => {
  const { page, evaluate } = host();
  await page.locator('.getting-started-step[data-step-id$="#open"]').click();
  await page.getByRole('button', { name: 'Open the Example', exact: true }).click();
  await (await reviewPanel(page)).locator('h1').waitFor();
  await page.getByRole('tab', { name: 'Walkthrough' }).click();
  await page.locator('.getting-started-step[data-step-id$="#read"]').click();
  await page.getByRole('button', { name: 'Show the Pattern Catalogue' }).click();
  const catalogue = webview(page);
  await catalogue.locator('main h2', { hasText: 'Unsafe block' }).waitFor();
  await evaluate(
    (vscode) => vscode.commands.executeCommand('interopReview.showCatalogue', 'extern-c-trampoline'),
    null,
  );
  await catalogue.locator('main h2', { hasText: 'calls by pointer' }).waitFor();
  await catalogue.locator('.example pre').first().waitFor();
  expect(await catalogue.locator('.example h4').allInnerTexts()).toEqual([
    ...['C: Asks a question here', 'Rust: Asks a question here'],
    ...['C: Asks nothing here', 'Rust: Asks nothing here'],
  ]);
  const sides = await catalogue
    .locator('.example')
    .evaluateAll((cells) =>
      cells.map((cell) => cell.getBoundingClientRect()).map(({ left, top }) => ({ left, top })),
    );
  expect(sides[0]?.top).toBe(sides[1]?.top);
  expect(sides[0]?.left).toBeLessThan(sides[1]?.left ?? 0);
  await inEveryTheme(host(), 'catalogue');
  await catalogue
    .getByRole('searchbox')
    .or(catalogue.locator('vscode-textfield input'))
    .first()
    .fill('goto-free cstring');
  await catalogue.getByText('No pattern holds all of these words.').waitFor();
  await catalogue.locator('vscode-textfield input').fill('temporary');
  const first = catalogue.locator('.patterns-list button').first();
  await first.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => catalogue.locator('main h2').innerText()).toBe(await first.innerText());
});
