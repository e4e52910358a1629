import { languageOf } from '../../patch/language.ts';
import type { Cancellation } from '../../ports.ts';
import type { Problem, WithProblems } from '../../problem.ts';
import { createScope } from '../sources/createScope.ts';
import { filesAsSeries } from '../sources/filesAsSeries.ts';
import type { TreeSources } from '../sources/treeSources.ts';
import { macrosOver } from './cMacros.ts';
import { entryOf } from './entryOf.ts';
import { fileNames } from './fileNames.ts';
import { modulePaths } from './modulePaths.ts';
import { FOUND_BY, type NameEntry } from './nameEntry.ts';

export interface NameSearch {
  readonly tree: TreeSources;
  readonly cancellation?: Cancellation;
  /** Rust files looked at so far, of how many. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Awaited after each file: lets whatever else waits for the thread run. */
  readonly breathe?: () => Promise<void>;
}

/** Brings all of C into scope, so that the index sees no names of it. */
const GLOB = /\b(?:bindings|ffi|sys|raw|uapi|\w+_sys|\w+_ffi|\w+_bindings)::\*/;

/**
 * What the C functions, macros and types of a tree are in its Rust code: sorted by C name, the best answer first. Ends
 * early at a cancellation; a problem tells of it.
 */
export async function nameDictionary(search: NameSearch): Promise<WithProblems<readonly NameEntry[]>> {
  const { tree, cancellation } = search;
  const paths = await tree.paths();
  const scope = createScope(filesAsSeries([]), 0, tree);
  const moduleOf = modulePaths(tree, paths);
  const files = paths.filter((path) => languageOf(path) === 'rust');
  const entries: NameEntry[] = [];
  const problems: Problem[] = [];
  for (const [at, path] of files.entries()) {
    if (cancellation?.cancelled === true) {
      const message = `Only ${at} of ${files.length} Rust files were read.`;
      problems.push({ code: 'cancelled', message, at: path });
      break;
    }
    const file = (await mayName(tree, path)) ? await tree.rust(path) : null;
    const names = file ? await fileNames(file, scope) : [];
    const made = await Promise.all(names.map(async (name) => entryOf(name, tree, await moduleOf(path))));
    entries.push(...made.filter((entry) => entry !== null));
    search.onProgress?.(at + 1, files.length);
    await search.breathe?.();
  }
  const all = [...entries, ...(await macrosOver(entries, tree))];
  return { value: withoutRepeats(all.sort(byName)), problems };
}

async function mayName(tree: TreeSources, path: string): Promise<boolean> {
  if ((await tree.namesIn(path, 'ULX')).length > 0) return true;
  return GLOB.test((await tree.text(path)) ?? '');
}

/** An item is listed once for a C name, by the best rule that found it. */
function withoutRepeats(sorted: readonly NameEntry[]): readonly NameEntry[] {
  const seen = new Set<string>();
  return sorted.filter(({ c, rust, rustPlace }) => {
    const key = [c, rust, rustPlace.path].join('\0');
    return !seen.has(key) && seen.add(key);
  });
}

function byName(a: NameEntry, b: NameEntry): number {
  if (a.c !== b.c) return a.c < b.c ? -1 : 1;
  return rankOf(a) - rankOf(b) || (a.rust < b.rust ? -1 : 1);
}

function rankOf({ foundBy, isPublic }: NameEntry): number {
  return FOUND_BY.indexOf(foundBy) * 2 + (isPublic ? 0 : 1);
}
