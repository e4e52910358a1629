import type { SourceFile } from './fileReader.ts';
import type { SeriesSources } from './seriesSources.ts';

/** Some files as if one patch had them all: a scope over them finds what they declare before the tree. */
export function filesAsSeries(files: readonly SourceFile[]): SeriesSources {
  return {
    file: (_, at) => Promise.resolve(files[at] ?? null),
    patch: () => Promise.resolve(files),
    before: () => Promise.resolve([]),
    lines: () => Promise.resolve(''),
    patches: 1,
  };
}
