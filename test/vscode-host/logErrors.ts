import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Log files that tell of an extension: the extension host's own, and our output channels. */
const telling = /(?:^|[\\/])(?:remote)?exthost\.log$|[\\/]interop-review\.interop-review[\\/]/;

/** Lines that VS Code logs as errors when a window is closed while something is under way. */
const harmless = /ECONNRESET|Canceled|channel closed/i;

/** The error lines in the logs of a user data folder: unhandled rejections in the extension host and what we logged. */
export async function logErrors(userDataDir: string): Promise<readonly string[]> {
  const logs = join(userDataDir, 'logs');
  const files = await readdir(logs, { recursive: true }).catch(() => []);
  const texts = await Promise.all(
    files.filter((file) => telling.test(file)).map((file) => readFile(join(logs, file), 'utf8')),
  );
  return texts
    .flatMap((text) => text.split('\n'))
    .filter((line) => /\[(?:error|critical)\]/.test(line) && !harmless.test(line));
}
