import { execFileSync } from 'node:child_process';
import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { analyze } from '../../../src/core/analyze.ts';
import type { Analysis } from '../../../src/core/analysis.ts';
import { loadCatalog } from '../../../src/core/catalog/loadCatalog.ts';
import { createCounterparts } from '../../../src/core/counterpart/createCounterparts.ts';
import { createTreeIndex } from '../../../src/core/counterpart/index/treeIndex.ts';
import { createFileReader } from '../../../src/core/counterpart/sources/fileReader.ts';
import { createTreeSources, type TreeSources } from '../../../src/core/counterpart/sources/treeSources.ts';
import { isIndexed } from '../../../src/core/counterpart/index/namesOf.ts';
import { readGitLog } from '../../../src/core/patch/gitSource.ts';
import { readSeries } from '../../../src/core/patch/readSeries.ts';
import type { Series } from '../../../src/core/patch/series.ts';
import type { Assets, Store } from '../../../src/core/ports.ts';
import { createEngine, type Engine } from '../../../src/core/syntax/engine.ts';
import { openRepository, type Repository } from '../../../src/node/git.ts';
import { workTree } from '../../../src/node/workTree.ts';
import { type Figure, median } from './figure.ts';
import { generatePatch, generateTree } from './generateTree.ts';

const ROUNDS = 3;

/**
 * How long counterparts of one patch take in a large tree: `tree` if given, with its last commit that touches Rust, else one
 * that is generated below `folder`. Whole times are held against a bare reading of the same files.
 */
export async function measureIndex(
  assets: Assets,
  folder: string,
  tree: string | undefined,
): Promise<readonly Figure[]> {
  const root = tree ?? join(folder, 'tree');
  if (tree === undefined) {
    await mkdir(root);
    execFileSync('git', ['init', '-q', root]);
    await generateTree(root);
  }
  const engine = await createEngine(assets);
  const { value: repository } = await openRepository(root);
  if (!repository) throw new Error(`there is no repository at ${root}`);
  const series = tree === undefined ? await generatedSeries() : await lastRustCommit(root, repository);
  const catalog = await loadCatalog(assets);
  const analysis = await analyze(engine, catalog, { value: series, problems: [] }, { blobs: repository });
  const size = await readAll(root);
  const rounds: Round[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const measured = await measureRound(root, engine, analysis, tree === undefined);
    // The first round warms up.
    if (round > 0) rounds.push(measured);
  }
  repository.dispose();
  return figuresOf(rounds, size);
}

interface Round {
  /** Milliseconds. */
  readonly reading: number;
  readonly cold: Lookup;
  readonly kept: Lookup;
  /** From a change of one file to an answer that knows it; undefined for a tree that must not be changed. */
  readonly afterChange: number | undefined;
  /** Longest time that others waited for the thread. */
  readonly delay: number;
  readonly stored: number;
}

interface Lookup {
  readonly first: number;
  readonly all: number;
  readonly whole: number;
  readonly found: number;
  readonly of: number;
}

async function measureRound(
  root: string,
  engine: Engine,
  analysis: Analysis,
  mayChange: boolean,
): Promise<Round> {
  const { time: reading } = await readAll(root);
  const store = memoryStore();
  const delays = monitorEventLoopDelay({ resolution: 5 });
  delays.enable();
  const cold = await lookUp(sourcesOf(root, engine, store), engine, analysis);
  delays.disable();
  const sources = sourcesOf(root, engine, store);
  const kept = await lookUp(sources, engine, analysis);
  const afterChange = mayChange ? await timeOfChange(root, sources) : undefined;
  const stored = store.content?.length ?? 0;
  return { reading, cold, kept, afterChange, delay: delays.max / 1e6, stored };
}

async function readAll(root: string): Promise<{ time: number; files: number; bytes: number }> {
  const begun = performance.now();
  const tree = workTree(root);
  const files = await tree.files(isIndexed);
  let bytes = 0;
  for (let from = 0; from < files.length; from += 32) {
    const contents = await Promise.all(files.slice(from, from + 32).map(({ path }) => tree.read(path)));
    for (const content of contents) bytes += content?.length ?? 0;
  }
  return { time: performance.now() - begun, files: files.length, bytes };
}

function sourcesOf(root: string, engine: Engine, store: Store): TreeSources {
  const files = workTree(root);
  return createTreeSources(
    files,
    createTreeIndex(files, { store, breathe: () => setImmediate() }),
    createFileReader(engine),
  );
}

async function lookUp(tree: TreeSources, engine: Engine, analysis: Analysis): Promise<Lookup> {
  const begun = performance.now();
  const counterparts = createCounterparts(engine, analysis, { tree });
  const seen = new Set<string>();
  const found = new Set<string>();
  let [first, all] = [NaN, NaN];
  for await (const { annotation, counterparts: places } of counterparts.all()) {
    if (places.length > 0) found.add(annotation);
    if (found.size === 1 && Number.isNaN(first)) first = performance.now() - begun;
    // What comes again has been shown before.
    if (!seen.has(annotation)) all = performance.now() - begun;
    seen.add(annotation);
  }
  await tree.ready();
  return { first, all, whole: performance.now() - begun, found: found.size, of: seen.size };
}

async function timeOfChange(root: string, tree: TreeSources): Promise<number> {
  const name = `late_${String(Math.trunc(performance.now()))}`;
  await appendFile(join(root, 'include/hw/misc/dev3.h'), `void ${name}(void);\n`);
  const begun = performance.now();
  await tree.refresh();
  if ((await tree.find('c', name)).length === 0) throw new Error('a change of the tree was not seen');
  return performance.now() - begun;
}

function memoryStore(): Store & { content: Uint8Array | undefined } {
  const store = {
    content: undefined as Uint8Array | undefined,
    read: () => Promise.resolve(store.content),
    write: async (parts: Iterable<Uint8Array>) => {
      const written: Uint8Array[] = [];
      for (const part of parts) {
        written.push(part);
        await setImmediate();
      }
      store.content = Buffer.concat(written);
    },
  };
  return store;
}

async function generatedSeries(): Promise<Series> {
  const bytes = new TextEncoder().encode(generatePatch());
  const [series] = (await readSeries([{ name: 'bench.mbox', bytes }])).value;
  if (!series) throw new Error('the generated patch is no series');
  return series;
}

async function lastRustCommit(root: string, repository: Repository): Promise<Series> {
  const options = ['-C', root, 'log', '-1', '--format=%H', '--no-merges', '--', '*.rs'];
  const commit = execFileSync('git', options, { encoding: 'utf8' }).trim();
  const log = (await repository.log(`${commit}^!`)).value;
  const series = log && readGitLog(log, commit).value;
  if (!series) throw new Error(`no commit of ${root} touches Rust`);
  return series;
}

function figuresOf(
  rounds: readonly Round[],
  { files, bytes }: { readonly files: number; readonly bytes: number },
): readonly Figure[] {
  const of = (value: (round: Round) => number): number => median(rounds.map(value));
  const reading = of((round) => round.reading);
  const { found = 0, of: asked = 0 } = rounds[0]?.cold ?? {};
  const milliseconds = (what: string, value: number, limit: number | undefined, note: string): Figure => ({
    ...{ what, value, unit: 'ms', limit, note },
  });
  const against = (what: string, value: number, limit: number | undefined): Figure => ({
    ...{ what, value: value / reading, unit: 'times', limit },
    note: `listing and reading ${files} files of ${(bytes / 1e6).toFixed(0)} MB (${value.toFixed(0)} and ${reading.toFixed(0)} ms)`,
  });
  const changes = rounds.flatMap(({ afterChange }) => afterChange ?? []);
  return [
    milliseconds(
      'First counterpart in a tree never read',
      of(({ cold }) => cold.first),
      1000,
      `of ${found} found at ${asked} annotations of one patch`,
    ),
    against(
      '  the same',
      of(({ cold }) => cold.first),
      undefined,
    ),
    against(
      '  all of them',
      of(({ cold }) => cold.all),
      undefined,
    ),
    against(
      '  the whole tree read, index kept',
      of(({ cold }) => cold.whole),
      undefined,
    ),
    milliseconds(
      '  longest wait for the thread meanwhile',
      of(({ delay }) => delay),
      100,
      'of others, such as the panel',
    ),
    milliseconds(
      'First counterpart with a kept index',
      of(({ kept }) => kept.first),
      1000,
      `${(of(({ stored }) => stored) / 1e6).toFixed(1)} MB kept`,
    ),
    against(
      '  all of them',
      of(({ kept }) => kept.all),
      undefined,
    ),
    ...(changes.length > 0
      ? [
          milliseconds(
            '  a changed file is known after',
            median(changes),
            undefined,
            'the tree is listed anew',
          ),
        ]
      : []),
  ];
}
