// npm run example
// Builds and runs the example board in C, then each version of the series on top of it. What the board prints must stay the
// same, but for what the first version gets wrong on purpose.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const EXAMPLE = resolve('media/example');

/** The base commit is the same on every machine: the mails name it, and the blobs in it. */
const IDENTITY = {
  GIT_AUTHOR_NAME: 'Fan Author',
  GIT_AUTHOR_EMAIL: 'fan.author@example.org',
  GIT_AUTHOR_DATE: '2026-03-02T09:00:00+0000',
  GIT_COMMITTER_NAME: 'Fan Author',
  GIT_COMMITTER_EMAIL: 'fan.author@example.org',
  GIT_COMMITTER_DATE: '2026-03-02T09:00:00+0000',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};

/** The error of a refused duty is set but success is returned, and a register is not migrated. */
const WRONG_IN_V1 = ['8 bytes of state'];
const MISSING_IN_V1 = ['cpu-fan: a duty of 101 is more than all', '12 bytes of state'];

function run(directory: string, command: string, ...args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: directory,
    env: { ...process.env, ...IDENTITY },
    encoding: 'utf8',
  });
  if (error) throw new Error(`${command} could not be started: ${error.message}`);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`);
  return stdout;
}

function board(directory: string): readonly string[] {
  run(directory, 'make', 'clean');
  run(directory, 'make');
  return run(directory, './board').trimEnd().split('\n');
}

/** A repository whose only commit is the C program. */
function baseRepository(directory: string): void {
  cpSync(join(EXAMPLE, 'tree'), directory, { recursive: true });
  run(directory, 'git', 'init', '-q', '-b', 'main');
  run(directory, 'git', 'add', '-A');
  run(directory, 'git', 'commit', '-q', '-m', 'board: a toy board with one device');
}

function apply(directory: string, version: number): void {
  run(directory, 'git', 'checkout', '-q', '-f', '-B', `v${version}`, 'main');
  run(directory, 'git', 'am', '-q', '--empty=drop', join(EXAMPLE, `fan-v${version}.mbox`));
}

function expectSame(what: string, actual: readonly string[], expected: readonly string[]): void {
  if (actual.join('\n') !== expected.join('\n'))
    throw new Error(`${what}: expected\n${expected.join('\n')}\nbut found\n${actual.join('\n')}`);
  console.log(`${what}: as expected`);
}

function main(directory: string): void {
  baseRepository(directory);
  const base = /^base-commit: (\w+)$/m.exec(readFileSync(join(EXAMPLE, 'fan-v2.mbox'), 'utf8'))?.[1] ?? '';
  expectSame('base commit', [run(directory, 'git', 'rev-parse', 'HEAD').trim()], [base]);

  const inC = board(directory);
  console.log(inC.map((line) => `  ${line}`).join('\n'));

  apply(directory, 2);
  const v2 = board(directory);
  const withoutReset = (lines: readonly string[]): readonly string[] =>
    lines.filter((line) => !line.startsWith('reset '));
  expectSame('version 2 in Rust', withoutReset(v2), inC);

  apply(directory, 1);
  const v1 = board(directory);
  expectSame(
    'version 1 in Rust',
    v1.filter((line) => !WRONG_IN_V1.includes(line)),
    v2.filter((line) => !MISSING_IN_V1.includes(line)),
  );
}

const directory = mkdtempSync(join(tmpdir(), 'interop-example-'));
try {
  main(directory);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(directory, { recursive: true });
}
