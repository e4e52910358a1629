import { readFile, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { analyze } from '../../../src/core/analyze.ts';
import type { Analysis } from '../../../src/core/analysis.ts';
import type { Catalog } from '../../../src/core/catalog/catalog.ts';
import { readGitLog } from '../../../src/core/patch/gitSource.ts';
import { readSeries } from '../../../src/core/patch/readSeries.ts';
import type { Engine } from '../../../src/core/syntax/engine.ts';
import { openRepository, type Repository } from '../../../src/node/git.ts';
import { type Choice, commitsWithCrossings } from '../corpus/commits.ts';

/** What is analysed with, and which commits of a repository are taken: named ones, or a choice. */
export interface Reading {
  readonly engine: Engine;
  readonly catalog: Catalog;
  readonly commits: Choice | readonly string[];
}

export interface SourceAnalysis {
  readonly source: string;
  readonly analysis: Analysis;
  readonly repository: Repository | undefined;
}

/**
 * The analyses of a git repository's commits, each by itself with whole files, or of a mailbox's series that touch Rust.
 * The repositories are left open. A commit that cannot be read is said on stderr; throws when the source cannot be.
 */
export async function* analysesOf(path: string, reading: Reading): AsyncGenerator<SourceAnalysis> {
  if ((await stat(path)).isDirectory()) yield* ofRepository(path, reading);
  else yield* ofMailbox(path, reading);
}

/** `owner+name` of `owner+name/repo`, else the last part of a path without its ending. */
export function nameOf(path: string): string {
  const name = basename(path);
  return name === 'repo' ? basename(dirname(path)) : name.replace(/\.\w+$/, '');
}

async function* ofRepository(
  path: string,
  { engine, catalog, commits }: Reading,
): AsyncGenerator<SourceAnalysis> {
  const { value: repository, problems } = await openRepository(path);
  if (!repository) throw new Error(`${path}: ${problems.map(({ message }) => message).join(' ')}`);
  const chosen = 'seed' in commits ? await commitsWithCrossings(path, commits) : commits;
  for (const commit of chosen) {
    const log = await repository.log(`${commit}^!`);
    const read = log.value && readGitLog(log.value, commit);
    if (!read?.value) {
      const reasons = [...log.problems, ...(read?.problems ?? [])].map(({ message }) => message);
      console.error(`${nameOf(path)}: commit ${commit} is left out. ${reasons.join(' ')}`);
      continue;
    }
    const series = { value: read.value, problems: read.problems };
    const analysis = await analyze(engine, catalog, series, { blobs: repository });
    yield { source: nameOf(path), analysis, repository };
  }
}

async function* ofMailbox(path: string, { engine, catalog }: Reading): AsyncGenerator<SourceAnalysis> {
  const bytes = new Uint8Array(await readFile(path));
  const { value } = await readSeries([{ name: path, bytes }]);
  for (const series of value) {
    if (!series.patches.some(({ files }) => files.some(({ language }) => language === 'rust'))) continue;
    const analysis = await analyze(engine, catalog, { value: series, problems: [] });
    yield { source: nameOf(path), analysis, repository: undefined };
  }
}
