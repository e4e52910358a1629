import type { Uri } from 'vscode';
import type { Analysis } from '../../core/analysis.ts';
import { createCounterparts, type Counterparts } from '../../core/counterpart/createCounterparts.ts';
import type { ImageSource } from '../../core/counterpart/sources/seriesSources.ts';
import type { TreeSources } from '../../core/counterpart/sources/treeSources.ts';
import { lastCommit } from '../../core/patch/lastCommit.ts';
import type { FileChange } from '../../core/patch/series.ts';
import type { Repository } from '../../node/git.ts';
import type { Core } from '../lazyCore.ts';
import type { OpenReview } from '../reviews/openReview.ts';
import type { ReviewImages } from '../reviews/reviewImages.ts';
import type { ProjectTree } from './projectTree.ts';
import type { ProjectTrees } from './projectTrees.ts';

/** Looks up the other sides of crossings, in the series and in the tree of its repository. */
export class ReviewCounterparts {
  readonly #core: () => Promise<Core>;
  readonly #images: ReviewImages;
  readonly #trees: ProjectTrees;
  readonly #known = new WeakMap<OpenReview, Promise<Counterparts>>();

  constructor(core: () => Promise<Core>, images: ReviewImages, trees: ProjectTrees) {
    this.#core = core;
    this.#images = images;
    this.#trees = trees;
  }

  /** The lookup of a review; what it found once it knows. */
  of(review: OpenReview): Promise<Counterparts> {
    const known = this.#known.get(review) ?? this.#make(review);
    this.#known.set(review, known);
    return known;
  }

  /** The tree that a review's counterparts are looked for in; undefined without a repository. */
  async treeOf({ repository, analysis }: OpenReview): Promise<ProjectTree | undefined> {
    return repository && this.#trees.of(repository, lastCommit(analysis.series));
  }

  /** Address of a source file in that tree; undefined if it has none at this path. */
  async place(review: OpenReview, path: string): Promise<Uri | undefined> {
    const tree = await this.treeOf(review);
    return tree && (await tree.sources.paths()).includes(path) ? tree.uriOf(path) : undefined;
  }

  /** A lookup in what no review is open of. */
  async within(repository: Repository, analysis: Analysis, images: ImageSource): Promise<Counterparts> {
    const { engine } = await this.#core();
    const tree = await this.#trees.of(repository, undefined);
    return createCounterparts(engine, analysis, { images, ...(tree && { tree: tree.sources }) });
  }

  /** The tree of a repository, which is read and kept once. */
  async tree(repository: Repository): Promise<TreeSources | undefined> {
    return (await this.#trees.of(repository, undefined))?.sources;
  }

  async #make(review: OpenReview): Promise<Counterparts> {
    const { engine } = await this.#core();
    const tree = await this.treeOf(review);
    return createCounterparts(engine, review.analysis, {
      images: { of: (file) => this.#imagesOf(review, file) },
      ...(tree && { tree: tree.sources }),
    });
  }

  async #imagesOf(review: OpenReview, wanted: FileChange) {
    const { patches } = review.analysis.series;
    const patch = patches.findIndex(({ files }) => files.includes(wanted));
    const file = patches[patch]?.files.indexOf(wanted) ?? -1;
    const images = await this.#images.of(review, patch, file);
    if (!images) throw new Error('a file change of another series was asked for');
    return { value: images, problems: [] };
  }
}
