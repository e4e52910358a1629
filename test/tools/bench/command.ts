import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Figure, median } from './figure.ts';
import { generateSeries } from './generateSeries.ts';

const RUNS = 15;

/** Writes the most memory that a process held, in kilobytes, to its descriptor 3 when it ends. */
const TELL_MEMORY = `data:text/javascript,import{writeSync}from'node:fs';process.on('exit',()=>writeSync(3,String(process.resourceUsage().maxRSS)))`;

/**
 * The built command: its time for one small patch against a start of bare Node, the two run in turns, and the memory it
 * takes for a long mailbox. `folder` is for files made on the way.
 */
export async function measureCommand(
  command: string,
  mailbox: string,
  folder: string,
): Promise<readonly Figure[]> {
  const small = join(folder, 'small.patch');
  await writeFile(small, generateSeries(1));
  const [bare, checks]: [number[], number[]] = [[], []];
  for (let run = 0; run <= RUNS; run++) {
    const empty = await timeOf(['--eval', '0']);
    const check = await timeOf([command, 'check', small]);
    // The first run fills the caches of the disk.
    if (run === 0) continue;
    bare.push(empty);
    checks.push(check);
  }
  return [
    {
      what: 'Command on one small patch',
      value: median(checks) / median(bare),
      unit: 'times',
      limit: 4,
      note: `a start of bare Node (${median(checks).toFixed(0)} and ${median(bare).toFixed(0)} ms)`,
    },
    {
      what: 'Memory of the command at its peak',
      value: (await memoryOf([command, 'check', mailbox])) / 1000,
      unit: 'MB',
      limit: 150,
      note: `on the same mailbox; bare Node takes ${((await memoryOf(['--eval', '0'])) / 1000).toFixed(0)} MB`,
    },
  ];
}

/** Milliseconds from the start of a Node process to its end. */
async function timeOf(options: readonly string[]): Promise<number> {
  const start = performance.now();
  await run(options);
  return performance.now() - start;
}

async function memoryOf(options: readonly string[]): Promise<number> {
  return Number(await run(['--import', TELL_MEMORY, ...options]));
}

/** Runs Node and gives what it wrote to descriptor 3. An exit code of 1 is an answer of the command, more are a failure. */
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
