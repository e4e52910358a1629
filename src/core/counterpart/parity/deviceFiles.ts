import { languageOf } from '../../patch/language.ts';
import { twinScore } from '../pair/twinPaths.ts';

/** Tests and build scripts say nothing about a device. */
const NO_SOURCE = /(?:^|\/)(?:tests?|benches|examples)\/|(?:^|\/)build\.rs$/;

/**
 * The files of a device in both languages, by the rules for directories: what belongs to the files named, and they
 * themselves. Files that are named on both sides and that no rule ties are taken as they are. A language of which nothing is
 * found has no file in the result.
 */
export function deviceFiles(named: readonly string[], tree: readonly string[]): readonly string[] {
  const of = (paths: readonly string[], language: 'c' | 'rust'): readonly string[] =>
    paths.filter((path) => languageOf(path) === language);
  const [c, rust] = [of(named, 'c'), of(named, 'rust')];
  const device = deviceOf(c, rust, of(tree, 'c'), of(tree, 'rust'));
  if (device === null) return named;
  const belongs = (path: string): boolean => {
    const language = languageOf(path);
    if (language === 'c') return stemOf(path) === stemOf(device.c) && isTwin(device.rust, path);
    return language === 'rust' && isTwin(path, device.c) && !NO_SOURCE.test(path);
  };
  return [...new Set([...named, ...tree.filter(belongs)])];
}

/** Whether a file has files in the other language by the rules for directories. */
export function hasTwin(path: string, tree: readonly string[]): boolean {
  return deviceFiles([path], tree).some((other) => languageOf(other) !== languageOf(path));
}

/** The pair by which a device is told; null when no rule ties any. */
function deviceOf(
  c: readonly string[],
  rust: readonly string[],
  treeC: readonly string[],
  treeRust: readonly string[],
): { readonly c: string; readonly rust: string } | null {
  const pairs = (rust.length > 0 ? rust : treeRust).flatMap((rustPath) =>
    (c.length > 0 ? c : treeC)
      .filter((cPath) => isTwin(rustPath, cPath))
      .map((cPath) => ({ c: cPath, rust: rustPath, score: scoreOf(rustPath, cPath) })),
  );
  const [best] = pairs.sort((a, b) => b.score - a.score || (a.c < b.c ? -1 : 1));
  return best ?? null;
}

/** A folder of the device's name says more than a file of it. */
function scoreOf(rust: string, c: string): number {
  return twinScore(rust, c) * 2 + (rust.includes(`/${stemOf(c)}/`) ? 1 : 0);
}

/**
 * The C file's folders and its own name, all in the Rust file's path: `hw/char/pl011.c` or `include/hw/char/pl011.h` and
 * `rust/hw/char/pl011/src/device.rs`; or beside it, `drivers/phy/fan.c` and `drivers/phy/fan_rust.rs`.
 */
function isTwin(rust: string, c: string): boolean {
  const stem = stemOf(c);
  if (stem === '' || !rust.includes(`/${stem}`)) return false;
  const parts = rust.replace(/(?:_rust)?\.rs$/, '').split('/');
  const folders = c
    .split('/')
    .slice(0, -1)
    .filter((folder) => folder !== 'include');
  return folders.length > 0 && [...folders, stem].every((part) => parts.includes(part));
}

function stemOf(path: string): string {
  return /([^/]*?)(?:\.[^/.]*)?$/.exec(path)?.[1] ?? '';
}
