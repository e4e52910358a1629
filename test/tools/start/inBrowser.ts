import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { downloads, projectRoot } from '../../vscode-host/root.ts';
import { addressOf } from '../../vscode-host/startHost.ts';
import { startServer, type Server } from '../../vscode-host/startServer.ts';
import { openReview } from './openReview.ts';
import type { Target } from './target.ts';
import { hasDisplay } from '../../vscode-host/hasDisplay.ts';
import { untilInterrupted } from './untilInterrupted.ts';

/** Serves VS Code on this machine, prints its address, and opens the review as soon as a browser is there. */
export async function openInBrowser(target: Target): Promise<void> {
  console.log("No desktop VS Code found: starting VS Code's own server.");
  const server = await serve();
  const address = new URL(addressOf(server.authority, { workspace: target.workspace }));
  address.searchParams.set('tkn', server.token);
  console.log(`\nOpen this address in a browser (Ctrl-C here ends it):\n\n  ${address.href}\n`);
  showInBrowser(address.href);
  const stopped = Promise.race([untilInterrupted(), once(server.process, 'exit')]);
  openReview(server, target).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
  });
  await stopped;
  await server.stop();
  process.exit(0);
}

/** A recent VS Code, or the oldest supported one where the recent one cannot be installed. */
async function serve(): Promise<Server> {
  const options = { extensions: [projectRoot], userDataDir: join(downloads, 'start') };
  if (process.env['VSCODE_HOST'] !== undefined) return startServer(options);
  try {
    return await startServer({ ...options, flavour: 'latest' });
  } catch (error) {
    console.warn(`${error instanceof Error ? error.message : String(error)}\nTrying an older VS Code.`);
    return startServer({ ...options, flavour: 'min' });
  }
}

/** Where there is a display, a browser may show it by itself. */
function showInBrowser(address: string): void {
  const command = { darwin: 'open', win32: 'explorer', linux: 'xdg-open' }[process.platform as string];
  if (!command || !hasDisplay()) return;
  spawn(command, [address], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
