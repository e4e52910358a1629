import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Log files that tell of an extension: the extension host's own, and our output channels. */
const telling = /(?:^|[\\/])(?:remote)?exthost\.log$|[\\/]interop-review\.interop-review[\\/]/;

/** Lines that VS Code logs as errors when a window is closed while something is under way. */
const harmless = /ECONNRESET|Canceled|channel closed/i;

/** After a reload the old and the new extension host meet at a workspace's lock file; VS Code reads it half written. */
const lockMet = /vscode\.lock|SyntaxError: Unexpected end of JSON input/;

/** A stack that leads through this extension. */
const ours = /dist[\\/](?:extension|webExtension)\.cjs/;

/** The error lines in the logs of a user data folder: unhandled rejections in the extension host and what we logged. */
export async function logErrors(userDataDir: string): Promise<readonly string[]> {
  const logs = join(userDataDir, 'logs');
  const files = await readdir(logs, { recursive: true }).catch(() => []);
  const texts = await Promise.all(
    files.filter((file) => telling.test(file)).map((file) => readFile(join(logs, file), 'utf8')),
  );
  return texts
    .flatMap((text) => text.split(/\n(?=\d{4}-\d\d-\d\d )/))
    .filter((entry) => /\[(?:error|critical)\]/.test(entry.split('\n', 1)[0] ?? ''))
    .filter((entry) => !harmless.test(entry) && !(lockMet.test(entry) && !ours.test(entry)))
    .map((entry) => entry.split('\n', 1)[0] ?? '');
}
