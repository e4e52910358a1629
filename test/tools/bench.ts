// npm run bench [-- PART… [--tree DIR]]: measures speed, memory and size, and prints one table. PART is one of analysis,
// keystroke, command, index, panel, activation and package; all of them if none is named. The index is measured on a generated
// tree, or on DIR. No test: what is missed is marked, and the exit status stays 0.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { diskAssets } from '../../src/node/assets.ts';
import { measureActivation } from './bench/activation.ts';
import { measureAnalysis } from './bench/analysis.ts';
import { measureCommand } from './bench/command.ts';
import { type Figure, figureTable } from './bench/figure.ts';
import { generateSeries } from './bench/generateSeries.ts';
import { measureKeystroke } from './bench/keystroke.ts';
import { measurePackage } from './bench/packageSize.ts';
import { panelFigures } from './bench/panelFigures.ts';
import { measureIndex } from './bench/treeIndex.ts';

const PATCHES = 1000;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { tree: { type: 'string' } },
    allowPositionals: true,
  });
  const tree = values.tree === undefined ? undefined : resolve(values.tree);
  const folder = await mkdtemp(join(tmpdir(), 'interop-bench-'));
  const mailbox = join(folder, 'series.mbox');
  const text = generateSeries(PATCHES);
  await writeFile(mailbox, text);
  const parts: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
    analysis: () => measureAnalysis(diskAssets(resolve('dist')), new TextEncoder().encode(text)),
    keystroke: () => measureKeystroke(diskAssets(resolve('dist'))),
    command: () => measureCommand(resolve('dist/cli.cjs'), mailbox, folder),
    index: () => measureIndex(diskAssets(resolve('dist')), folder, tree),
    panel: panelFigures,
    activation: measureActivation,
    package: () => measurePackage(folder),
  };
  const wanted = positionals.length > 0 ? positionals : Object.keys(parts);
  const unknown = wanted.find((name) => !(name in parts));
  if (unknown !== undefined)
    throw new Error(`There is no part ${unknown}: ${Object.keys(parts).join(', ')}.`);
  const figures: Figure[] = [];
  const before = load();
  try {
    for (const name of wanted) {
      process.stderr.write(`${name} …\n`);
      figures.push(...((await parts[name]?.()) ?? []));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}`);
  console.log(`Load of the machine: ${before} before, ${load()} after\n`);
  console.log(figureTable(figures));
}

function load(): string {
  return (loadavg()[0] ?? NaN).toFixed(1);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
