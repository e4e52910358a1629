import { languageOf } from '../../patch/language.ts';
import { LEAST_TWIN_SCORE, twinScore } from '../pair/twinPaths.ts';

/** A file of a device of which a series touches one language only. */
export interface OneSided {
  /** The file that is changed. */
  readonly path: string;
  /** The likeliest file of its twin, which is not. */
  readonly twin: string;
}

/**
 * Changed files whose twin in the other language stands in the tree and is not changed. Twins are told by their paths:
 * same folders, and the C file's name as a folder or file of Rust.
 */
export function oneSided(changed: readonly string[], tree: readonly string[]): readonly OneSided[] {
  const touched = new Set(changed);
  return changed.flatMap((path) => {
    const language = languageOf(path);
    if (!language) return [];
    const twins = tree.filter((other) => {
      const otherLanguage = languageOf(other);
      return (
        otherLanguage !== undefined && otherLanguage !== language && scoreOf(path, other) >= LEAST_TWIN_SCORE
      );
    });
    if (twins.length === 0 || twins.some((twin) => touched.has(twin))) return [];
    const [twin] = twins.sort((a, b) => scoreOf(path, b) - scoreOf(path, a) || rank(a) - rank(b));
    return twin === undefined ? [] : [{ path, twin }];
  });
}

function scoreOf(path: string, other: string): number {
  return languageOf(path) === 'rust' ? twinScore(path, other) : twinScore(other, path);
}

/** The source that does the work before the one that lists modules. */
function rank(path: string): number {
  return /(^|\/)(lib|mod|bindings)\.rs$|\.h$/.test(path) ? 1 : 0;
}
