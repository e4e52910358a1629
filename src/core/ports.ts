/** Everything the core needs from outside comes through these. The host, the CLI and the tests each bring their own. */

/** The files the engine runs on, by name; they ship in `dist/`. */
export type AssetName = 'web-tree-sitter.wasm' | 'rust.wasm' | 'c.wasm' | 'catalog.json';

/** Reads a shipped file. Rejects only if the installation is broken. */
export interface Assets {
  read(name: AssetName): Promise<Uint8Array>;
}

/** A git object store (work tree or bare). All answers are data; nothing is checked out, applied or run. */
export interface BlobStore {
  /** Content of the blob whose id starts with `oid` (7 to 64 hex digits), or undefined if absent, ambiguous or no blob. */
  blob(oid: string): Promise<Uint8Array | undefined>;
  /** Content of `path` in commit `commit`, or undefined. `path` is repository-relative with forward slashes. */
  file(commit: string, path: string): Promise<Uint8Array | undefined>;
}

/** Cancellation without a platform type: polled at file boundaries. */
export interface Cancellation {
  readonly cancelled: boolean;
}

/** A directory of review files. Names are plain file names. Every call may reject as the file system does. */
export interface ReviewFiles {
  /** For messages. */
  readonly place: string;
  /** Names of the files; none if the directory is not there. */
  list(): Promise<readonly string[]>;
  /** Text of a file; undefined if it is not there. */
  read(name: string): Promise<string | undefined>;
  /** Makes the directory if need be. A reader sees the old text or the new one, whatever happens meanwhile. */
  write(name: string, text: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(name: string): Promise<void>;
  /** Runs `work` while no other process does the same on this directory. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
}

/** A file of a project's tree. */
export interface TreeFile {
  /** Repository-relative, with forward slashes. */
  readonly path: string;
  /** Changes when the content does: a blob id, or size and time. */
  readonly version: string;
}

/** A project's files: a work tree, or the tree of a commit. Links are left out. */
export interface SourceTree {
  /** Its files, at least those that are wanted. */
  files(isWanted?: (path: string) => boolean): Promise<readonly TreeFile[]>;
  /** Content of a file of the tree, once `files` has listed it, or undefined when it is gone. */
  read(path: string): Promise<Uint8Array | undefined>;
}

/** Keeps one piece of data between runs, such as an index that can be built again. */
export interface Store {
  /** What was written last, or undefined. */
  read(): Promise<Uint8Array | undefined>;
  /**
   * Writes parts one after the other, and lets others have the thread in between. Failing is no failure of the caller: the
   * data is built again next time.
   */
  write(parts: Iterable<Uint8Array>): Promise<void>;
}
