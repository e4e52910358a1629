// The part of VS Code's command line that @vscode/test-electron uses, answered by VS Code's server in a headless browser.
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { projectRoot } from './root.ts';
import { startHost, type Host } from './startHost.ts';
import { listenForVerdict } from './verdict.ts';

const limit = Number(process.env['VSCODE_HOST_TIMEOUT_S'] ?? 600);

const { values, positionals } = parseArgs({
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
  },
  strict: false,
  allowPositionals: true,
});

function text(name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

async function runTests(): Promise<number> {
  const tests = text('extensionTestsPath');
  const development = text('extensionDevelopmentPath');
  if (tests === undefined || development === undefined)
    throw new Error('This runs tests only: --extensionDevelopmentPath and --extensionTestsPath are needed.');
  const verdict = listenForVerdict();
  let host: Host | undefined;
  try {
    host = await startHost({
      development: true,
      extensionDevelopmentPath: development,
      extensionTestsPath: join(projectRoot, '.cache/testsEntry.cjs'),
      environment: { VSCODE_HOST_TESTS: tests, VSCODE_HOST_VERDICT: verdict.path },
      ...optional('workspace', positionals[0]),
      ...optional('userDataDir', text('user-data-dir')),
      ...optional('extensionsDir', text('extensions-dir')),
      ...optional('keepLogs', process.env['VSCODE_HOST_LOGS']),
      onPage: (page) => {
        void page.exposeFunction('codeAutomationLog', () => undefined);
        void page.exposeFunction('codeAutomationExit', () => undefined);
      },
    });
    const { process: server, page } = host;
    const outcome = await Promise.race([
      verdict.code,
      new Promise<string>((resolve) => server.once('exit', resolve.bind(null, 'the VS Code server ended'))),
      new Promise<string>((resolve) => page.once('crash', resolve.bind(null, 'the page crashed'))),
      wait(limit * 1000, `no result after ${limit} s`, { ref: false }),
    ]);
    return typeof outcome === 'number' ? outcome : fail(outcome);
  } finally {
    verdict.close();
    await host?.stop();
  }
}

function fail(why: string): number {
  process.stderr.write(`Tests in VS Code: ${why}.\n`);
  return 1;
}

function optional<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, string>);
}

async function exit(code: number): Promise<never> {
  // Whoever started this may drop what it has not read when the process ends: let the pipes drain first.
  await wait(200);
  process.exit(code);
}

process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));
runTests().then(exit, (error: unknown) => exit(fail(String(error))));
