import type { KnownText } from './knownText.ts';
import { isThin, squeezed } from './similarity.ts';

/** Lines that are new in a version, to be searched for what went missing elsewhere. */
export interface MovedLines {
  /**
   * Finds `from.lines[first..last]`, blanks aside, among the new lines. A short run counts only together with a line next
   * to it, or if it is long enough to be no coincidence and stands in one place only; a thin one needs two such lines.
   */
  find(from: KnownText, first: number, last: number): MovedPlace | undefined;
}

export interface MovedPlace {
  readonly path: string;
  readonly line: number;
  readonly endLine: number;
  readonly after: readonly string[];
}

/** A text with a flag for each line: whether it is new in this version. */
export interface NewLines {
  readonly text: KnownText;
  readonly isNew: (index: number) => boolean;
}

interface Spot {
  readonly source: NewLines;
  readonly squeezedLines: readonly string[];
  readonly index: number;
}

const CONTEXT = 3;

/** Indexes the new lines of all texts of a version. */
export function movedLines(sources: readonly NewLines[]): MovedLines {
  const spots = new Map<string, Spot[]>();
  for (const source of sources) {
    const squeezedLines = source.text.lines.map(({ text }) => squeezed(text));
    for (const [index, key] of squeezedLines.entries()) {
      if (key === '' || !source.isNew(index)) continue;
      const known = spots.get(key);
      if (known) known.push({ source, squeezedLines, index });
      else spots.set(key, [{ source, squeezedLines, index }]);
    }
  }
  return {
    find(from, first, last) {
      const wanted = from.lines.slice(first, last + 1).map(({ text }) => squeezed(text));
      const lead = wanted.findIndex((line) => line !== '');
      if (lead < 0) return undefined;
      const candidates = spots.get(wanted[lead] ?? '') ?? [];
      let best: Spot | undefined;
      let bestScore = leastScore(from, first, last, candidates.length === 1) - 1;
      for (const spot of candidates) {
        const start = spot.index - lead;
        if (!wanted.every((line, offset) => spot.squeezedLines[start + offset] === line)) continue;
        const score = contextScore(from, first, last, spot.squeezedLines, start);
        if (score > bestScore) [best, bestScore] = [{ ...spot, index: start }, score];
      }
      return best && placeOf(best, wanted.length);
    },
  };
}

const LONG_LINE = 24;
const LONG_RUN = 3;

/** How many lines around a run must be the same for it to be the same run. */
function leastScore(from: KnownText, first: number, last: number, unique: boolean): number {
  const lines = from.lines.slice(first, last + 1);
  if (lines.every(({ text }) => isThin(text))) return 2;
  const telling = lines.some(({ text }) => squeezed(text).length >= LONG_LINE);
  return lines.length >= LONG_RUN || (unique && telling) ? 0 : 1;
}

/** How many lines just above and below are the same, nearest first. */
function contextScore(
  from: KnownText,
  first: number,
  last: number,
  lines: readonly string[],
  start: number,
): number {
  let score = 0;
  for (let step = 1; step <= CONTEXT; step++) {
    if (isSame(from, first - step, lines[start - step])) score++;
    if (isSame(from, last + step, lines[start + (last - first) + step])) score++;
  }
  return score;
}

function isSame(from: KnownText, index: number, line: string | undefined): boolean {
  const text = from.lines[index]?.text;
  return text !== undefined && line !== undefined && line !== '' && squeezed(text) === line;
}

function placeOf({ source, index }: Spot, length: number): MovedPlace {
  const lines = source.text.lines.slice(index, index + length);
  const [first, last] = [lines[0], lines.at(-1)];
  return {
    path: source.text.path,
    line: first?.line ?? 0,
    endLine: last?.line ?? 0,
    after: lines.map(({ text }) => text),
  };
}
