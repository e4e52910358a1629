import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../vscode-host/root.ts';
import type { Expected } from './truth.ts';

/** An answer of `interop-review marks carry`. */
export interface Answer {
  readonly id: string;
  readonly fate: string;
  readonly documented: boolean;
  readonly path: string | null;
  readonly line: number | null;
  readonly endLine: number | null;
  readonly evidence: string;
}

/** Two versions as the command takes them: files, or ranges of `repository`. */
export interface Versions {
  readonly from: string;
  readonly to: string;
  readonly repository?: string;
}

/**
 * Runs the built command on marks that are given their index as id. Files go to `folder`.
 * Throws with its words when it gives no JSON.
 */
export async function runCarry(
  folder: string,
  { from, to, repository }: Versions,
  marks: readonly Expected[],
): Promise<readonly Answer[]> {
  const file = join(folder, 'marks.json');
  const data = marks.map(({ path, line }, index) => ({
    id: String(index),
    path,
    side: 'new',
    line,
    endLine: line,
  }));
  await writeFile(file, JSON.stringify(data));
  const args = ['marks', 'carry', '--from', from, '--to', to, '--marks', file, '--format', 'json'];
  const out = await run(repository === undefined ? args : [...args, '--repo', repository]);
  return (JSON.parse(out) as { readonly marks: readonly Answer[] }).marks;
}

function run(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(projectRoot, 'dist/cli.cjs'), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', () => {
      if (out.length > 0) resolve(Buffer.concat(out).toString('utf8'));
      else reject(new Error(Buffer.concat(err).toString('utf8').trim()));
    });
  });
}
