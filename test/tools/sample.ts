// npm run sample -- [--count N] [--seed N] [--limit COMMITS] [--noise] DIR|MAILBOX…
// Draws annotations at random, as many of each pattern as of the others, from commits of git repositories and series of
// mailboxes that touch Rust, and prints each with what it says and the code it stands on, for a person to judge. --noise
// prints only how many annotations there are per 100 changed lines.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { resolveCounterparts } from '../../src/cli/resolveCounterparts.ts';
import type { Analysis } from '../../src/core/analysis.ts';
import { loadCatalog } from '../../src/core/catalog/loadCatalog.ts';
import type { CrossingResult } from '../../src/core/counterpart/counterpart.ts';
import { createEngine } from '../../src/core/syntax/engine.ts';
import { diskAssets } from '../../src/node/assets.ts';
import { analysesOf, nameOf, type Reading } from './sample/analyses.ts';
import { drawByPattern } from './sample/draw.ts';
import { addNoise, newNoise, noiseLine } from './sample/noise.ts';
import { type Occurrence, occurrencesIn } from './sample/occurrence.ts';
import { shown } from './sample/show.ts';

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      count: { type: 'string', default: '200' },
      seed: { type: 'string', default: '1' },
      limit: { type: 'string', default: '120' },
      noise: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new Error('Name at least one git repository or mailbox.');
  const assets = diskAssets(join(process.cwd(), 'dist'));
  const [catalog, engine] = [await loadCatalog(assets), await createEngine(assets)];
  const seed = Number(values.seed);
  const reading: Reading = { engine, catalog, commits: { limit: Number(values.limit), seed } };
  const all: Occurrence[] = [];
  for (const path of positionals.map((name) => resolve(name))) {
    const noise = newNoise();
    for await (const analysed of analysesOf(path, reading)) {
      addNoise(noise, analysed.analysis);
      all.push(...occurrencesIn(analysed));
    }
    console.log(`${nameOf(path)}: ${noiseLine(noise)}`);
  }
  if (!values.noise) {
    const resolved = new Map<Analysis, ReadonlyMap<string, CrossingResult>>();
    for (const [index, one] of drawByPattern(all, Number(values.count), seed).entries()) {
      const { analysis, annotation, repository } = one;
      const counterparts =
        resolved.get(analysis) ?? (await resolveCounterparts(engine, analysis, repository));
      resolved.set(analysis, counterparts);
      console.log(`\n#${index + 1} ${shown(one, counterparts.get(annotation.id))}`);
    }
  }
  for (const { repository } of all) repository?.dispose();
}

void main();
