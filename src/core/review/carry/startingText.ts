import type { FileChange, Series, Side } from '../../patch/series.ts';
import { pathOn } from '../targetText.ts';
import { seriesText, shownText, type KnownText } from './knownText.ts';

/**
 * What the earlier version shows of the text that `path` has before the later one's first patch: of the text after it if the
 * later one goes on from there, of the text before it if both begin at the same one. Undefined if neither is certain.
 */
export function startingText(from: Series, to: Series, path: string): KnownText | undefined {
  const side = startOf(from, to, path) ?? startOfAny(from, to);
  return side && seriesText(from, path, side);
}

/** The side of `from` that `path` has at the start of `to`; told from its own ids, else from the lines that both show. */
function startOf(from: Series, to: Series, path: string): Side | undefined {
  const first = changeOf(to, path, 'old');
  if (!first) return undefined;
  const before = changeOf(from, path, 'old');
  const after = changeOf({ ...from, patches: [...from.patches].reverse() }, path, 'new');
  if (isSameId(first.oldOid, after?.newOid)) return 'new';
  if (isSameId(first.oldOid, before?.oldOid)) return 'old';
  if (first.oldOid !== undefined && (before?.oldOid ?? after?.newOid) !== undefined) return undefined;
  const shown = shownText(first, 'old');
  return (['old', 'new'] as const).find((side) => agree(seriesText(from, path, side), shown));
}

/** For a file that `to` does not touch: as the other files have it. */
function startOfAny(from: Series, to: Series): Side | undefined {
  for (const { files } of to.patches)
    for (const { oldPath } of files) {
      const side = oldPath === null ? undefined : startOf(from, to, oldPath);
      if (side) return side;
    }
  return undefined;
}

function changeOf({ patches }: Pick<Series, 'patches'>, path: string, side: Side): FileChange | undefined {
  return patches.flatMap(({ files }) => files).find((file) => pathOn(file, side) === path);
}

const SHORTEST_ID = 7;

function isSameId(a: string | undefined, b: string | undefined): boolean {
  const length = Math.min(a?.length ?? 0, b?.length ?? 0);
  return length >= SHORTEST_ID && a?.slice(0, length) === b?.slice(0, length);
}

/** Whether two pieces of a text have lines in common, and all of those are equal. */
function agree(a: KnownText, b: KnownText): boolean {
  const lines = new Map(a.lines.map(({ line, text }) => [line, text]));
  const both = b.lines.filter(({ line }) => lines.has(line));
  return both.length > 0 && both.every(({ line, text }) => lines.get(line) === text);
}
