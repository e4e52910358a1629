import { existsSync, symlinkSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { lockedInstall } from './lockedInstall.ts';

/** `min` is the oldest VS Code the extension supports, `latest` a recent one. */
export type Flavour = 'min' | 'latest';

/** What is needed to start a VS Code server. */
export interface ServerFiles {
  /** The folder that holds `out/server-main.js`. */
  readonly root: string;
  /** The Node to run it with. */
  readonly node: string;
}

/** The flavour that `VSCODE_HOST` asks for, `min` unless it asks for `latest`. */
export function chosenFlavour(): Flavour {
  return process.env['VSCODE_HOST'] === 'latest' ? 'latest' : 'min';
}

/** Installs a VS Code server if need be and makes its modules resolvable. */
export async function serverFiles(flavour: Flavour, say: (line: string) => void): Promise<ServerFiles> {
  const prefix = await lockedInstall(flavour, say);
  const root = join(prefix, 'node_modules/code-server/lib/vscode');
  const modules = join(root, 'node_modules');
  if (!existsSync(modules)) symlinkSync(relative(root, join(prefix, 'node_modules')), modules, 'junction');
  return { root, node: await nodeFor(prefix) };
}

/** This Node if it is new enough, else the one that the flavour's lock file brings along. */
async function nodeFor(prefix: string): Promise<string> {
  const manifest = JSON.parse(
    await readFile(join(prefix, 'node_modules/code-server/package.json'), 'utf8'),
  ) as { engines: { node: string } };
  const wanted = Number(/\d+/.exec(manifest.engines.node)?.[0]);
  if (Number(process.versions.node.split('.')[0]) >= wanted) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const brought = join(prefix, 'node_modules', `node-${platform}-${process.arch}`, 'bin', name);
  if (existsSync(brought)) return brought;
  throw new Error(
    `This VS Code server needs Node ${wanted} or newer; this is ${process.version}, and npm has none for ${platform} on ${process.arch}. Run it with a newer Node, or use VSCODE_HOST=min.`,
  );
}
