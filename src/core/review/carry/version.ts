import type { Series, Side } from '../../patch/series.ts';
import { pathOn } from '../targetText.ts';
import { alignTexts } from './carryRange.ts';
import { seriesText, type KnownText } from './knownText.ts';
import { movedLines, type MovedLines, type NewLines } from './movedLines.ts';
import { squeezed } from './similarity.ts';
import { startingText } from './startingText.ts';

/** One version of a series, with whole files where they can be had. */
export interface Version {
  readonly series: Series;
  /** The whole file after (before) the series; undefined if only what the patches show is known. */
  readonly whole: (path: string, side: Side) => Promise<KnownText | undefined>;
}

/** What is known of a file after (before) a version: all of it, else what its patches and those of `earlier` show. */
export async function textOf(
  { series, whole }: Version,
  path: string,
  side: Side,
  earlier?: Version,
): Promise<KnownText> {
  const known = await whole(path, side);
  return known ?? seriesText(series, path, side, earlier && startingText(earlier.series, series, path));
}

/** The file in the later version: of the same path, else of the path it was renamed to, else the most alike new file. */
export async function successor(
  before: KnownText,
  path: string,
  side: Side,
  from: Version,
  to: Version,
): Promise<KnownText> {
  const same = await textOf(to, path, side, from);
  if (same.lines.length > 0) return same;
  const files = to.series.patches.flatMap((patch) => patch.files);
  const renamed = files.find((file) => file.kind === 'renamed' && file.oldPath === path)?.newPath ?? null;
  if (renamed !== null) {
    const start = startingText(from.series, to.series, path);
    return (await to.whole(renamed, side)) ?? seriesText(to.series, renamed, side, start);
  }
  const paths = new Set(
    files.filter((file) => file.kind === 'added').map((file) => pathOn(file, side) ?? ''),
  );
  let best: KnownText = same;
  let bestShare = LEAST_ALIKE;
  for (const candidate of paths) {
    const text = await textOf(to, candidate, side);
    const share = sharedLines(before, text);
    if (share > bestShare) [best, bestShare] = [text, share];
  }
  return best;
}

const LEAST_ALIKE = 0.4;

function sharedLines(a: KnownText, b: KnownText): number {
  const lines = new Set(b.lines.map(({ text }) => squeezed(text)));
  const both = a.lines.filter(({ text }) => lines.has(squeezed(text))).length;
  return (2 * both) / Math.max(1, a.lines.length + b.lines.length);
}

/**
 * Every line that the later version adds (removes) and that was not there in the earlier one already, with the files around
 * them. Without an earlier version that is told from the patches alone.
 */
export async function newLinesOf(from: Version | undefined, to: Version, side: Side): Promise<MovedLines> {
  const changed = new Map<string, Set<number>>();
  const { patches } = to.series;
  for (const { files } of patches)
    for (const file of files) {
      const path = pathOn(file, side);
      if (path === null) continue;
      const lines = changed.get(path) ?? new Set();
      for (const hunk of file.hunks)
        for (const line of hunk.lines) {
          const number = side === 'old' ? line.oldLine : line.newLine;
          if (number !== undefined && line.kind !== 'context') lines.add(number);
        }
      changed.set(path, lines);
    }
  const sources: NewLines[] = [];
  for (const [path, lines] of changed) {
    const text = await textOf(to, path, side);
    const before = from && (await textOf(from, path, side));
    const known = new Set(before ? alignTexts(before, text).kept : []);
    // With several patches on a file the numbers shift; the texts of its changed lines then tell.
    const single =
      patches.filter(({ files }) => files.some((file) => pathOn(file, side) === path)).length === 1;
    sources.push({
      text,
      isNew: (index) => !known.has(index) && (!single || lines.has(text.lines[index]?.line ?? 0)),
    });
  }
  return movedLines(sources);
}
