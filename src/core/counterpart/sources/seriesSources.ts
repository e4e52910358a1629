import { createImages } from '../../image/createImages.ts';
import type { ImagePair } from '../../image/image.ts';
import type { FileChange, Series, Side } from '../../patch/series.ts';
import type { WithProblems } from '../../problem.ts';
import type { FileReader, SourceFile } from './fileReader.ts';

/** Gives the text of both sides of a file change; `at` names the place for problems. */
export interface ImageSource {
  of(file: FileChange, at: string): Promise<WithProblems<ImagePair>>;
}

/** The files of a series as they are before and after each patch, read when first asked for. */
export interface SeriesSources {
  /** One side of a file; null when it does not exist, or is neither Rust nor C. */
  file(patch: number, file: number, side: Side): Promise<SourceFile | null>;
  /** New sides of all files of a patch. */
  patch(patch: number): Promise<readonly SourceFile[]>;
  /** Files as they were before the series: the old side of the first patch that changes each. */
  before(): Promise<readonly SourceFile[]>;
  /** Lines of one side as far as they are known, joined; 1-based, inclusive. */
  lines(patch: number, file: number, side: Side, from: number, to: number): Promise<string>;
  readonly patches: number;
}

/** Without `images` only what the hunks show is known. Patches and files are counted from 0. */
export function createSeriesSources(
  series: Series,
  read: FileReader,
  images: ImageSource = createImages({}),
): SeriesSources {
  const pairs = new Map<FileChange, Promise<ImagePair>>();
  const files = new Map<string, Promise<SourceFile | null>>();
  const file = (patch: number, at: number, side: Side): Promise<SourceFile | null> => {
    const key = `${patch}/${at}/${side}`;
    const known = files.get(key);
    if (known) return known;
    const change = series.patches[patch]?.files[at];
    const reading = change ? readSide(change, side) : Promise.resolve(null);
    files.set(key, reading);
    return reading;
  };
  const pairOf = (change: FileChange): Promise<ImagePair> => {
    const place = change.newPath ?? change.oldPath ?? '';
    const pair = pairs.get(change) ?? images.of(change, place).then(({ value }) => value);
    pairs.set(change, pair);
    return pair;
  };
  const readSide = async (change: FileChange, side: Side): Promise<SourceFile | null> => {
    const path = side === 'old' ? change.oldPath : change.newPath;
    if (path === null || change.language === undefined || change.binary || change.combined) return null;
    const image = (await pairOf(change))[side];
    return image.kind === 'none' ? null : read(path, change.language, image);
  };
  return {
    file,
    patch: async (patch) => {
      const changes = series.patches[patch]?.files ?? [];
      const read = await Promise.all(changes.map((_, at) => file(patch, at, 'new')));
      return read.filter((each) => each !== null);
    },
    before: async () => {
      const seen = new Map<string, SourceFile>();
      for (const [patch, { files: changes }] of series.patches.entries())
        for (const [at, { oldPath }] of changes.entries()) {
          if (oldPath === null || seen.has(oldPath)) continue;
          const old = await file(patch, at, 'old');
          if (old) seen.set(oldPath, old);
        }
      return [...seen.values()];
    },
    lines: async (patch, at, side, from, to) => {
      const change = series.patches[patch]?.files[at];
      if (!change) return '';
      const { parts } = (await pairOf(change))[side];
      return parts
        .flatMap(({ firstLine, lines }) =>
          lines.slice(Math.max(0, from - firstLine), Math.max(0, to - firstLine + 1)),
        )
        .join('\n');
    },
    patches: series.patches.length,
  };
}
