import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeGitSpy, type GitSpy } from '../host/support/gitSpy.ts';
import { exampleWorkspace } from './harness/exampleWorkspace.ts';
import { reviewPanel } from './harness/reviewPanel.ts';
import { useHost } from './harness/useHost.ts';

/** VS Code's own git stays out of it, and nothing asks for trust. */
const settings = {
  'git.enabled': false,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
};

describe('a workspace that is not trusted', () => {
  let spy: GitSpy;
  const environment: Record<string, string> = {};
  beforeAll(async () => {
    spy = await makeGitSpy();
    environment['PATH'] = spy.path;
  });
  afterAll(() => spy.remove());
  const folder = exampleWorkspace();
  const host = useHost({ workspaceTrust: true, environment, settings }, folder);

  it('lets a mailbox be reviewed, by the shipped patterns and profiles alone', async () => {
    const { page, evaluate } = host();
    await mkdir(join(folder(), '.interop-review'));
    await writeFile(join(folder(), '.interop-review/profile.json'), '{ "extends": "generic" }');
    expect(await evaluate(({ workspace }) => workspace.isTrusted, null)).toBe(false);
    const open = evaluate(
      ({ commands, Uri }, path) => commands.executeCommand('interopReview.openSeries', Uri.file(path)),
      join(folder(), 'fan-v1.mbox'),
    );
    const panel = await reviewPanel(page);
    await panel.getByRole('button', { name: /\d+ problem/ }).click();
    await panel.getByText('its own patterns and profile are not read').waitFor();
    await panel.locator('h1').click();
    await page.keyboard.press('n');
    await page.keyboard.press('u');
    await open;
  });

  it('has its git ranges refused in plain words', async () => {
    const { page, evaluate } = host();
    await evaluate(
      ({ commands }, directory) =>
        commands.executeCommand('interopReview.reviewRange', { directory, range: 'HEAD^!' }),
      folder(),
    );
    const frame = page
      .locator('iframe.webview.ready')
      .last()
      .contentFrame()
      .frameLocator('iframe#active-frame');
    await expect.poll(() => frame.locator('body').innerText()).toContain('not trusted');
  });

  it('is asked nothing while it is written, and offers no command that needs git', async () => {
    const { page, evaluate } = host();
    await writeFile(join(folder(), 'fresh.rs'), 'pub fn fresh() {}\n');
    const asked = await evaluate(
      async ({ commands, languages, Position, Uri, window, WorkspaceEdit, workspace }, directory) => {
        const editor = await window.showTextDocument(Uri.file(`${directory}/fresh.rs`));
        const edit = new WorkspaceEdit();
        edit.insert(editor.document.uri, new Position(0, 0), 'pub unsafe fn spin() {}\n');
        await workspace.applyEdit(edit);
        // Later than the look at the text would be, for it has to refuse first.
        await commands.executeCommand('interopReview.checkChanges', { directory });
        return languages.getDiagnostics(editor.document.uri).length;
      },
      folder(),
    );
    expect(asked).toBe(0);
    await page.keyboard.press('F1');
    const rows = page.locator('.quick-input-widget:visible .monaco-list-row');
    const input = page.locator('.quick-input-widget:visible input.input');
    for (const [name, offered] of [
      ['Show the Pattern Catalogue', true],
      ['Check My Changes', false],
      ['Review a Git Range', false],
      ['Review Staged Changes', false],
      ['Do Not Ask About', false],
      ['Open Native Diff of the Whole Series', true],
    ] as const) {
      await input.fill(`>Interop Review: ${name}`);
      // What is not offered makes way for what sounds like it.
      const wanted = offered ? `Interop Review: ${name}` : /No matching commands|similar commands/;
      await rows.filter({ hasText: wanted }).first().waitFor();
      expect(await rows.filter({ hasText: `Interop Review: ${name}` }).count()).toBe(offered ? 1 : 0);
    }
    await page.keyboard.press('Escape');
  });

  it('has started no git by then', async () => {
    expect(await spy.starts()).toEqual([]);
  });
});
