import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { linkExtension } from './linkExtension.ts';
import { openDriver, type Driver } from './driver.ts';
import { projectRoot } from './root.ts';
import { chosenFlavour, serverFiles, type Flavour } from './serverFiles.ts';
import { quietSettings } from './settings.ts';

export interface ServerOptions {
  /** Which VS Code; the one that `VSCODE_HOST` names unless given. */
  readonly flavour?: Flavour;
  /** Unpacked extensions to have installed. */
  readonly extensions?: readonly string[];
  /** A folder of installed extensions to use and keep; else an empty one for this run. */
  readonly extensionsDir?: string;
  /** A folder of user data to use and keep; else an empty one for this run. */
  readonly userDataDir?: string;
  /** Settings beside the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly environment?: Readonly<Record<string, string>>;
  /** Ask whether a folder is trusted, as VS Code does for people. Off by default. */
  readonly workspaceTrust?: boolean;
  /** Obey the development paths in the page's address; hides notifications. Off by default. */
  readonly development?: boolean;
  /** Where to copy VS Code's log files when it stops. */
  readonly keepLogs?: string;
  /** Told what is being installed. */
  readonly say?: (line: string) => void;
}

/** A running VS Code server. */
export interface Server extends Driver {
  /** `127.0.0.1:PORT`. */
  readonly authority: string;
  /** The secret that the page's address or cookie must carry. */
  readonly token: string;
  readonly userDataDir: string;
  readonly process: ChildProcess;
  /** Ends the server and everything it started, and removes what was for this run only. */
  stop(): Promise<void>;
}

const inherited = [
  'NODE_OPTIONS',
  'ELECTRON_RUN_AS_NODE',
  'VSCODE_IPC_HOOK_CLI',
  'VSCODE_NLS_CONFIG',
  'VSCODE_CWD',
];

/** Starts VS Code's own server on a free local port, installing it first if need be. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const files = await serverFiles(options.flavour ?? chosenFlavour(), options.say ?? console.log);
  const temporary = await mkdtemp(join(tmpdir(), 'vscode-host-'));
  const userDataDir = options.userDataDir ? resolve(options.userDataDir) : join(temporary, 'data');
  const extensionsDir = options.extensionsDir
    ? resolve(options.extensionsDir)
    : join(temporary, 'extensions');
  const runtime = join(temporary, 't');
  for (const folder of [userDataDir, extensionsDir]) await mkdir(folder, { recursive: true });
  await mkdir(runtime, { mode: 0o700 });
  for (const folder of [...(options.extensions ?? []), join(projectRoot, 'test/vscode-host/driver')])
    await linkExtension(extensionsDir, folder);
  await writeSettings(userDataDir, options.settings);

  const driver = openDriver(temporary);
  const token = randomBytes(16).toString('hex');
  const child = spawn(
    files.node,
    [
      join(files.root, 'out/server-main.js'),
      ...['--host', '127.0.0.1', '--port', '0', '--connection-token', token],
      ...['--server-data-dir', join(temporary, 'server'), '--user-data-dir', userDataDir],
      ...['--extensions-dir', extensionsDir, '--telemetry-level', 'off'],
      ...['--accept-server-license-terms', '--disable-update-check'],
      ...(options.workspaceTrust ? [] : ['--disable-workspace-trust']),
      ...(options.development ? ['--enable-smoke-test-driver'] : []),
    ],
    {
      env: { ...cleanEnvironment(runtime), ...driver.environment, ...options.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    },
  );
  const kill = () => {
    killGroup(child, 'SIGKILL');
    rmSync(temporary, { recursive: true, force: true });
  };
  process.once('exit', kill);
  const stop = once(async () => {
    driver.close();
    await ended(child);
    process.off('exit', kill);
    if (options.keepLogs) await cp(join(userDataDir, 'logs'), options.keepLogs, { recursive: true });
    await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
  });
  try {
    const authority = `127.0.0.1:${await listening(child)}`;
    return { ...driver, authority, token, userDataDir, process: child, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** VS Code leaves sockets in the temporary folder; on Linux it gets one of its own. */
function cleanEnvironment(runtime: string): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
  for (const name of inherited) Reflect.deleteProperty(environment, name);
  if (process.platform === 'linux') Object.assign(environment, { TMPDIR: runtime, XDG_RUNTIME_DIR: runtime });
  return environment;
}

async function writeSettings(userDataDir: string, settings: ServerOptions['settings']): Promise<void> {
  const file = join(userDataDir, 'User/settings.json');
  const kept = JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as object;
  await mkdir(join(userDataDir, 'User'), { recursive: true });
  await writeFile(file, JSON.stringify({ ...quietSettings, ...kept, ...settings }, null, 2));
}

/** The port, once the server says that it listens. */
function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string) => {
      clearTimeout(timer);
      reject(new Error(`The VS Code server ${why}:\n${said}`));
    };
    const timer = setTimeout(fail, 60_000, 'did not start within 60 s');
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const port = /Extension host agent listening on (\d+)/.exec(said)?.[1];
      if (!port) return;
      clearTimeout(timer);
      said = '';
      resolve(port);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.on('error', (error) => {
      fail(`did not start (${error.message})`);
    });
    child.once('exit', (code, signal) => {
      fail(`ended with ${code ?? signal ?? 'nothing'}`);
    });
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const timer = setTimeout(killGroup, 3000, child, 'SIGKILL');
  killGroup(child, 'SIGTERM');
  await gone;
  clearTimeout(timer);
  killGroup(child, 'SIGKILL');
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= run());
}
