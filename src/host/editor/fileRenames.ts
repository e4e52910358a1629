import { Disposable, EventEmitter, workspace, type Memento } from 'vscode';

const KEY = 'interopReview.renamedFiles';
/** The oldest are forgotten first. */
const MAX_KEPT = 200;

/** Remembers under which path a renamed file was known before, also over a reload of the window. */
export class FileRenames implements Disposable {
  readonly #state: Memento;
  readonly #renamed = new EventEmitter<void>();
  readonly #subscriptions: Disposable;
  /** Files have other paths than before. */
  readonly onDidRename = this.#renamed.event;
  /** First paths by present ones. */
  #first: ReadonlyMap<string, string>;

  constructor(state: Memento) {
    this.#state = state;
    const stored = state.get<unknown>(KEY);
    this.#first = new Map(Array.isArray(stored) ? stored.filter(isPair) : []);
    this.#subscriptions = Disposable.from(
      this.#renamed,
      workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) this.#rename(oldUri.path, newUri.path);
        void this.#state.update(KEY, [...this.#first].slice(-MAX_KEPT));
        this.#renamed.fire();
      }),
    );
  }

  /** The path that a file had before it was renamed, if it was; else the one it has. */
  firstPath(path: string): string {
    const own = this.#first.get(path);
    if (own !== undefined) return own;
    for (const [present, first] of this.#first)
      if (path.startsWith(`${present}/`)) return first + path.slice(present.length);
    return path;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** A file or a folder with all that is in it. */
  #rename(from: string, to: string): void {
    const first = this.firstPath(from);
    const next = new Map(this.#first);
    next.delete(from);
    if (first === to) next.delete(to);
    else next.set(to, first);
    this.#first = next;
  }
}

function isPair(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
}
