// npm run corpus -- [--limit N] [--seed N] [--show N] DIR…
// Analyses the commits of git repositories that touch Rust and C, or unsafe or extern Rust, once from their hunks alone and
// once with whole files, and prints how far both agree. Exit status 1: something crashed or was skipped silently.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { analyze } from '../../src/core/analyze.ts';
import { loadCatalog } from '../../src/core/catalog/loadCatalog.ts';
import type { Catalog } from '../../src/core/catalog/catalog.ts';
import { readGitLog } from '../../src/core/patch/gitSource.ts';
import { createEngine, type Engine } from '../../src/core/syntax/engine.ts';
import { diskAssets } from '../../src/node/assets.ts';
import { openRepository, type Repository } from '../../src/node/git.ts';
import { commitsWithCrossings, type Choice } from './corpus/commits.ts';
import { compare } from './corpus/compare.ts';
import { report, summary } from './corpus/report.ts';
import { addTally, newTally, type Tally } from './corpus/tally.ts';

const assets = diskAssets(join(process.cwd(), 'dist'));

interface Run {
  engine: Engine;
  readonly catalog: Catalog;
  readonly trusted: ReadonlySet<string>;
}

async function analyzeCommit(run: Run, repository: Repository, commit: string, tally: Tally): Promise<void> {
  const { engine, catalog, trusted } = run;
  const name = commit.slice(0, 12);
  const log = await repository.log(`${commit}^!`);
  if (!log.value) {
    tally.unread.push(`${name}: ${log.problems.map(({ message }) => message).join(' ')}`);
    return;
  }
  try {
    const { value, problems } = readGitLog(log.value, commit);
    if (!value)
      throw new Error(`git's output was not read: ${problems.map(({ message }) => message).join(' ')}`);
    const hunks = await analyze(engine, catalog, { value, problems });
    const whole = await analyze(engine, catalog, { value, problems }, { blobs: repository });
    await compare(tally, hunks, whole, { engine, blobs: repository, trusted, commit: name });
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    tally.crashes.push(`${name}: ${reason.split('\n').slice(0, 4).join(' | ')}`);
    run.engine = await createEngine(assets);
  }
}

async function analyzeRepository(run: Run, directory: string, choice: Choice): Promise<Tally> {
  const tally = newTally();
  const { value: repository, problems } = await openRepository(directory);
  if (!repository) throw new Error(`${directory}: ${problems.map(({ message }) => message).join(' ')}`);
  const commits = await commitsWithCrossings(directory, choice);
  for (const [index, commit] of commits.entries()) {
    if (index % 50 === 0) process.stderr.write(`\r${index} of ${commits.length} commits `);
    await analyzeCommit(run, repository, commit, tally);
  }
  process.stderr.write('\r');
  repository.dispose();
  return tally;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      limit: { type: 'string' },
      seed: { type: 'string', default: '1' },
      show: { type: 'string', default: '3' },
    },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new Error('Name at least one git repository.');
  const limit = values.limit === undefined ? undefined : Number(values.limit);
  const choice = { limit, seed: Number(values.seed) };
  const examples = Number(values.show);
  const catalog = await loadCatalog(assets);
  const trusted = catalog.patterns.filter(({ needs }) => needs === 'hunk').map(({ id }) => id);
  const run: Run = { engine: await createEngine(assets), catalog, trusted: new Set(trusted) };
  const total = newTally();
  const rows: [string, Tally][] = [];
  for (const directory of positionals) {
    const tally = await analyzeRepository(run, resolve(directory), choice);
    console.log(report(directory, tally, examples));
    rows.push([directory, tally]);
    addTally(total, tally);
  }
  console.log(report('all', total, 0));
  console.log(summary([...rows, ['all', total]]));
  if (total.crashes.length > 0 || total.silentSkips > 0) process.exitCode = 1;
}

void main();
