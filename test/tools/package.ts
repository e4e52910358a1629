// npm run package -- [FILE]: packs the extension into interop-review-VERSION.vsix, the same bytes for the same commit.
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const file = process.argv[2] ?? `interop-review-${version}.vsix`;

/** When the commit was made, in seconds; without git the earliest time that a zip file can hold. */
function commitTime(): string {
  try {
    return execFileSync('git', ['log', '-1', '--format=%ct'], { encoding: 'utf8' }).trim();
  } catch {
    return '315619200';
  }
}

process.env['SOURCE_DATE_EPOCH'] = commitTime();
await createVSIX({
  packagePath: join(process.cwd(), file),
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
console.log(`${file}: ${(statSync(file).size / 1024).toFixed(0)} KB`);
