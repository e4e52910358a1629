import type { SourceTree, Store, TreeFile } from '../../ports.ts';
import type { Problem } from '../../problem.ts';
import type { FileEntry, IndexEntry } from './indexEntry.ts';
import { openIndex, writeIndex } from './indexFile.ts';
import { isIndexed } from './namesOf.ts';
import { STAGES, type Stage } from './readingOrder.ts';
import { readTree, type TreeReading } from './readTree.ts';
import { SymbolIndex, type IndexedFile } from './symbolIndex.ts';

/** The names of a tree, read when they are first asked for. */
export interface TreeIndex {
  /**
   * Where `name` stands. While the tree is still being read, an answer comes as soon as some file declares the name and all
   * likelier ones have been read; later ones may add to it. `kinds` as in `SymbolIndex.find`.
   */
  find(name: string, kinds: string): Promise<readonly IndexEntry[]>;
  /** All its files; known before they are read. */
  readonly paths: () => Promise<readonly string[]>;
  /** Names of the kinds given by letter in one file, which is read now if its turn has not come. */
  readonly namesIn: (path: string, kinds: string) => Promise<readonly FileEntry[]>;
  /** Files near to these paths are read before others. */
  readonly prefer: (paths: readonly string[]) => void;
  /** Whether all was read: answers stay as they are until the next `refresh`. */
  readonly isComplete: boolean;
  /** Lists the tree anew at the next question after this resolves, and reads what has changed since. */
  refresh(): Promise<void>;
  /** Resolves when everything has been read. */
  ready(): Promise<SymbolIndex>;
  /** Files that could not be read. Complete when `ready` has resolved. */
  problems(): readonly Problem[];
}

export interface TreeIndexOptions {
  /** Where the index is kept between runs. */
  readonly store?: Store;
  /** An index of an earlier state of the tree, which is taken over and brought up to date. */
  readonly earlier?: SymbolIndex;
  /** Called now and then while reading: files read and files in all. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Awaited after every few files: lets whatever else waits for the thread run. */
  readonly breathe?: () => Promise<unknown>;
}

/** Kinds that settle what a name is. */
const DECLARES = 'fdremvFXREAC';
/** Kinds that many files may have under one name: those near by are meant. */
const NEAR = `${DECLARES}sqg`;

/** All files have been read once those of this stage have. */
const LAST: Stage = 3;

/** One listing of the tree, and the reading of what has changed since the one before. */
interface Pass {
  readonly index: SymbolIndex;
  readonly paths: readonly string[];
  readonly reading: TreeReading;
  readonly problems: readonly Problem[];
  /** Resolves when all is read and kept. */
  readonly whole: Promise<SymbolIndex>;
}

/** An index of `tree`. Files whose version is that of the kept index are not read again. */
export function createTreeIndex(tree: SourceTree, options: TreeIndexOptions = {}): TreeIndex {
  const near: string[] = [];
  let { earlier } = options;
  let pass: Promise<Pass> | undefined;
  let problems: readonly Problem[] = [];
  let isComplete = false;

  const start = (): Promise<Pass> => {
    if (pass) return pass;
    const own = begin(tree, { ...options, ...(earlier && { earlier }) }, near);
    pass = own;
    own
      .then(async (opened) => {
        ({ problems } = opened);
        earlier = await opened.whole;
        isComplete = pass === own;
      })
      // Whoever asks is told; the next question tries again.
      .catch(() => {
        if (pass === own) pass = undefined;
      });
    return own;
  };
  return {
    find: async (name, kinds) => {
      const { index, reading } = await start();
      // All Rust files are of the first stage.
      const stages = /^[A-Z]+$/.test(kinds) ? STAGES.slice(0, 1) : STAGES;
      for (const stage of stages) {
        await reading.reached(stage);
        const found = index.find(name, kinds);
        const settling = stage === 0 ? NEAR : DECLARES;
        if (found.some(({ kind }) => settling.includes(kind))) return found;
      }
      return index.find(name, kinds);
    },
    paths: async () => (await start()).paths,
    namesIn: async (path, kinds) => {
      const { index, reading } = await start();
      await reading.now(path);
      return index.namesIn(path, kinds);
    },
    prefer: (paths) => {
      near.push(...paths);
      pass?.then(
        ({ reading }) => {
          reading.prefer(paths);
        },
        () => undefined,
      );
    },
    get isComplete() {
      return isComplete;
    },
    refresh: async () => {
      const own = pass;
      await own?.then(
        ({ whole }) => whole,
        () => undefined,
      );
      if (pass !== own) return;
      pass = undefined;
      isComplete = false;
    },
    ready: async () => (await start()).whole,
    problems: () => problems,
  };
}

/** Takes over what a kept index still says truly, and begins to read the rest. */
async function begin(
  tree: SourceTree,
  { store, earlier, onProgress, breathe }: TreeIndexOptions,
  near: readonly string[],
): Promise<Pass> {
  const [bytes, listed] = await Promise.all([earlier ? undefined : store?.read(), tree.files(isIndexed)]);
  const kept = bytes && openIndex(bytes);
  const files = listed.filter(({ path }) => isIndexed(path));
  const paths = files.map(({ path }) => path);
  const there = new Set(paths);
  const index = earlier ?? new SymbolIndex();
  const known = earlier ? [...earlier.files()].map(({ path }) => path) : [...(kept?.paths ?? [])];
  let isChanged = known.some((path) => !there.has(path));
  for (const path of known) if (!there.has(path)) index.delete(path);
  const waiting = files.filter(({ path, version }) => index.file(path)?.version !== version);
  // What a file said before must not answer for what it says now.
  for (const { path } of waiting) index.delete(path);
  const problems: Problem[] = [];
  const recall = ({ path, version }: TreeFile): IndexedFile | undefined => {
    const file = kept?.file(path);
    if (file?.version === version) return file;
    isChanged = true;
    return undefined;
  };
  const reading = readTree(tree, index, waiting, { near, recall, problems, onProgress, breathe });
  const keep = async (): Promise<SymbolIndex> => {
    await reading.reached(LAST);
    if (isChanged) await store?.write(writeIndex(index));
    return index;
  };
  return { index, paths, reading, problems, whole: keep() };
}
