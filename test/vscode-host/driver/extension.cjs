// For tests only: runs functions sent over a private socket inside the extension host.
const { connect } = require('node:net');
const { createInterface } = require('node:readline');
const vscode = require('vscode');

/** @param {string} line one request `{ id, source, argument }` */
async function answer(line) {
  const { id, source, argument } = JSON.parse(line);
  try {
    const run = (0, eval)(`(${source})`);
    const value = await run(vscode, argument);
    return { id, value: value ?? null };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** @param {import('vscode').ExtensionContext} context */
exports.activate = (context) => {
  const path = process.env['VSCODE_HOST_DRIVER'];
  if (!path) return;
  const socket = connect(path);
  socket.on('error', () => socket.destroy());
  createInterface({ input: socket }).on('line', (line) => {
    void answer(line).then((reply) => socket.write(`${JSON.stringify(reply)}\n`));
  });
  context.subscriptions.push({ dispose: () => socket.destroy() });
};
