import { createImages } from '../../image/createImages.ts';
import type { Image } from '../../image/image.ts';
import { localSeries } from '../../patch/localSeries.ts';
import type { Series, Side } from '../../patch/series.ts';
import type { BlobStore } from '../../ports.ts';
import { pathOn } from '../targetText.ts';
import type { Version } from './version.ts';
import { wholeText, type KnownText } from './knownText.ts';

/**
 * A version of a series with whole files as far as `blobs` has them or the patches make them whole. Of a range of commits the
 * last one tells what every file is after it. A file that no patch touches is the same before and after: it is taken from the
 * last commit or the base, if known.
 */
export async function versionOf(series: Series, blobs: BlobStore | undefined): Promise<Version> {
  const texts = await touchedTexts(series, blobs);
  const commit = lastCommit(series) ?? series.baseCommit;
  const touched = new Set(
    series.patches.flatMap(({ files }) => files.flatMap(({ oldPath, newPath }) => [oldPath, newPath])),
  );
  return {
    series,
    whole: async (path, side) => {
      const known = texts[side].get(path);
      const isAtTip = series.tipCommit !== undefined && side === 'new';
      if (commit === undefined || (!isAtTip && (known || touched.has(path)))) return known;
      const bytes = await blobs?.file(commit, path);
      return bytes ? wholeText(path, linesOf(bytes)) : known;
    },
  };
}

/** A commit as a version that changes nothing. */
export function versionAt(tipCommit: string, blobs: BlobStore): Promise<Version> {
  return versionOf({ ...localSeries(tipCommit, ''), tipCommit }, blobs);
}

function lastCommit({ patches, tipCommit }: Series): string | undefined {
  return tipCommit ?? patches.flatMap(({ commit }) => (commit === undefined ? [] : [commit])).at(-1);
}

type TextsBySide = Readonly<Record<Side, Map<string, KnownText>>>;

async function touchedTexts(series: Series, blobs: BlobStore | undefined): Promise<TextsBySide> {
  const images = createImages({ blobs, baseCommit: series.baseCommit });
  const texts: TextsBySide = { old: new Map(), new: new Map() };
  const seen = new Set<string>();
  for (const patch of series.patches)
    for (const file of patch.files) {
      // Problems of images are told by the analysis; here a file that is not whole is known as far as its hunks show.
      const { value: pair } = await images.of(file, patch.id);
      const [oldPath, newPath] = [pathOn(file, 'old'), pathOn(file, 'new')];
      if (oldPath !== null && !seen.has(oldPath)) keep(texts.old, oldPath, pair.old);
      if (oldPath !== null) texts.new.delete(oldPath);
      if (newPath !== null) keep(texts.new, newPath, pair.new);
      for (const path of [oldPath, newPath]) if (path !== null) seen.add(path);
    }
  return texts;
}

function keep(texts: Map<string, KnownText>, path: string, image: Image): void {
  const [part] = image.parts;
  if (image.kind === 'whole' && part) texts.set(path, wholeText(path, part.lines));
  else texts.delete(path);
}

function linesOf(bytes: Uint8Array): readonly string[] {
  const lines = new TextDecoder().decode(bytes).split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
