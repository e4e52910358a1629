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

  it('lets a mailbox be reviewed', async () => {
    const { page, evaluate } = host();
    expect(await evaluate(({ workspace }) => workspace.isTrusted, null)).toBe(false);
    const open = evaluate(
      ({ commands, Uri }, path) => commands.executeCommand('interopReview.openSeries', Uri.file(path)),
      join(folder(), 'fan-v1.mbox'),
    );
    const panel = await reviewPanel(page);
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

  it('has started no git by then', async () => {
    expect(await spy.starts()).toEqual([]);
  });
});
