import { spawn } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { once } from 'node:events';
import { downloads, projectRoot } from './root.ts';

const sources = join(projectRoot, 'test/vscode-host');
const installs = join(downloads, 'vscode-host');

/** The folders beside this file that hold a package.json and a lock file to install from. */
export type LockedFolder = 'min' | 'latest' | 'chromium';

/**
 * Installs a folder's locked packages below `.vscode-test/`, unless exactly these are there already.
 * @returns the folder that now holds `node_modules`
 */
export async function lockedInstall(name: LockedFolder, say: (line: string) => void): Promise<string> {
  const target = join(installs, name);
  const stamp = join(target, 'installed-lock.json');
  await cp(join(sources, 'stubs'), join(installs, 'stubs'), { recursive: true });
  const lock = await readFile(join(sources, name, 'package-lock.json'), 'utf8');
  if ((await readFile(stamp, 'utf8').catch(() => '')) === lock) return target;
  say(`Installing ${name} below ${installs} (once) …`);
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    await cp(join(sources, name, file), join(target, file));
  await npmCi(target);
  await writeFile(stamp, lock);
  return target;
}

async function npmCi(folder: string): Promise<void> {
  const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm of Windows is a .cmd file, which only a shell starts.
  const child = spawn('npm', options, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`npm ci in ${folder} ended with ${code ?? 'a signal'}.`);
}
