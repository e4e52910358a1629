import type { Image } from '../core/image/image.ts';
import type { FileChange } from '../core/patch/series.ts';
import { alignLines } from '../core/review/carry/alignLines.ts';
import type { LineRange } from './linesPlace.ts';

/** Where the lines of an image stand in a text that was edited since. Lines 1-based, ranges inclusive. */
export interface LineMap {
  /** The line that an image's line has become; where it was changed or taken out, the one that stands in its place. */
  readonly toShown: (line: number) => number;
  /** The lines of the image among these of the text; undefined if there are none. */
  readonly toImage: (range: LineRange) => LineRange | undefined;
}

/** For a text that is the image. */
export const SAME_LINES: LineMap = { toShown: (line) => line, toImage: (range) => range };

/** A text is an edited image as long as it has this part of the lines that the patch added. */
const MIN_KEPT = 0.5;

/**
 * Follows the lines of a patched file into a text that may have been edited since; undefined if the text has too little of
 * what the patch added to be what became of it.
 */
export function lineMap(change: FileChange, image: Image, text: string): LineMap | undefined {
  const known = image.parts.flatMap(({ firstLine, lines }) =>
    lines.map((line, at) => ({ line: firstLine + at, text: line.replace(/\r$/, '') })),
  );
  const shown = text.split(/\r?\n/);
  const kept = alignLines(
    known.map((each) => each.text),
    shown,
  );
  const places = new Map(known.map(({ line }, at) => [line, (kept[at] ?? -1) + 1]));
  if (keptPart(change, places) < MIN_KEPT) return undefined;
  return {
    toShown: (line) => placeOf(line, places, shown.length),
    toImage: (range) => imageOf(range, places),
  };
}

/** Which part of the lines that tell what the patch did are still there. */
function keptPart({ hunks }: FileChange, places: ReadonlyMap<number, number>): number {
  const lines = hunks.flatMap((hunk) => hunk.lines).filter(({ text }) => /\w/.test(text));
  const added = lines.filter(({ kind }) => kind === 'added');
  const telling = (added.length > 0 ? added : lines).flatMap(({ newLine }) => newLine ?? []);
  if (telling.length === 0) return 0;
  return telling.filter((line) => (places.get(line) ?? 0) > 0).length / telling.length;
}

/** A line that is not there any more stands after the nearest one above that is, but not beyond the next. */
function placeOf(line: number, places: ReadonlyMap<number, number>, count: number): number {
  const own = places.get(line) ?? 0;
  if (own > 0) return own;
  let above = line - 1;
  while (above > 0 && (places.get(above) ?? 0) === 0) above--;
  let below = line + 1;
  const last = Math.max(...places.keys());
  while (below <= last && (places.get(below) ?? 0) === 0) below++;
  const from = (places.get(above) ?? 0) + line - above;
  const next = places.get(below) ?? count;
  return Math.max(1, Math.min(from, below > last ? count : next));
}

function imageOf(range: LineRange, places: ReadonlyMap<number, number>): LineRange | undefined {
  let found: LineRange | undefined;
  for (const [line, place] of places)
    if (place >= range.line && place <= range.endLine)
      found = {
        line: Math.min(found?.line ?? line, line),
        endLine: Math.max(found?.endLine ?? line, line),
      };
  return found;
}
