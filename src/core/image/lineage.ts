import type { FileChange, Series } from '../patch/series.ts';

/**
 * A file change with all earlier ones of the series that made what it starts from, oldest first, itself last: what
 * `Images.of` must have seen to know as much of it as in a run over the whole series. Indices 0-based.
 */
export function lineage({ patches }: Series, patch: number, file: number): readonly FileChange[] {
  const change = patches[patch]?.files[file];
  if (!change) return [];
  const made: FileChange[] = [change];
  let path = change.oldPath;
  for (let earlier = patch - 1; earlier >= 0 && path !== null; earlier--)
    for (const candidate of [...(patches[earlier]?.files ?? [])].reverse()) {
      if (candidate.newPath !== path && candidate.oldPath !== path) continue;
      made.unshift(candidate);
      path = candidate.newPath === path ? candidate.oldPath : null;
      break;
    }
  return made;
}
