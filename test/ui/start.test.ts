import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';
import { expect, it } from 'vitest';
import { ensureBrowser } from '../vscode-host/ensureBrowser.ts';
import { projectRoot } from '../vscode-host/root.ts';
import { chosenFlavour } from '../vscode-host/serverFiles.ts';
import { reviewPanel } from './harness/reviewPanel.ts';

it('npm start prints an address that shows the example, and ends with Ctrl-C', async () => {
  const environment = { ...process.env, VSCODE_HOST: chosenFlavour(), DISPLAY: '', WAYLAND_DISPLAY: '' };
  const child = spawn(process.execPath, [join(projectRoot, '.cache/start.mjs')], {
    cwd: projectRoot,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(console.log),
    args: ['--no-sandbox'],
  });
  try {
    const address = await addressIn(child.stdout);
    const page = await browser.newPage();
    await page.goto(address);
    const panel = await reviewPanel(page);
    expect(await panel.locator('h1').innerText()).toContain('v2 0/7');
    child.kill('SIGINT');
    expect((await ended)[0]).toBe(0);
    await expect(fetch(address)).rejects.toThrow();
  } finally {
    child.kill('SIGKILL');
    await browser.close();
  }
});

async function addressIn(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const address = /http:\/\/\S+/.exec(line)?.[0];
    if (address) return address;
  }
  throw new Error('npm start printed no address.');
}
