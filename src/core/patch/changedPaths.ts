import type { Series } from './series.ts';

/** Paths of all files that a series changes, each once: the new one, or the old one of what it deletes. */
export function changedPaths({ patches }: Series): readonly string[] {
  const paths = patches.flatMap(({ files }) =>
    files.flatMap(({ newPath, oldPath }) => newPath ?? oldPath ?? []),
  );
  return [...new Set(paths)];
}
