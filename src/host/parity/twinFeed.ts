import { hasTwin } from '../../core/counterpart/parity/deviceFiles.ts';
import type { OpenReview } from '../reviews/openReview.ts';
import type { ReviewCounterparts } from '../counterparts/reviewCounterparts.ts';
import { seriesPaths } from './patchTwins.ts';

/** The files of a series that have twins in the other language, in the series or in its work tree. Indices 0-based. */
export async function filesWithTwins(
  review: OpenReview,
  counterparts: ReviewCounterparts,
): Promise<readonly { readonly patch: number; readonly file: number }[]> {
  const tree = await counterparts.treeOf(review);
  const paths = [...new Set([...seriesPaths(review), ...((await tree?.sources.paths()) ?? [])])];
  const known = new Map<string, boolean>();
  const has = (path: string): boolean => {
    const found = known.get(path) ?? hasTwin(path, paths);
    known.set(path, found);
    return found;
  };
  return review.analysis.series.patches.flatMap(({ files }, patch) =>
    files.flatMap(({ newPath, language }, file) =>
      newPath !== null && language !== undefined && has(newPath) ? [{ patch, file }] : [],
    ),
  );
}
