// VS Code loads this as the test module: it runs the real one and tells the launcher what is printed and how it ends.
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { format } from 'node:util';
import type { Verdict } from './verdict.ts';

const load = createRequire(__filename);
const socket = connect(process.env['VSCODE_HOST_VERDICT'] ?? '');
socket.on('error', () => socket.destroy());

function send(message: Verdict): Promise<void> {
  return new Promise((resolve) => {
    socket.write(`${JSON.stringify(message)}\n`, () => {
      resolve();
    });
  });
}

function print(...values: unknown[]): void {
  void send({ print: `${format(...values)}\n` });
}

export async function run(): Promise<void> {
  // VS Code's own console cannot be assigned to, only redefined.
  for (const name of ['log', 'info', 'warn', 'error'])
    Object.defineProperty(console, name, { configurable: true, value: print });
  try {
    const tests = load(process.env['VSCODE_HOST_TESTS'] ?? '') as { run(): Promise<void> };
    await tests.run();
    await send({ code: 0 });
  } catch (error) {
    print(error);
    await send({ code: 1 });
    throw error;
  }
}
