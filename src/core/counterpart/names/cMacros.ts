import type { TreeSources } from '../sources/treeSources.ts';
import { isMereUse, type NameEntry } from './nameEntry.ts';

/** Macros over macros are followed this far. */
const MAX_DEPTH = 3;

/**
 * C macros that expand to a call of a function of the dictionary and stand in its header: C code names the macro, and
 * Rust, which has no macros of C, the function below it.
 */
export async function macrosOver(
  entries: readonly NameEntry[],
  tree: TreeSources,
): Promise<readonly NameEntry[]> {
  const found: NameEntry[] = [];
  const known = new Set(entries.map(({ c }) => c));
  let below = entries.filter((entry) => !isMereUse(entry) && entry.foundBy !== 'wraps-type');
  for (let depth = 0; depth < MAX_DEPTH && below.length > 0; depth++) {
    const above: NameEntry[] = [];
    for (const entry of below) above.push(...(await macrosOf(entry, tree)).filter(({ c }) => !known.has(c)));
    for (const { c } of above) known.add(c);
    found.push(...above);
    below = above;
  }
  return found;
}

async function macrosOf(entry: NameEntry, tree: TreeSources): Promise<readonly NameEntry[]> {
  const header = entry.cPlace?.path;
  if (header === undefined) return [];
  const lines = (await tree.namesIn(header, 'm')).map(({ line }) => line);
  // What a Rust macro ties may be a variable, which is named and not called.
  const call = new RegExp(`\\b${entry.c}\\b${entry.foundBy === 'macro' ? '' : '\\s*\\('}`);
  return (await tree.declarationsAt(header, lines)).flatMap((each) => {
    if (each.kind !== 'macro' || !isThin(each.value) || !call.test(each.value)) return [];
    const { name, path, line, text } = each;
    return [{ ...entry, c: name, via: entry.c, cPlace: { path, line, text } }];
  });
}

/** A macro that declares more than one function is no other name of what it calls. */
function isThin(value: string): boolean {
  return value.split(/\bstatic\b/).length <= 2;
}
