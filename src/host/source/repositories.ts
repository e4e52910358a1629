import { l10n, workspace, type Disposable } from 'vscode';
import type { Series } from '../../core/patch/series.ts';
import type { WithProblems } from '../../core/problem.ts';
import { openRepository, type Repository } from '../../node/git.ts';

/** How many blobs of a series are asked for before a repository counts as another project's. */
const MAX_ASKED = 16;

/** The git repositories in use, each opened once. No git runs before the workspace is trusted. */
export class Repositories implements Disposable {
  readonly #trusted: () => boolean;
  readonly #opened = new Map<string, Promise<WithProblems<Repository | undefined>>>();

  constructor(trusted: () => boolean) {
    this.#trusted = trusted;
  }

  /** The repository that a directory belongs to; undefined with a problem if there is none, or no trust. */
  async open(directory: string): Promise<WithProblems<Repository | undefined>> {
    if (!this.#trusted()) {
      const message = l10n.t(
        'This workspace is not trusted, so git is not run in it. Trust it to review its changes.',
      );
      return { value: undefined, problems: [{ code: 'git-failed', message, at: directory }] };
    }
    const opening = this.#opened.get(directory) ?? openRepository(directory);
    this.#opened.set(directory, opening);
    const opened = await opening;
    if (!opened.value) this.#opened.delete(directory);
    return opened;
  }

  /** The first repository among the workspace folders that holds blobs of the series. */
  async holding(series: Series): Promise<Repository | undefined> {
    if (!this.#trusted()) return undefined;
    const oids = series.patches
      .flatMap(({ files }) => files.flatMap(({ oldOid, newOid }) => [oldOid, newOid]))
      .filter((oid) => oid !== undefined)
      .slice(0, MAX_ASKED);
    for (const { uri } of workspace.workspaceFolders ?? []) {
      if (uri.scheme !== 'file') continue;
      const repository = (await this.open(uri.fsPath)).value;
      const found = repository && (await Promise.all(oids.map((oid) => repository.blob(oid))));
      if (found?.some((blob) => blob !== undefined)) return repository;
    }
    return undefined;
  }

  dispose(): void {
    for (const opening of this.#opened.values())
      void opening.then(
        ({ value }) => value?.dispose(),
        () => undefined,
      );
    this.#opened.clear();
  }
}
