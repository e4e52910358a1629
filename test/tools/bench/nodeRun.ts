import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What one Node process took from its start to its end. */
export interface NodeRun {
  /** Milliseconds on the clock. */
  readonly wall: number;
  /** Milliseconds of the processor, all threads together: what others do on the machine counts for little. */
  readonly processor: number;
  /** The most memory it held, in megabytes. */
  readonly memory: number;
}

/** Runs Node with some options; an exit code of 1 is an answer of the command, a higher one a failure. */
export type RunNode = (options: readonly string[]) => Promise<NodeRun>;

/** Written to descriptor 3 when the process ends. */
const TELL = `process.on('exit', () => require('fs').writeSync(3, JSON.stringify(process.resourceUsage())));\n`;

interface Usage {
  readonly userCPUTime: number;
  readonly systemCPUTime: number;
  readonly maxRSS: number;
}

/** Prepares runs that are measured; `folder` is for a file that they load first. */
export async function measuredNode(folder: string): Promise<RunNode> {
  const preload = join(folder, 'tell.cjs');
  await writeFile(preload, TELL);
  return async (options) => {
    const start = performance.now();
    const told = await run(['--require', preload, ...options]);
    const wall = performance.now() - start;
    const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(told) as Usage;
    return { wall, processor: (userCPUTime + systemCPUTime) / 1000, memory: (maxRSS * 1024) / 1e6 };
  };
}

function run(options: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, options, { stdio: ['ignore', 'ignore', 'inherit', 'pipe'] });
    let told = '';
    child.stdio[3]?.on('data', (chunk: Buffer) => (told += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0 || code === 1) resolve(told);
      else reject(new Error(`node ${options.join(' ')} ended with ${code}`));
    });
  });
}
