import { spawn } from 'node:child_process';
import type { Problem, WithProblems } from '../core/problem.ts';

/**
 * Options before every git command: nothing that the repository or the user has configured may start another program
 * (monitors, hooks, pagers, external diffs, signature checks) or fetch missing objects.
 */
const HARDENED = [
  '--no-pager',
  '--no-replace-objects',
  ...['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'core.pager=cat', 'diff.external='].flatMap(config),
  ...['log.showSignature=false', 'protocol.allow=never', 'color.ui=false', 'core.quotePath=true'].flatMap(
    config,
  ),
];

/** Variables that say which configuration to read; all other `GIT_…` ones could redirect the command. */
const KEPT_VARIABLES = new Set(['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_NOSYSTEM', 'GIT_CEILING_DIRECTORIES']);

const MAX_OUTPUT = 256 * 1024 * 1024;
const MAX_COMPLAINT = 64 * 1024;

function config(setting: string): readonly string[] {
  return ['-c', setting];
}

/** Full argument list for a git command in `directory`. */
export function gitArguments(directory: string, command: readonly string[]): readonly string[] {
  return ['-C', directory, ...HARDENED, ...command];
}

/** The environment git is run with. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.toUpperCase().startsWith('GIT_') || KEPT_VARIABLES.has(name),
  );
  return {
    ...Object.fromEntries(kept),
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    LC_ALL: 'C',
  };
}

/** Runs git without a shell and returns what it printed; undefined with a 'git-missing' or 'git-failed' problem else. */
export async function runGit(
  directory: string,
  command: readonly string[],
): Promise<WithProblems<Uint8Array | undefined>> {
  return new Promise((resolve) => {
    const git = spawn('git', gitArguments(directory, command), {
      env: gitEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const output: Buffer[] = [];
    let size = 0;
    let complaint = '';
    git.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_OUTPUT) git.kill();
      else output.push(chunk);
    });
    git.stderr.on('data', (chunk: Buffer) => {
      if (complaint.length < MAX_COMPLAINT) complaint += chunk.toString('utf8');
    });
    git.on('error', (error) => {
      resolve({ value: undefined, problems: [startProblem(directory, error)] });
    });
    git.on('close', (code) => {
      if (size > MAX_OUTPUT) resolve({ value: undefined, problems: [tooMuch(directory)] });
      else if (code === 0) resolve({ value: Buffer.concat(output), problems: [] });
      else resolve({ value: undefined, problems: [gitProblem(directory, complaint)] });
    });
  });
}

function startProblem(directory: string, error: NodeJS.ErrnoException): Problem {
  if (error.code === 'ENOENT')
    return {
      code: 'git-missing',
      message: 'git was not found on the search path; without it no repository can be read.',
      at: directory,
    };
  return { code: 'git-failed', message: `git could not be started: ${error.message}`, at: directory };
}

function tooMuch(directory: string): Problem {
  const megabytes = MAX_OUTPUT / (1024 * 1024);
  return {
    code: 'git-failed',
    message: `git printed more than ${megabytes} MB, so it was stopped; choose a smaller range.`,
    at: directory,
  };
}

/** Says in plain words what git complained about; the commonest refusals come with what to do. */
export function gitProblem(directory: string, complaint: string): Problem {
  const owned = /dubious ownership in repository at '([^']*)'/.exec(complaint)?.[1];
  if (owned !== undefined)
    return {
      code: 'git-failed',
      message:
        'git refuses to read this repository because it belongs to another user. If you trust it, run: ' +
        `git config --global --add safe.directory ${owned}`,
      at: directory,
    };
  if (complaint.includes('not a git repository'))
    return { code: 'git-failed', message: 'This is not a git repository.', at: directory };
  const said = complaint
    .split('\n')
    .map((line) => line.trim())
    .find((line) => /^(fatal|error):/.test(line));
  return {
    code: 'git-failed',
    message: said === undefined ? 'git failed without saying why.' : `git said: ${said}`,
    at: directory,
  };
}
