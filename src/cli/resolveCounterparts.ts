import type { Analysis } from '../core/analysis.ts';
import type { CrossingResult } from '../core/counterpart/counterpart.ts';
import { createCounterparts } from '../core/counterpart/createCounterparts.ts';
import { createTreeIndex } from '../core/counterpart/index/treeIndex.ts';
import { isIndexed } from '../core/counterpart/index/namesOf.ts';
import { oneSided, type OneSided } from '../core/counterpart/parity/oneSided.ts';
import { createFileReader } from '../core/counterpart/sources/fileReader.ts';
import { createTreeSources } from '../core/counterpart/sources/treeSources.ts';
import { createImages } from '../core/image/createImages.ts';
import type { ImagePair } from '../core/image/image.ts';
import { lastCommit } from '../core/patch/lastCommit.ts';
import { changedPaths } from '../core/patch/changedPaths.ts';
import type { FileChange, Series } from '../core/patch/series.ts';
import type { SourceTree } from '../core/ports.ts';
import type { Engine } from '../core/syntax/engine.ts';
import type { Repository } from '../node/git.ts';
import { workTree } from '../node/workTree.ts';

/** The other side of each annotation, by its id: from the series, and from the repository's tree if there is one. */
export async function resolveCounterparts(
  engine: Engine,
  analysis: Analysis,
  repository: Repository | undefined,
): Promise<ReadonlyMap<string, CrossingResult>> {
  const { series } = analysis;
  const images = createImages({ blobs: repository, baseCommit: series.baseCommit });
  const pairs = new Map<FileChange, ImagePair>();
  // What cannot be read of the images is among the problems of the analysis.
  for (const { files } of series.patches)
    for (const file of files) pairs.set(file, (await images.of(file, '')).value);
  const files = await treeOf(series, repository);
  const tree = files && createTreeSources(files, createTreeIndex(files), createFileReader(engine));
  // A report is made once: it waits for everything that can be known.
  await tree?.ready();
  const lookup = createCounterparts(engine, analysis, {
    images: {
      of: (file) => {
        const value = pairs.get(file);
        return value
          ? Promise.resolve({ value, problems: [] })
          : Promise.reject(new Error('a file change of another series was asked for'));
      },
    },
    ...(tree && { tree }),
  });
  const found = new Map<string, CrossingResult>();
  for await (const result of lookup.all()) found.set(result.annotation, result);
  return found;
}

/** Files that a series changes while their twin in the other language stays; the tree is only listed. */
export async function findOneSided(
  { series }: Analysis,
  repository: Repository,
): Promise<readonly OneSided[]> {
  const files = await (await treeOf(series, repository))?.files(isIndexed);
  return oneSided(changedPaths(series), files?.map(({ path }) => path) ?? []);
}

/** The tree of the last commit or of the base if one is known, else the work tree, or HEAD without one. */
async function treeOf(series: Series, repository: Repository | undefined): Promise<SourceTree | undefined> {
  if (!repository) return undefined;
  const commit = lastCommit(series) ?? (repository.isBare ? await repository.head() : undefined);
  const committed = commit === undefined ? undefined : (await repository.tree(commit)).value;
  return committed ?? (repository.isBare ? undefined : workTree(repository.root));
}
