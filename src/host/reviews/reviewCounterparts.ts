import { Uri } from 'vscode';
import type { Analysis } from '../../core/analysis.ts';
import type { ImageSource } from '../../core/counterpart/sources/seriesSources.ts';
import { hash } from '../../base/hash.ts';
import { createCounterparts, type Counterparts } from '../../core/counterpart/createCounterparts.ts';
import { createTreeIndex } from '../../core/counterpart/index/treeIndex.ts';
import { createFileReader } from '../../core/counterpart/sources/fileReader.ts';
import { createTreeSources, type TreeSources } from '../../core/counterpart/sources/treeSources.ts';
import type { FileChange } from '../../core/patch/series.ts';
import type { Repository } from '../../node/git.ts';
import { workTree } from '../../node/workTree.ts';
import type { Core } from '../lazyCore.ts';
import type { Storage } from '../storage.ts';
import type { OpenReview } from './openReview.ts';
import type { ReviewImages } from './reviewImages.ts';

/** Looks up the other sides of crossings, in the series and in the work tree of its repository. */
export class ReviewCounterparts {
  readonly #core: () => Promise<Core>;
  readonly #images: ReviewImages;
  readonly #storage: Storage;
  readonly #directory: Uri;
  /** By root of the work tree. */
  readonly #trees = new Map<string, TreeSources>();
  readonly #known = new WeakMap<OpenReview, Promise<Counterparts>>();

  /** @param directory where the index of a tree is kept between sessions */
  constructor(core: () => Promise<Core>, images: ReviewImages, storage: Storage, directory: Uri) {
    this.#core = core;
    this.#images = images;
    this.#storage = storage;
    this.#directory = directory;
  }

  /** The lookup of a review; what it found once it knows. */
  of(review: OpenReview): Promise<Counterparts> {
    const known = this.#known.get(review) ?? this.#make(review);
    this.#known.set(review, known);
    return known;
  }

  /** A lookup in what no review is open of. */
  async within(repository: Repository, analysis: Analysis, images: ImageSource): Promise<Counterparts> {
    const core = await this.#core();
    const tree = this.#treeOf(repository, core);
    return createCounterparts(core.engine, analysis, { images, ...(tree && { tree }) });
  }

  /** The work tree of a repository, which is read and kept once; undefined for a bare one. */
  async tree(repository: Repository): Promise<TreeSources | undefined> {
    return this.#treeOf(repository, await this.#core());
  }

  async #make(review: OpenReview): Promise<Counterparts> {
    const core = await this.#core();
    const tree = this.#treeOf(review.repository, core);
    return createCounterparts(core.engine, review.analysis, {
      images: { of: (file) => this.#imagesOf(review, file) },
      ...(tree && { tree }),
    });
  }

  #treeOf(repository: Repository | undefined, { engine }: Core): TreeSources | undefined {
    if (!repository || repository.isBare) return undefined;
    const { root } = repository;
    const known = this.#trees.get(root);
    if (known) return known;
    const store = this.#storage.store(Uri.joinPath(this.#directory, 'trees', `${hash(root)}.index`));
    const files = workTree(root);
    const tree = createTreeSources(files, createTreeIndex(files, { store }), createFileReader(engine));
    this.#trees.set(root, tree);
    return tree;
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
