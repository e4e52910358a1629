import { l10n } from 'vscode';
import { deviceFiles } from '../../core/counterpart/parity/deviceFiles.ts';
import type { Problem } from '../../core/problem.ts';
import { parityTitle } from '../../present/parityModel.ts';
import type { ProjectTree } from '../counterparts/projectTree.ts';
import type { ReviewCounterparts } from '../counterparts/reviewCounterparts.ts';
import { imageText } from '../documents/imageText.ts';
import { imageUri } from '../documents/imageUri.ts';
import type { OpenReview } from '../reviews/openReview.ts';
import type { ReviewImages } from '../reviews/reviewImages.ts';
import type { TwinFile, Twins } from './twins.ts';

/** What reading the texts of a series needs. */
export interface PatchTwinServices {
  readonly images: ReviewImages;
  readonly counterparts: ReviewCounterparts;
}

/**
 * The twins that a file of a series belongs to, as a patch makes them; what the series does not touch is taken from the
 * repository's tree. Indices 0-based. Undefined when the file has no twin.
 */
export async function patchTwins(
  review: OpenReview,
  patch: number,
  file: number,
  services: PatchTwinServices,
): Promise<Twins | undefined> {
  const path = review.analysis.series.patches[patch]?.files[file]?.newPath;
  if (path === undefined || path === null) return undefined;
  const tree = await services.counterparts.treeOf(review);
  const known = [...new Set([...seriesPaths(review), ...((await tree?.sources.paths()) ?? [])])];
  const paths = deviceFiles([path], known);
  if (paths.length < 2) return undefined;
  return {
    key: `${review.key}\n${patch}\n${path}`,
    title: parityTitle(paths),
    source: [],
    read: async () => {
      const files: TwinFile[] = [];
      const problems: Problem[] = [];
      for (const each of paths) {
        const found = await textAfter(review, patch, each, tree, services.images);
        if (found === 'hunks')
          problems.push({
            code: 'image-unavailable',
            message: l10n.t(
              'Only the changed parts of this file are known, so what it states was not compared.',
            ),
            at: each,
          });
        else if (found) files.push({ path: each, ...found });
      }
      const { length } = review.analysis.series.patches;
      const state = tree
        ? l10n.t(
            'As patch {0} of {1} makes them; files that the series does not touch are those of the repository.',
            patch + 1,
            length,
          )
        : l10n.t('As patch {0} of {1} makes them.', patch + 1, length);
      return { files, problems, tree: tree?.sources ?? null, state };
    },
  };
}

/** Paths of all files that a series has at some time. */
export function seriesPaths({ analysis }: OpenReview): readonly string[] {
  return analysis.series.patches.flatMap(({ files }) => files.flatMap(({ newPath }) => newPath ?? []));
}

type Text = Pick<TwinFile, 'text' | 'uri'>;

/** A file's text after a patch; `hunks` if only parts of it are known, undefined if there is none then. */
async function textAfter(
  review: OpenReview,
  patch: number,
  path: string,
  tree: ProjectTree | undefined,
  images: ReviewImages,
): Promise<Text | 'hunks' | undefined> {
  const touched = touchedAt(review, patch, path);
  if (touched) {
    const image = (await images.of(review, touched.patch, touched.file))?.[touched.side];
    const uri = imageUri(review, touched.patch, touched.file, touched.side);
    if (!image || !uri || image.kind === 'none') return undefined;
    return image.kind === 'hunks' ? 'hunks' : { text: imageText(image), uri };
  }
  const text = await tree?.sources.text(path);
  const uri = await tree?.uriOf(path);
  return typeof text === 'string' && uri ? { text, uri } : undefined;
}

/** The side of a change at which a file is as it is after a patch; undefined if the series never changes it. */
function touchedAt(
  { analysis }: OpenReview,
  patch: number,
  path: string,
): { readonly patch: number; readonly file: number; readonly side: 'old' | 'new' } | undefined {
  const { patches } = analysis.series;
  for (let at = patch; at >= 0; at--) {
    const file = patches[at]?.files.findIndex(({ newPath, oldPath }) => (newPath ?? oldPath) === path) ?? -1;
    if (file >= 0) return { patch: at, file, side: 'new' };
  }
  for (let at = patch + 1; at < patches.length; at++) {
    const file = patches[at]?.files.findIndex(({ oldPath, newPath }) => (oldPath ?? newPath) === path) ?? -1;
    if (file >= 0) return { patch: at, file, side: 'old' };
  }
  return undefined;
}
