import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../vscode-host/root.ts';
import { startHost, type Host } from '../vscode-host/startHost.ts';
import { reviewPanel } from './harness/reviewPanel.ts';
import { pseudo, pseudoTranslations } from './panel/pseudo.ts';
import { screenshotPath } from './harness/screenshotPath.ts';

/** A language that VS Code has no words in, and we have all. */
const language = 'qps-ploc';

/** ASCII words but the name of the extension, which is its name in every language. */
const isEnglish = (text: string): boolean => /[A-Za-z]{2}/.test(text.replaceAll('Interop Review', ''));

describe('in another language', () => {
  let folder = '';
  let host: Host;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'translated-'));
    for (const name of ['package.json', 'dist', 'media', 'syntaxes', 'l10n'])
      await cp(join(projectRoot, name), join(folder, 'extension', name), { recursive: true });
    const manifest = JSON.parse(await readFile(join(projectRoot, 'package.nls.json'), 'utf8')) as Record<
      string,
      string
    >;
    const translated = Object.fromEntries(
      Object.entries(manifest).map(([name, text]) => [name, pseudo(text)]),
    );
    await cp(join(projectRoot, 'package.nls.json'), join(folder, 'extension/package.nls.json'));
    await writeFile(join(folder, `extension/package.nls.${language}.json`), JSON.stringify(translated));
    await writeFile(
      join(folder, `extension/l10n/bundle.l10n.${language}.json`),
      JSON.stringify(pseudoTranslations()),
    );
    await mkdir(join(folder, 'workspace'));
    await cp(join(projectRoot, 'media/example/fan-v1.mbox'), join(folder, 'workspace/fan-v1.mbox'));
    host = await startHost({
      extensions: [join(folder, 'extension')],
      workspace: join(folder, 'workspace'),
      onPage: (page) => {
        page.setDefaultTimeout(30_000);
        void page.addInitScript((name) => {
          // The workbench asks for this; its own texts stay in English.
          Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', {
            get: () => name,
            set: () => undefined,
          });
        }, language);
      },
    });
    await host.page.locator('.monaco-workbench').waitFor();
  });
  afterAll(async () => {
    await host.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('the extension is told the language, and its words are there', async () => {
    const found = await host.evaluate(
      ({ env, l10n }) => [env.language, Object.keys(l10n.bundle ?? {}).length],
      null,
    );
    expect(found[0]).toBe(language);
  });

  it('the palette offers no command of ours in English', async () => {
    const { page } = host;
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget:visible input.input').fill('>Interop Review');
    const rows = page.locator('.quick-input-widget:visible .monaco-list-row');
    await expect.poll(() => rows.count()).toBeGreaterThan(5);
    const names = await rows.evaluateAll((all) =>
      all.map((row) => row.querySelector('.label-name')?.textContent ?? ''),
    );
    expect(names.filter((name) => name.startsWith('Interop Review')).filter(isEnglish)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('trees and panel speak it', async () => {
    const { page, evaluate } = host;
    await evaluate(({ commands }) => commands.executeCommand('workbench.view.extension.interopReview'), null);
    await page.screenshot({ path: screenshotPath('language-empty') });
    const welcome = page.locator('.welcome-view-content');
    await welcome.first().waitFor();
    expect((await welcome.allInnerTexts()).filter(isEnglish)).toEqual([]);
    await evaluate(({ commands }) => commands.executeCommand('interopReview.openExample', 1), null);
    const panel = await reviewPanel(page);
    expect(isEnglish(await panel.locator('.progress .words').innerText())).toBe(false);
    await page.keyboard.press('n');
    await panel.locator('interop-annotation-card').waitFor();
    await page.keyboard.press('q');
    await panel.locator('.draft-text').waitFor();
    await page.keyboard.press('Control+Enter');
    const questions = page.locator('.pane', {
      has: page.locator('.pane-header', { hasText: pseudo('Questions') }),
    });
    await expect.poll(() => questions.locator('.monaco-list-row').count()).toBeGreaterThan(0);
    expect(isEnglish(await questions.locator('.monaco-list-row').first().innerText())).toBe(false);
    await page.screenshot({ path: screenshotPath('language') });
    const buttons = await panel.locator('vscode-button').allInnerTexts();
    expect(buttons.filter(isEnglish)).toEqual([]);
  });
});
