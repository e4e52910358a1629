import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Sample } from '../sample.ts';
import { readPrinted } from './readPrinted.ts';

/** Reads a lint test suite: NAME.rs files beside the NAME.stderr (or NAME.default.stderr) that the compiler prints for them. */
export async function readSuite(directory: string): Promise<readonly Sample[]> {
  const names = await readdir(directory, { recursive: true });
  const samples: Sample[] = [];
  for (const name of names.filter((file) => file.endsWith('.rs'))) {
    const path = join(directory, name);
    const printed = ['.stderr', '.default.stderr']
      .map((end) => path.replace(/\.rs$/, end))
      .find((file) => existsSync(file));
    if (printed === undefined) continue;
    const findings = readPrinted(await readFile(printed, 'utf8'), basename(path)).map((finding) => ({
      ...finding,
      path: name,
    }));
    samples.push({
      name: `suite ${directory}`,
      files: new Map([[name, await readFile(path, 'utf8')]]),
      // Which lints a file turns on is known only from what they found.
      lints: new Set(findings.map(({ lint }) => lint)),
      findings,
      isLeftOut: () => false,
    });
  }
  return samples;
}
