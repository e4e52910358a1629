import { spawn } from 'node:child_process';

/** What a program printed, and how it ended. */
export interface Ran {
  readonly status: number | null;
  readonly output: string;
  readonly complaint: string;
}

/** Runs a program of Rust's tools without a shell. Rejects if it does not start. */
export function runTool(
  program: 'cargo' | 'rustc',
  options: readonly string[],
  directory: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, options, {
      cwd: directory,
      env: { ...process.env, RUSTFLAGS: '', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output: Buffer[] = [];
    const complaint: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => complaint.push(chunk));
    child.on('error', reject);
    child.on('close', (status) => {
      resolve({
        status,
        output: Buffer.concat(output).toString('utf8'),
        complaint: Buffer.concat(complaint).toString('utf8'),
      });
    });
  });
}
