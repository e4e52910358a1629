import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findBrowser } from './findBrowser.ts';
import { lockedInstall } from './lockedInstall.ts';
import { projectRoot } from './root.ts';

const help = `No Chromium, Chrome or Edge was found, and none could be installed. Do one of these and try again:
  - install one with the system's package manager (Debian, Ubuntu: sudo apt-get install chromium)
  - npx playwright-core install chromium
  - set VSCODE_HOST_BROWSER to the path of one that is elsewhere`;

type Say = (line: string) => void;

/**
 * A browser of the Chromium family, installed if there is none: by apt where that is allowed, else from npm, else by
 * Playwright's own download.
 */
export async function ensureBrowser(say: Say): Promise<string> {
  const found = findBrowser();
  if (found) return found;
  for (const install of [fromApt, fromNpm, fromPlaywright]) {
    const path = await install(say);
    if (path) return path;
  }
  throw new Error(help);
}

async function fromApt(say: Say): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  say('No browser found: installing chromium with apt-get …');
  await run('apt-get', ['update', '-q']);
  await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium']);
  return findBrowser();
}

/** A Chromium packed into an npm package; unpacks itself into the temporary folder. Linux on x64 only. */
async function fromNpm(say: Say): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  say('No browser found: taking the one that npm has …');
  try {
    const folder = await lockedInstall('chromium', say);
    const entry = pathToFileURL(join(folder, 'node_modules/@sparticuz/chromium/build/index.js'));
    const packed = (await import(entry.href)) as { default: { executablePath(): Promise<string> } };
    return await packed.default.executablePath();
  } catch (error) {
    say(String(error));
    return undefined;
  }
}

async function fromPlaywright(say: Say): Promise<string | undefined> {
  say('No browser found: asking Playwright for one …');
  const cli = join(projectRoot, 'node_modules/playwright-core/cli.js');
  await run(process.execPath, [cli, 'install', 'chromium']);
  return findBrowser();
}

async function run(command: string, options: readonly string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const child = spawn(command, options, { env, stdio: ['ignore', 'inherit', 'inherit'] });
  await once(child, 'close').catch(() => undefined);
}
