// npm run oracle -- [--show N] [--suite DIR]… [PROJECT…]
// Compares annotations with what lints of rustc and clippy say: over the libraries of Rust projects (folders or bare
// repositories) on which it runs the clippy that is installed, and over lint test suites with the output that is expected of
// them. Prints agreement per lint, and differences to look at. Cargo takes nothing from the network; nothing of a
// project is run.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { analyze } from '../../src/core/analyze.ts';
import type { Annotation } from '../../src/core/annotate/annotation.ts';
import type { Catalog } from '../../src/core/catalog/catalog.ts';
import { loadCatalog } from '../../src/core/catalog/loadCatalog.ts';
import { addedFile, seriesOfFile } from '../../src/core/patch/wholeFile.ts';
import { createEngine, type Engine } from '../../src/core/syntax/engine.ts';
import { diskAssets } from '../../src/node/assets.ts';
import { type Agreement, compareFile } from './oracle/agreement.ts';
import { readCrates } from './oracle/crates/readCrates.ts';
import { fileFacts } from './oracle/fileFacts.ts';
import { report } from './oracle/report.ts';
import type { Sample } from './oracle/sample.ts';
import { readSuite } from './oracle/suite/readSuite.ts';

/** What we say about a file as if a patch added it. */
async function annotate(
  engine: Engine,
  catalog: Catalog,
  path: string,
  text: string,
): Promise<readonly Annotation[]> {
  const series = seriesOfFile(addedFile(path, text.split('\n')));
  const analysis = await analyze(engine, catalog, { value: series, problems: [] });
  return analysis.patches.flatMap(({ files }) => files.flatMap(({ annotations }) => annotations));
}

async function compareSamples(
  engine: Engine,
  catalog: Catalog,
  samples: readonly Sample[],
): Promise<ReadonlyMap<string, Agreement>> {
  const agreements = new Map<string, Agreement>();
  for (const sample of samples)
    for (const [path, text] of sample.files) {
      const annotations = await annotate(engine, catalog, path, text);
      compareFile(agreements, sample, path, annotations, fileFacts(engine, text));
    }
  return agreements;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      show: { type: 'string', default: '20' },
      suite: { type: 'string', multiple: true, default: [] },
    },
    allowPositionals: true,
  });
  if (positionals.length + values.suite.length === 0)
    throw new Error('Name a Rust project, or a folder of .rs and .stderr files with --suite.');
  const assets = diskAssets(join(process.cwd(), 'dist'));
  const [catalog, engine] = [await loadCatalog(assets), await createEngine(assets)];
  const show = Number(values.show);
  for (const suite of values.suite)
    report(suite, await compareSamples(engine, catalog, await readSuite(suite)), show);
  if (positionals.length === 0) return;
  const scratch = await mkdtemp(join(tmpdir(), 'oracle-'));
  try {
    const samples = await readCrates(engine, positionals, scratch, (name, reason) => {
      console.log(`left out: ${name}: ${reason}`);
    });
    for (const { name, files, findings } of samples)
      console.log(`${name}: ${files.size} files, ${findings.length} findings`);
    report(`${samples.length} packages`, await compareSamples(engine, catalog, samples), show);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

void main();
