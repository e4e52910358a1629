import { languageOf } from '../../patch/language.ts';
import type { SourceTree, Store, TreeFile } from '../../ports.ts';
import type { Problem } from '../../problem.ts';
import { cNames } from './cNames.ts';
import type { FileEntry, IndexEntry } from './indexEntry.ts';
import { readIndex, writeIndex } from './indexFile.ts';
import { rustNames } from './rustNames.ts';
import { SymbolIndex } from './symbolIndex.ts';
import { isTraceEvents, traceNames } from './traceEvents.ts';

/** The names of a tree, read when they are first asked for. */
export interface TreeIndex {
  /**
   * Where `name` stands. While the tree is still being read, an answer comes as soon as headers and Rust files give one;
   * a C name they do not declare is waited for. `kinds` as in `SymbolIndex.find`.
   */
  find(name: string, kinds: string): Promise<readonly IndexEntry[]>;
  /** Lists the tree anew at the next question and reads what has changed since. */
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
}

const MAX_FILE = 16 * 1024 * 1024;
/** Files asked for at once. */
const BATCH = 64;

/** An index of `tree`. Files whose version is that of the kept index are not read again. */
export function createTreeIndex(tree: SourceTree, options: TreeIndexOptions = {}): TreeIndex {
  const problems: Problem[] = [];
  let earlier = options.earlier;
  let stages: { readonly headers: Promise<SymbolIndex>; readonly all: Promise<SymbolIndex> } | undefined;
  const start = (): NonNullable<typeof stages> => {
    if (stages) return stages;
    const opened = open(tree, { ...options, ...(earlier && { earlier }) });
    const headers = opened.then(async (job) => {
      await readFiles(tree, job, job.headers, problems, options);
      return job.index;
    });
    const all = headers.then(async (index) => {
      const job = await opened;
      await readFiles(tree, job, job.others, problems, options);
      if (job.changed) await options.store?.write(writeIndex(index));
      return index;
    });
    // Whoever asks gets the rejection; nobody may be asking for the second stage yet.
    all.catch(() => undefined);
    stages = { headers, all };
    return stages;
  };
  return {
    find: async (name, kinds) => {
      const { headers, all } = start();
      const early = (await headers).find(name, kinds);
      // All Rust files are read with the headers.
      if (/^[A-Z]+$/.test(kinds) || early.some(({ kind }) => DECLARES.includes(kind))) return early;
      return (await all).find(name, kinds);
    },
    refresh: async () => {
      if (!stages) return;
      earlier = await stages.all;
      stages = undefined;
      problems.length = 0;
    },
    ready: () => start().all,
    problems: () => problems,
  };
}

/** Kinds that settle what a name is. */
const DECLARES = 'fdremFXREAC';

interface Job {
  readonly index: SymbolIndex;
  readonly headers: readonly TreeFile[];
  readonly others: readonly TreeFile[];
  readonly total: number;
  changed: boolean;
  done: number;
}

/** Takes over what a kept index still says truly; the rest is to be read. */
async function open(tree: SourceTree, { store, earlier }: TreeIndexOptions): Promise<Job> {
  const [kept, listed] = await Promise.all([earlier ? undefined : store?.read(), tree.files()]);
  const index = earlier ?? (kept && readIndex(kept)) ?? new SymbolIndex();
  const files = listed.filter(({ path }) => languageOf(path) !== undefined || isTraceEvents(path));
  const paths = new Set(files.map(({ path }) => path));
  const gone = [...index.files()].filter(({ path }) => !paths.has(path));
  for (const { path } of gone) index.delete(path);
  const stale = files.filter(({ path, version }) => index.file(path)?.version !== version);
  const isEarly = ({ path }: TreeFile): boolean => /\.(h|rs)(\.inc)?$/.test(path) || isTraceEvents(path);
  return {
    index,
    headers: stale.filter(isEarly),
    others: stale.filter((file) => !isEarly(file)),
    total: stale.length,
    changed: stale.length > 0 || gone.length > 0,
    done: 0,
  };
}

async function readFiles(
  tree: SourceTree,
  job: Job,
  files: readonly TreeFile[],
  problems: Problem[],
  options: TreeIndexOptions,
): Promise<void> {
  const decoder = new TextDecoder();
  for (let from = 0; from < files.length; from += BATCH) {
    const batch = files.slice(from, from + BATCH);
    const contents = await Promise.all(batch.map(({ path }) => tree.read(path)));
    for (const [at, { path, version }] of batch.entries()) {
      const bytes = contents[at];
      job.index.delete(path);
      if (!bytes) problems.push(unread(path, 'could not be read'));
      else if (bytes.length > MAX_FILE) problems.push(unread(path, 'is too large'));
      else job.index.set({ path, version, entries: namesOf(path, decoder.decode(bytes)) });
    }
    job.done += batch.length;
    options.onProgress?.(job.done, job.total);
  }
}

/** Names in a file of either language. */
export function namesOf(path: string, text: string): readonly FileEntry[] {
  if (isTraceEvents(path)) return traceNames(text);
  return languageOf(path) === 'rust' ? rustNames(text) : cNames(text);
}

function unread(path: string, what: string): Problem {
  return {
    code: what === 'is too large' ? 'file-too-large' : 'image-unavailable',
    message: `The file ${what}, so counterparts in it are not found.`,
    at: path,
  };
}
