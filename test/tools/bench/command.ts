import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Figure, median } from './figure.ts';
import { generateSeries } from './generateSeries.ts';
import { measuredNode, type NodeRun } from './nodeRun.ts';

const RUNS = 15;

/**
 * The built command: its time for one small patch against a start of bare Node, the two run in turns, and the memory it
 * takes for a long mailbox. `folder` is for files made on the way.
 */
export async function measureCommand(
  command: string,
  mailbox: string,
  folder: string,
): Promise<readonly Figure[]> {
  const node = await measuredNode(folder);
  const small = join(folder, 'small.patch');
  await writeFile(small, generateSeries(1));
  const [bare, checks]: [NodeRun[], NodeRun[]] = [[], []];
  for (let run = 0; run <= RUNS; run++) {
    const empty = await node(['--eval', '0']);
    const check = await node([command, 'check', small]);
    // The first run fills the caches of the disk.
    if (run === 0) continue;
    bare.push(empty);
    checks.push(check);
  }
  const ratio = (what: string, of: (run: NodeRun) => number, limit: number | undefined): Figure => {
    const [ours, reference] = [median(checks.map(of)), median(bare.map(of))];
    const note = `a start of bare Node (${ours.toFixed(0)} and ${reference.toFixed(0)} ms)`;
    return { what, value: ours / reference, unit: 'times', limit, note };
  };
  const { memory } = await node([command, 'check', mailbox]);
  return [
    ratio('Command on one small patch', ({ wall }) => wall, 4),
    ratio('  the same, time of the processor', ({ processor }) => processor, undefined),
    {
      what: 'Memory of the command at its peak',
      value: memory,
      unit: 'MB',
      limit: 150,
      note: `on the mailbox; bare Node takes ${median(bare.map((run) => run.memory)).toFixed(0)} MB`,
    },
  ];
}
