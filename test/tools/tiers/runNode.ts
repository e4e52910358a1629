import { spawn } from 'node:child_process';
import { projectRoot } from '../../vscode-host/root.ts';

const limit = 20 * 60 * 1000;

/**
 * Runs a JavaScript program of the project with what it prints going where ours goes.
 * @returns its exit code; 1 when it was ended by a signal or took longer than 20 minutes
 */
export function runNode(
  program: string,
  options: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...options], {
      cwd: projectRoot,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: limit,
    });
    child.on('error', reject);
    child.on('close', (code) => {
      resolve(code ?? 1);
    });
  });
}
