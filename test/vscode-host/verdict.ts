import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What the test module says from inside the extension host. */
export type Verdict = { readonly print: string } | { readonly code: number };

export interface VerdictSocket {
  readonly path: string;
  /** The exit code; 1 when the extension host went away before it said one. */
  readonly code: Promise<number>;
  close(): void;
}

/**
 * Listens for the verdict of the test module. VS Code's own word for how a test run ended says success also when the
 * extension host crashed, so only this one counts.
 */
export function listenForVerdict(): VerdictSocket {
  const name = `vscode-tests-${process.pid}`;
  const path = process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
  let decide: (code: number) => void;
  const code = new Promise<number>((resolve) => (decide = resolve));
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      decide(1);
    });
    createInterface({ input: socket }).on('line', (line) => {
      const verdict = JSON.parse(line) as Verdict;
      if ('print' in verdict) process.stdout.write(verdict.print);
      else decide(verdict.code);
    });
  }).listen(path);
  process.once('exit', () => {
    rmSync(path, { force: true });
  });
  return {
    path,
    code,
    close() {
      server.close();
    },
  };
}
