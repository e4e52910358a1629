import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chosenFlavour, serverFiles } from './serverFiles.ts';

/** Installs an extension file into a folder of extensions, as VS Code itself does it. */
export async function installExtension(file: string, extensionsDir: string): Promise<void> {
  const { node, root } = await serverFiles(chosenFlavour(), console.log);
  const temporary = await mkdtemp(join(tmpdir(), 'vscode-install-'));
  try {
    await promisify(execFile)(node, [
      join(root, 'out/server-main.js'),
      ...['--install-extension', file, '--extensions-dir', extensionsDir],
      ...['--server-data-dir', temporary, '--user-data-dir', join(temporary, 'data')],
      '--accept-server-license-terms',
    ]);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
