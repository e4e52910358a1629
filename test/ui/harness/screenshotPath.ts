import { join } from 'node:path';
import { projectRoot } from '../../vscode-host/root.ts';

/** Where a picture with this name goes. */
export function screenshotPath(name: string): string {
  return join(projectRoot, '.cache/screenshots', `${name.replaceAll(/[^\w.-]+/g, '-')}.png`);
}
