import { Disposable, RelativePattern, Uri, workspace } from 'vscode';
import { hash } from '../../base/hash.ts';
import { createTreeIndex } from '../../core/counterpart/index/treeIndex.ts';
import { createFileReader } from '../../core/counterpart/sources/fileReader.ts';
import { createTreeSources, type TreeSources } from '../../core/counterpart/sources/treeSources.ts';
import type { SourceTree } from '../../core/ports.ts';
import { breather } from '../breather.ts';
import type { Repository } from '../../node/git.ts';
import { workTree } from '../../node/workTree.ts';
import { findInWorkspace } from '../documents/workspaceFiles.ts';
import type { Failures } from '../failures.ts';
import type { Core } from '../lazyCore.ts';
import { workspaceTree } from '../learning/workspaceTree.ts';
import type { Repositories } from '../source/repositories.ts';
import type { Storage } from '../storage.ts';
import type { ProjectTree } from './projectTree.ts';
import { commitAddress, commitFileUri } from './treeDocuments.ts';

/** What trees are made with. */
export interface TreeServices {
  readonly core: () => Promise<Core>;
  readonly repositories: Repositories;
  readonly storage: Storage;
  /** Where indices are kept between sessions. */
  readonly directory: Uri;
  readonly failures: Failures;
}

/** Files whose changes matter to an index. */
const WATCHED = '**/{*.rs,*.c,*.h,*.inc,trace-events}';
/** A checkout changes many files at once. */
const REST_MS = 300;

/** The trees that counterparts are looked for in, each made once and kept up to date with the disk. */
export class ProjectTrees implements Disposable {
  readonly #services: TreeServices;
  readonly #trees = new Map<string, Promise<ProjectTree | undefined>>();
  readonly #watchers: Disposable[] = [];

  constructor(services: TreeServices) {
    this.#services = services;
  }

  /** The tree that a document belongs to: of its repository, else of the open folders; undefined outside of both. */
  async holding(uri: Uri): Promise<ProjectTree | undefined> {
    const { repositories } = this.#services;
    const address = commitAddress(uri);
    if (address) {
      const { value: repository } = await repositories.open(address.root);
      return repository && this.#ofCommit(repository, address.commit);
    }
    if (uri.scheme === 'file' && workspace.isTrusted) {
      const { value: repository } = await repositories.open(Uri.joinPath(uri, '..').fsPath);
      if (repository && !repository.isBare) return this.#ofWorkTree(repository);
    }
    return workspace.getWorkspaceFolder(uri) ? this.#ofWorkspace() : undefined;
  }

  /** The tree of a repository: its files on the disk, or without a work tree those of a commit. */
  of(repository: Repository, commit: string | undefined): Promise<ProjectTree | undefined> {
    return repository.isBare ? this.#ofCommit(repository, commit) : this.#ofWorkTree(repository);
  }

  dispose(): void {
    Disposable.from(...this.#watchers).dispose();
  }

  #ofWorkTree({ root }: Repository): Promise<ProjectTree | undefined> {
    return this.#once(root, async () => {
      const { storage, directory } = this.#services;
      const store = storage.store(Uri.joinPath(directory, 'trees', `${hash(root)}.index`));
      const files = workTree(root);
      const sources = await this.#sourcesOf(files, createTreeIndex(files, { store, breathe: breather() }));
      const top = `${Uri.file(root).path.replace(/\/$/, '')}/`;
      this.#follow(new RelativePattern(Uri.file(root), WATCHED), sources);
      return {
        name: root,
        sources,
        pathOf: (uri) =>
          uri.scheme === 'file' && uri.path.startsWith(top) ? uri.path.slice(top.length) : undefined,
        uriOf: (path) => Promise.resolve(Uri.joinPath(Uri.file(root), path)),
      };
    });
  }

  #ofCommit(repository: Repository, commit: string | undefined): Promise<ProjectTree | undefined> {
    const { root } = repository;
    return this.#once(`${root}\0${commit ?? ''}`, async () => {
      const id = commit ?? (await repository.head());
      const tree = id === undefined ? undefined : await repository.tree(id);
      if (id === undefined || !tree?.value) {
        this.#services.failures.note(tree?.problems ?? []);
        return undefined;
      }
      return {
        name: `${root} (${id.slice(0, 12)})`,
        sources: await this.#sourcesOf(tree.value, createTreeIndex(tree.value, { breathe: breather() })),
        pathOf: (uri) => commitAddress(uri)?.path,
        uriOf: (path) => Promise.resolve(commitFileUri(repository, id, path)),
      };
    });
  }

  #ofWorkspace(): Promise<ProjectTree | undefined> {
    return this.#once('', async () => {
      const files = workspaceTree();
      const sources = await this.#sourcesOf(files, createTreeIndex(files, { breathe: breather() }));
      this.#follow(WATCHED, sources, files.changed);
      return {
        name: workspace.name ?? '',
        sources,
        pathOf: (uri) => workspace.getWorkspaceFolder(uri) && workspace.asRelativePath(uri, false),
        uriOf: findInWorkspace,
      };
    });
  }

  async #sourcesOf(files: SourceTree, index: ReturnType<typeof createTreeIndex>): Promise<TreeSources> {
    const { engine } = await this.#services.core();
    return createTreeSources(files, index, createFileReader(engine));
  }

  #once(key: string, make: () => Promise<ProjectTree | undefined>): Promise<ProjectTree | undefined> {
    const known = this.#trees.get(key) ?? make();
    this.#trees.set(key, known);
    known.catch(() => this.#trees.delete(key));
    return known;
  }

  #follow(pattern: RelativePattern | string, sources: TreeSources, changed?: (uri: Uri) => void): void {
    const watcher = workspace.createFileSystemWatcher(pattern);
    const refresh = this.#services.failures.guard(() => sources.refresh());
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const follow = (uri: Uri): void => {
      changed?.(uri);
      clearTimeout(waiting);
      waiting = setTimeout(() => void refresh(), REST_MS);
    };
    this.#watchers.push(
      watcher,
      watcher.onDidChange(follow),
      watcher.onDidCreate(follow),
      watcher.onDidDelete(follow),
      new Disposable(() => {
        clearTimeout(waiting);
      }),
    );
  }
}
