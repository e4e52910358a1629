import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { projectRoot } from '../../vscode-host/root.ts';

/** Packs what `dist/` and the rest of the project hold now into an extension file. Same commit, same bytes. */
export async function packExtension(file: string): Promise<void> {
  process.env['SOURCE_DATE_EPOCH'] = commitTime();
  await createVSIX({
    cwd: projectRoot,
    packagePath: resolve(file),
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
}

/** When the commit was made, in seconds; without git the earliest time that a zip file can hold. */
function commitTime(): string {
  try {
    return execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: projectRoot, encoding: 'utf8' }).trim();
  } catch {
    return '315619200';
  }
}
