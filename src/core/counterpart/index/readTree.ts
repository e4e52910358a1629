import type { SourceTree, TreeFile } from '../../ports.ts';
import type { Problem } from '../../problem.ts';
import { namesOf } from './namesOf.ts';
import { nearTo, stageOf, STAGES, type Stage } from './readingOrder.ts';
import type { IndexedFile, SymbolIndex } from './symbolIndex.ts';

const MAX_FILE = 16 * 1024 * 1024;
/** Files asked for at once. */
const BATCH = 32;
/** Bytes whose names are read without a pause. */
const PIECE = 250_000;

/** Files of a tree on their way into an index. */
export interface TreeReading {
  /** Resolves when no file of this stage or an earlier one is left. */
  reached(stage: Stage): Promise<void>;
  /** From now on what stands near to these paths goes first. */
  prefer(paths: readonly string[]): void;
  /** Reads one file now if its turn has not come. */
  now(path: string): Promise<void>;
}

export interface ReadingOptions {
  /** Where the first questions will be asked. */
  readonly near: readonly string[];
  /** What is known of a file without reading it; undefined for files that must be read. */
  readonly recall: (file: TreeFile) => IndexedFile | undefined;
  /** Takes up what cannot be read. */
  readonly problems: Problem[];
  /** Told now and then of files read and files in all. */
  readonly onProgress: ((done: number, total: number) => void) | undefined;
  /** Awaited after every few files: lets whatever else waits for the thread run. */
  readonly breathe: (() => Promise<unknown>) | undefined;
}

/** What a file holds: its names if they are known, else its bytes. */
interface Content {
  readonly recalled?: IndexedFile;
  readonly bytes?: Uint8Array | undefined;
}

/** Brings `files` into `index`, the likeliest first. */
export function readTree(
  tree: SourceTree,
  index: SymbolIndex,
  files: readonly TreeFile[],
  { near, recall, problems, onProgress, breathe }: ReadingOptions,
): TreeReading {
  const decoder = new TextDecoder();
  const left = new Map(files.map((file) => [file.path, file]));
  /** By path, of what is left. */
  const stages = new Map<string, Stage>();
  /** How many are left of each stage. */
  const counts = STAGES.map(() => 0);
  /** Last first. */
  let queue: TreeFile[] = [];
  const stageAt = ({ path }: TreeFile): Stage => stages.get(path) ?? 0;
  const order = (paths: readonly string[]): void => {
    const isNear = nearTo(paths);
    counts.fill(0);
    for (const path of left.keys()) {
      const stage = stageOf(path, isNear);
      stages.set(path, stage);
      counts[stage] = (counts[stage] ?? 0) + 1;
    }
    queue = [...left.values()].sort((a, b) => stageAt(b) - stageAt(a));
  };
  const take = (file: TreeFile, { recalled, bytes }: Content): void => {
    const { path, version } = file;
    if (!left.delete(path)) return;
    const stage = stageAt(file);
    counts[stage] = (counts[stage] ?? 1) - 1;
    if (recalled) index.set(recalled);
    else if (!bytes) problems.push(unread(path, 'could not be read'));
    else if (bytes.length > MAX_FILE) problems.push(unread(path, 'is too large'));
    else index.set({ path, version, entries: namesOf(path, decoder.decode(bytes)) });
  };
  const contentOf = async (file: TreeFile): Promise<Content> => {
    const recalled = recall(file);
    return recalled ? { recalled } : { bytes: await tree.read(file.path) };
  };
  const readNext = async (): Promise<readonly (readonly [TreeFile, Content])[]> => {
    const batch: TreeFile[] = [];
    // A batch is of one stage, so that the stage is not held up by later files.
    for (let file = queue.at(-1); file && batch.length < BATCH; file = queue.at(-1)) {
      if (batch[0] && stageAt(file) !== stageAt(batch[0])) break;
      queue.pop();
      if (left.has(file.path)) batch.push(file);
    }
    return Promise.all(batch.map(async (file) => [file, await contentOf(file)] as const));
  };
  let step = Promise.resolve();
  const readAll = async (): Promise<void> => {
    // The disk reads the next files while names are taken from these.
    let ahead = readNext();
    while (left.size > 0) {
      step = ahead.then(async (contents) => {
        ahead = readNext();
        let read = 0;
        for (const [file, content] of contents) {
          take(file, content);
          read += content.bytes?.length ?? 0;
          if (read < PIECE) continue;
          read = 0;
          await breathe?.();
        }
        onProgress?.(files.length - left.size, files.length);
        await breathe?.();
      });
      await step;
    }
  };
  order(near);
  // Whoever waits for a step gets its failure.
  readAll().catch(() => undefined);
  return {
    reached: async (stage) => {
      while (counts.slice(0, stage + 1).some((count) => count > 0)) await step;
    },
    prefer: (paths) => {
      order([...near, ...paths]);
    },
    now: async (path) => {
      const file = left.get(path);
      if (file) take(file, await contentOf(file));
    },
  };
}

function unread(path: string, what: string): Problem {
  return {
    code: what === 'is too large' ? 'file-too-large' : 'image-unavailable',
    message: `The file ${what}, so counterparts in it are not found.`,
    at: path,
  };
}
