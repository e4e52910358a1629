import type { Series } from './series.ts';

/** The commit whose tree surrounds a series best: that of its last patch, else the one it says it is based on. */
export function lastCommit({ patches, baseCommit }: Series): string | undefined {
  return patches.flatMap(({ commit }) => commit ?? []).at(-1) ?? baseCommit;
}
