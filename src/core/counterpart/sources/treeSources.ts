import { languageOf, type Language } from '../../patch/language.ts';
import type { SourceTree } from '../../ports.ts';
import { readScanned } from '../c/readC.ts';
import type { CSource } from '../c/readMembers.ts';
import { scanC, type CScan } from '../c/scanC.ts';
import { unglued } from '../c/unglued.ts';
import type { Declaration } from '../declaration.ts';
import type { FileEntry, IndexEntry } from '../index/indexEntry.ts';
import { pathRank } from '../index/pathRank.ts';
import { isTraceEvents, readTraceEvents } from '../index/traceEvents.ts';
import type { TreeIndex } from '../index/treeIndex.ts';
import type { RustFile } from '../rust/rustFile.ts';
import type { FileReader } from './fileReader.ts';

/** Declarations of a project's tree, read file by file as look-ups need them. */
export interface TreeSources {
  find(language: Language, name: string): Promise<readonly Declaration[]>;
  /** Places of a name, of the kinds given by letter. */
  places(name: string, kinds: string): Promise<readonly IndexEntry[]>;
  /** C declarations that stand on the given lines of a file. */
  declarationsAt(path: string, lines: readonly number[]): Promise<readonly Declaration[]>;
  rust(path: string): Promise<RustFile | null>;
  /** Forgets what was read, for the tree has changed; the index is brought up to date at the next question. */
  refresh(): Promise<void>;
  /** Files near to these paths are read before others. */
  prefer(paths: readonly string[]): void;
  /** Resolves when the whole tree has been read. */
  ready(): Promise<void>;
  /** Grows whenever earlier answers may have become better or wrong: the tree has been read whole, or has changed. */
  readonly generation: number;
  /** Text of any file of the tree, null when there is none. */
  text(path: string): Promise<string | null>;
  /** All indexed files. */
  paths(): Promise<readonly string[]>;
  /** Names of one kind in one file. */
  namesIn(path: string, kinds: string): Promise<readonly FileEntry[]>;
}

const KINDS: Record<Language, string> = { c: 'fdsrwevamgi', rust: 'FXREACGT' };
/** A name declared in more files than this is looked at only in the likeliest ones. */
const MAX_FILES = 8;
/** Files kept read; the oldest is forgotten first. */
const MAX_KEPT = 200;

export function createTreeSources(tree: SourceTree, index: TreeIndex, read: FileReader): TreeSources {
  const decoder = new TextDecoder();
  const scans = new Map<string, Promise<{ readonly source: CSource; readonly scan: CScan } | null>>();
  const rustFiles = new Map<string, Promise<RustFile | null>>();
  const found = new Map<string, Promise<readonly Declaration[]>>();

  const text = async (path: string): Promise<string | null> => {
    const bytes = await tree.read(path);
    return bytes ? decoder.decode(bytes) : null;
  };
  const scanned = (path: string): NonNullable<ReturnType<typeof scans.get>> =>
    kept(scans, path, async () => {
      const whole = await text(path);
      const content = whole === null ? null : unglued(whole);
      return content === null
        ? null
        : { source: { path, text: content, lines: content.split('\n') }, scan: scanC(content) };
    });
  const rust = (path: string): Promise<RustFile | null> =>
    kept(rustFiles, path, async () => {
      const content = await text(path);
      if (content === null) return null;
      const lines = content.replace(/\n$/, '').split('\n');
      return read(path, 'rust', { side: 'new', kind: 'whole', parts: [{ firstLine: 1, lines, section: '' }] })
        .rust;
    });
  const declarationsAt = async (path: string, lines: readonly number[]): Promise<readonly Declaration[]> => {
    if (languageOf(path) === 'rust') {
      const declarations = (await rust(path))?.declarations ?? [];
      return declarations.filter(({ line, endLine }) =>
        lines.some((each) => each >= line && each <= endLine),
      );
    }
    const file = await scanned(path);
    if (file && isTraceEvents(path)) return readTraceEvents(path, file.source.text, lines);
    return file ? readScanned(file.source, file.scan, lines) : [];
  };
  const places = (name: string, kinds: string): Promise<readonly IndexEntry[]> => index.find(name, kinds);

  let generation = 0;
  let wasComplete = false;
  const currentGeneration = (): number => {
    if (index.isComplete !== wasComplete) {
      wasComplete = index.isComplete;
      generation++;
      found.clear();
    }
    return generation;
  };

  const find = async (language: Language, name: string): Promise<readonly Declaration[]> => {
    const files = new Map<string, number[]>();
    for (const { path, line } of await places(name, KINDS[language]))
      files.set(path, [...(files.get(path) ?? []), line]);
    const likeliest = [...files]
      .sort(([a], [b]) => pathRank(a) - pathRank(b) || (a < b ? -1 : 1))
      .slice(0, MAX_FILES);
    const all = await Promise.all(likeliest.map(([path, lines]) => declarationsAt(path, lines)));
    return all.flat().filter((each) => declares(each, name));
  };
  return {
    find: (language, name) => {
      currentGeneration();
      return kept(found, `${language} ${name}`, () => find(language, name), 20_000);
    },
    places,
    declarationsAt,
    rust,
    refresh: async () => {
      await index.refresh();
      for (const cache of [scans, rustFiles, found]) cache.clear();
      generation++;
    },
    prefer: index.prefer,
    ready: async () => {
      await index.ready();
    },
    get generation() {
      return currentGeneration();
    },
    text,
    paths: index.paths,
    namesIn: index.namesIn,
  };
}

/** Whether a declaration is one of `name`: its own, its linker symbol, an enumerator or the argument of a declaring macro. */
export function declares(declaration: Declaration, name: string): boolean {
  if (declaration.name === name) return true;
  switch (declaration.kind) {
    case 'function':
    case 'variable':
      return declaration.symbol === name;
    case 'enum':
      return declaration.language === 'c' && declaration.variants.some((variant) => variant.name === name);
    case 'invocation':
      return declaration.args.includes(name);
    default:
      return false;
  }
}

function kept<T>(
  cache: Map<string, Promise<T>>,
  key: string,
  make: () => Promise<T>,
  limit = MAX_KEPT,
): Promise<T> {
  const known = cache.get(key);
  if (known) return known;
  const made = make();
  cache.set(key, made);
  if (cache.size > limit)
    for (const oldest of [...cache.keys()].slice(0, cache.size - limit)) cache.delete(oldest);
  return made;
}
