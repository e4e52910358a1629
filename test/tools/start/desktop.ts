import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDriver } from '../../vscode-host/driver.ts';
import { downloads, projectRoot } from '../../vscode-host/root.ts';
import { hasDisplay } from '../../vscode-host/hasDisplay.ts';
import { openReview } from './openReview.ts';
import type { Target } from './target.ts';
import { untilInterrupted } from './untilInterrupted.ts';

const shell = process.platform === 'win32';

/** The command of a desktop VS Code, if there is one and a display to show it on. */
export function desktopCommand(): string | undefined {
  if (process.env['VSCODE_HOST'] !== undefined || !hasDisplay()) return undefined;
  return ['code', 'codium'].find((command) => spawnSync(command, ['--version'], { shell }).status === 0);
}

/** Opens the review in a window of the desktop VS Code, with a profile of its own; ends when the window is closed. */
export async function openOnDesktop(command: string, target: Target): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'interop-review-'));
  const driver = openDriver(folder);
  const words = [
    '--wait',
    '--new-window',
    `--extensionDevelopmentPath=${projectRoot}`,
    `--extensionDevelopmentPath=${join(projectRoot, 'test/vscode-host/driver')}`,
    `--user-data-dir=${join(downloads, 'desktop')}`,
    '--disable-workspace-trust',
    target.workspace,
  ];
  const child = spawn(shell ? `"${command}"` : command, words, {
    env: { ...process.env, ...driver.environment },
    stdio: 'inherit',
    shell,
  });
  console.log(`Opened in ${command}. Close its window, or press Ctrl-C here, to end it.`);
  const closed = once(child, 'exit').then(() => 'closed' as const);
  const opened = openReview(driver, target).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
  });
  const how = await Promise.race([closed, untilInterrupted()]);
  if (how !== 'closed') {
    await opened;
    void driver.evaluate(
      ({ commands }) => void commands.executeCommand('workbench.action.closeWindow'),
      null,
    );
    await closed;
  }
  driver.close();
  await rm(folder, { recursive: true, force: true });
  process.exit(0);
}
