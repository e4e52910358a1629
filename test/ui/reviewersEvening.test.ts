import { describe, expect, it } from 'vitest';
import { themes } from '../vscode-host/themes.ts';
import { runCommand } from '../vscode-host/workbench.ts';
import { exampleWorkspace } from './harness/exampleWorkspace.ts';
import { inEveryTheme } from './harness/inEveryTheme.ts';
import { reviewPanel } from './harness/reviewPanel.ts';
import { useHost } from './harness/useHost.ts';

const question = 'Who frees the buffer when the device goes away?';

describe('the evening of a reviewer', () => {
  const workspace = exampleWorkspace();
  const host = useHost({}, workspace);

  it('begins with a mailbox that is opened as text and reviewed from there', async () => {
    const { page } = host();
    await page.getByRole('treeitem', { name: 'fan-v1.mbox' }).click();
    await page.getByRole('button', { name: 'Review this series' }).click();
    const panel = await reviewPanel(page);
    expect(await panel.locator('h1').innerText()).toContain('port the fan to Rust');
  });

  it('walks from annotation to annotation with one card open', async () => {
    const { page } = host();
    const panel = await reviewPanel(page);
    const cards = panel.locator('section.card');
    let before = '';
    for (const key of ['n', 'n', 'n', 'p']) {
      await page.keyboard.press(key);
      await expect.poll(() => cards.innerText()).not.toBe(before);
      before = await cards.innerText();
      expect(await cards.count()).toBe(1);
    }
  });

  it('answers: understood, and a question', async () => {
    const { page } = host();
    const panel = await reviewPanel(page);
    const words = panel.locator('.progress .words');
    const before = await words.innerText();
    await page.keyboard.press('u');
    await expect.poll(() => words.innerText()).not.toBe(before);
    await page.keyboard.press('n');
    await page.keyboard.press('q');
    const box = panel.locator('vscode-textarea textarea');
    await box.fill(question);
    await box.press('Control+Enter');
    await expect.poll(() => words.innerText()).toContain('1 need');
  });

  it('finds answers, open card and place again after the window was loaded anew', async () => {
    const { page } = host();
    const before = await reviewPanel(page);
    const words = await before.locator('.progress .words').innerText();
    const card = await before.locator('section.card').innerText();
    await before.locator('h1').evaluate(() => {
      document.body.dataset['before'] = 'yes';
    });
    await runCommand(page, 'Developer: Reload Window');
    await before.locator('body[data-before]').waitFor({ state: 'detached' });
    const after = await reviewPanel(page);
    await expect.poll(() => after.locator('.progress .words').innerText()).toBe(words);
    await expect.poll(() => after.locator('section.card').innerText()).toBe(card);
  });

  it('looks right in every theme', async () => {
    const { page } = host();
    const panel = await reviewPanel(page);
    await inEveryTheme(host(), 'panel', async (theme) => {
      await panel.locator(`body.${themes[theme].webview}`).waitFor();
    });
  });

  it('ends with the reply as an unsaved mail', async () => {
    const { page, evaluate } = host();
    const panel = await reviewPanel(page);
    await panel.locator('interop-rows').focus();
    await page.keyboard.press('e');
    const reply = () => evaluate(({ window }) => window.activeTextEditor?.document.getText() ?? '', null);
    await expect.poll(reply, { timeout: 10_000 }).toContain(question);
    expect(await reply()).toMatch(/^In-Reply-To: /m);
  });
});
