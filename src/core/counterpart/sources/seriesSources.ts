import type { Image, ImagePair } from '../../image/image.ts';
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
  /** Lines of one side as far as they are known, joined; 1-based, inclusive. */
  lines(patch: number, file: number, side: Side, from: number, to: number): Promise<string>;
  readonly patches: number;
}

/** Without `images` only what the hunks show is known. Patches and files are counted from 0. */
export function createSeriesSources(
  series: Series,
  read: FileReader,
  images: ImageSource = hunksOnly,
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

const hunksOnly: ImageSource = {
  of: (file) =>
    Promise.resolve({ value: { old: hunkImage(file, 'old'), new: hunkImage(file, 'new') }, problems: [] }),
};

/** What the hunks of a file change show of one side. */
export function hunkImage(file: FileChange, side: Side): Image {
  const exists = (side === 'old' ? file.oldPath : file.newPath) !== null;
  if (!exists || file.hunks.length === 0) return { side, kind: 'none', parts: [] };
  const hidden = side === 'old' ? 'added' : 'removed';
  const parts = file.hunks.map((hunk) => ({
    firstLine: side === 'old' ? hunk.oldStart : hunk.newStart,
    lines: hunk.lines.filter(({ kind }) => kind !== hidden).map(({ text }) => text),
    section: hunk.section,
  }));
  // A file that the patch creates or deletes is shown whole.
  const whole = file.kind === (side === 'old' ? 'deleted' : 'added') && parts.length === 1;
  return { side, kind: whole ? 'whole' : 'hunks', parts };
}
