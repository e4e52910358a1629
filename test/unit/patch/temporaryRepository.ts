import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A git repository that tests fill and that is gone afterwards. */
export interface TemporaryRepository {
  readonly folder: string;
  /** Runs git and returns what it prints. */
  readonly git: (...args: readonly string[]) => Buffer;
  /** The same with something on standard input. */
  readonly gitWith: (input: Uint8Array | string, ...args: readonly string[]) => Buffer;
  readonly write: (path: string, content: string | Uint8Array) => void;
  /** Commits all there is and returns the id. */
  readonly commit: (message: string, ...args: readonly string[]) => string;
  readonly remove: () => void;
}

const IDENTITY = [
  '-c',
  'user.name=J\u00f6rg One',
  '-c',
  'user.email=one@example.org',
  '-c',
  'core.autocrlf=false',
];

export function temporaryRepository(): TemporaryRepository {
  const folder = mkdtempSync(join(tmpdir(), 'interop-patch-'));
  const gitWith = (input: Uint8Array | string, ...args: readonly string[]): Buffer =>
    execFileSync('git', [...IDENTITY, ...args], {
      cwd: folder,
      input,
      env: { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_NOSYSTEM: '1', LC_ALL: 'C.UTF-8' },
      maxBuffer: 1 << 28,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  const git = (...args: readonly string[]): Buffer => gitWith('', ...args);
  git('init', '-q', '-b', 'main');
  return {
    folder,
    git,
    gitWith,
    write: (path, content) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    },
    commit: (message, ...args) => {
      git('add', '-A');
      gitWith(message, 'commit', '-q', '--allow-empty', '--cleanup=verbatim', '-F', '-', ...args);
      return git('rev-parse', 'HEAD').toString().trim();
    },
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}
