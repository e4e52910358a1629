import type { FileEntry, IndexEntry } from './indexEntry.ts';

/** What one file declares, and which content of it was read. */
export interface IndexedFile {
  readonly path: string;
  readonly version: string;
  readonly entries: readonly FileEntry[];
}

/** Names of a whole tree, and where they stand. Filled file by file; a look-up costs microseconds. */
export class SymbolIndex {
  readonly #files = new Map<string, IndexedFile>();
  readonly #names = new Map<string, Set<IndexedFile>>();

  /** Adds a file, or puts it in the place of its earlier content. */
  set(file: IndexedFile): void {
    this.delete(file.path);
    this.#files.set(file.path, file);
    for (const { name } of file.entries) {
      const known = this.#names.get(name);
      if (known) known.add(file);
      else this.#names.set(name, new Set([file]));
    }
  }

  delete(path: string): void {
    const file = this.#files.get(path);
    if (!file) return;
    this.#files.delete(path);
    for (const { name } of file.entries) {
      const known = this.#names.get(name);
      known?.delete(file);
      if (known?.size === 0) this.#names.delete(name);
    }
  }

  file(path: string): IndexedFile | undefined {
    return this.#files.get(path);
  }

  files(): Iterable<IndexedFile> {
    return this.#files.values();
  }

  get size(): number {
    return this.#files.size;
  }

  /** Where `name` stands, only in entries of `kinds` (letters) if given. */
  find(name: string, kinds?: string): readonly IndexEntry[] {
    const found: IndexEntry[] = [];
    for (const { path, entries } of this.#names.get(name) ?? [])
      for (const { kind, name: other, line } of entries)
        if (other === name && (kinds === undefined || kinds.includes(kind))) found.push({ kind, path, line });
    return found;
  }

  /** Names in one file, of the kinds given by letter. */
  namesIn(path: string, kinds: string): readonly FileEntry[] {
    return (this.#files.get(path)?.entries ?? []).filter(({ kind }) => kinds.includes(kind));
  }
}
