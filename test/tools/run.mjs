// node test/tools/run.mjs NAME [ARGUMENT…]: installs what package-lock.json asks for unless it is there, builds, and runs
// the program test/tools/NAME.ts. Needs nothing but Node and npm.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const [name, ...rest] = process.argv.slice(2);

/** @param {string} file */
function packagesOf(file) {
  if (!existsSync(file)) return {};
  /** @type {{ packages: Record<string, { version?: string, optional?: boolean }> }} */
  const { packages } = JSON.parse(readFileSync(file, 'utf8'));
  return packages;
}

/** Whether every package of the lock file is installed in its version; optional ones may be for another machine. */
function isInstalled() {
  const installed = packagesOf(join(root, 'node_modules/.package-lock.json'));
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

/**
 * @param {string} command
 * @param {readonly string[]} options
 */
function mustRun(command, options) {
  // npm of Windows is a .cmd file, which only a shell starts.
  const shell = command === 'npm' && process.platform === 'win32';
  const { status, error } = spawnSync(command, options, { cwd: root, stdio: 'inherit', shell });
  if (status === 0) return;
  console.error(`${command} ${options.join(' ')} ${error ? `did not start: ${error.message}` : 'failed'}.`);
  process.exit(1);
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node 20.19 or newer is needed; this is ${process.version}.`);
  process.exit(1);
}
process.chdir(root);
if (!existsSync(`test/tools/${name}.ts`)) {
  console.error(`There is no program test/tools/${name}.ts.`);
  process.exit(2);
}
if (!isInstalled()) {
  console.log('Installing packages (npm ci) …');
  mustRun('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}
mustRun(process.execPath, ['esbuild.mjs', '--tools']);
const program = join(root, '.cache', `${name}.mjs`);
process.argv = [process.execPath, program, ...rest];
await import(pathToFileURL(program).href);
