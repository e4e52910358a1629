import { lookup } from 'node:dns/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { hasDisplay } from './hasDisplay.ts';
import { projectRoot } from './root.ts';

const downloadServer = 'update.code.visualstudio.com';
const version = { min: '1.100.3', latest: 'stable' } as const;

/**
 * The VS Code to hand to `runTests`: the desktop one, downloaded, where there is a display and the download server
 * answers at once; else our launcher of VS Code's own server.
 */
export async function vscodeExecutable(
  flavour: keyof typeof version,
  say: (line: string) => void,
): Promise<string> {
  const launcher = join(projectRoot, 'test/vscode-host/code');
  const why = hasDisplay() ? await unreachable() : 'there is no display';
  if (why === undefined) {
    try {
      return await downloadAndUnzipVSCode(version[flavour]);
    } catch (error) {
      say(`The desktop VS Code could not be downloaded (${String(error)}).`);
    }
  }
  say(`Running VS Code's own server instead of the desktop${why ? `: ${why}` : ''}.`);
  return launcher;
}

async function unreachable(): Promise<string | undefined> {
  const found = lookup(downloadServer).then(
    () => undefined,
    () => `${downloadServer} is not reachable`,
  );
  return Promise.race([found, wait(3000, `${downloadServer} does not answer`, { ref: false })]);
}
