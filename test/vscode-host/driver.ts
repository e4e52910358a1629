import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type * as vscode from 'vscode';

/** Runs code inside the extension host. */
export interface Driver {
  /** What the extension host needs in its environment. */
  readonly environment: Readonly<Record<string, string>>;
  /**
   * Calls `run(vscode, argument)` in the extension host; waits until it is up. Function, argument and result travel as
   * text and JSON, so the function must not use anything from around it.
   */
  readonly evaluate: <A, R>(
    run: (api: typeof vscode, argument: A) => R | Promise<R>,
    argument: A,
  ) => Promise<R>;
  readonly close: () => void;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

type Reply = { readonly id: number } & ({ readonly value: unknown } | { readonly error: string });

/** Waits for the driver extension on a socket in `folder`. */
export function openDriver(folder: string): Driver {
  const path =
    process.platform === 'win32' ? `\\\\.\\pipe\\vscode-host-${process.pid}` : join(folder, 'driver.sock');
  const waiting = new Map<number, Waiting>();
  let connected: (socket: Socket) => void;
  let current = new Promise<Socket>((resolve) => (connected = resolve));
  let sent = 0;

  const server = createServer((socket) => {
    connected(socket);
    current = Promise.resolve(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      current = new Promise((resolve) => (connected = resolve));
      for (const { reject } of waiting.values()) reject(new Error('The extension host went away.'));
      waiting.clear();
    });
    createInterface({ input: socket }).on('line', (line) => {
      const reply = JSON.parse(line) as Reply;
      const asked = waiting.get(reply.id);
      waiting.delete(reply.id);
      if ('error' in reply) asked?.reject(new Error(reply.error));
      else asked?.resolve(reply.value);
    });
  }).listen(path);

  return {
    environment: { VSCODE_HOST_DRIVER: path },
    async evaluate<A, R>(run: (api: typeof vscode, argument: A) => R | Promise<R>, argument: A) {
      const socket = await current;
      const id = ++sent;
      const value = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
      socket.write(`${JSON.stringify({ id, source: String(run), argument })}\n`);
      return (await value) as R;
    },
    close() {
      void current.then((socket) => socket.destroy());
      server.close();
    },
  };
}
