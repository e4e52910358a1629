import type { LineTokens } from '../../base/tokens.ts';
import { hunkKey } from '../series/place.ts';

/** Colours of the hunks that were shown so far. Asked for once each; kept until another model comes. */
export class TokenStore {
  readonly #lines = new Map<string, readonly LineTokens[]>();
  readonly #asked = new Set<string>();

  /** By row of the hunk; undefined until they come. */
  get(patch: number, file: number, hunk: number): readonly LineTokens[] | undefined {
    return this.#lines.get(hunkKey(patch, file, hunk));
  }

  put(patch: number, file: number, hunk: number, lines: readonly LineTokens[]): void {
    this.#lines.set(hunkKey(patch, file, hunk), lines);
  }

  /** True the first time that it is asked. */
  wants(patch: number, file: number, hunk: number): boolean {
    const key = hunkKey(patch, file, hunk);
    if (this.#asked.has(key)) return false;
    this.#asked.add(key);
    return true;
  }

  clear(): void {
    this.#lines.clear();
    this.#asked.clear();
  }
}
