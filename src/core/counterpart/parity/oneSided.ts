import { languageOf } from '../../patch/language.ts';

/** A file of a device of which a series touches one language only. */
export interface OneSided {
  /** The file that is changed. */
  readonly path: string;
  /** The likeliest file of its twin, which is not. */
  readonly twin: string;
}

/**
 * Changed files whose twin in the other language stands in the tree and is not changed. A C file's twin is a Rust crate with
 * its folders and its name (`hw/char/pl011.c` and `rust/hw/char/pl011/src/device.rs`), or a file of its name beside it
 * (`phy/fan.c` and `phy/fan_rust.rs`). A Rust module that only wraps a C file is none.
 */
export function oneSided(changed: readonly string[], tree: readonly string[]): readonly OneSided[] {
  const touched = new Set(changed);
  const all = tree
    .filter(isPart)
    .map((path) => ({ path, isC: languageOf(path) === 'c', names: namesOf(path) }));
  return changed.filter(isPart).flatMap((path) => {
    const own = new Set(namesOf(path));
    const isC = languageOf(path) === 'c';
    const twins = all
      .filter((other) => other.isC !== isC && other.names.some((name) => own.has(name)))
      .map((other) => other.path);
    if (twins.length === 0 || twins.some((twin) => touched.has(twin))) return [];
    const [best] = twins.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
    return best === undefined ? [] : [{ path, twin: best }];
  });
}

/** Source of either language that is of a device itself: neither bindings nor what builds it. */
function isPart(path: string): boolean {
  return languageOf(path) !== undefined && !/(^|\/)(build|bindings|prelude)\.rs$/.test(path);
}

/** The devices that a file may be of, by folders and name. */
function namesOf(path: string): readonly string[] {
  const [, folder = '', stem = ''] = /^(.*\/)?([^/.]*)[^/]*$/.exec(path) ?? [];
  if (languageOf(path) === 'c') return [`${folder.replace(/^include\//, '')}${stem}`];
  const beside = `${folder}${stem.replace(/^rust_|_rust$/, '')}`;
  const crate = folder
    .replace(/^rust\//, '')
    .split('/')
    .slice(0, -1);
  const folders = crate.map((_, at) => crate.slice(0, at + 1).join('/')).filter((each) => each.includes('/'));
  return path.startsWith('rust/') ? folders : [beside, ...folders];
}

/** The source that does the work before the one that lists modules, both before headers and tests. */
function rank(path: string): number {
  return (/(^|\/)(lib|mod)\.rs$|\.h$/.test(path) ? 1 : 0) + (/(^|\/)tests?\//.test(path) ? 2 : 0);
}
