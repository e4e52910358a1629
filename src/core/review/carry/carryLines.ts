import type { Side } from '../../patch/series.ts';
import { alignTexts, carryRange, type Alignment, type Fate } from './carryRange.ts';
import type { MovedLines } from './movedLines.ts';
import { explanationFor, proseBetween, type Prose } from './explanationFor.ts';
import { newLinesOf, successor, textOf, type Version } from './version.ts';

/** Lines of a file as a version of a series leaves it (`new`) or finds it (`old`). Lines 1-based, inclusive. */
export interface LineMark {
  readonly id: string;
  readonly path: string;
  readonly side: Side;
  readonly line: number;
  readonly endLine: number;
}

/** What became of a mark. Path and lines are null when its lines are gone. */
export interface CarriedLines {
  readonly id: string;
  readonly fate: Fate | 'unknown';
  /** A comment, doc section or commit message that speaks about the lines was added. */
  readonly documented: boolean;
  readonly path: string | null;
  readonly line: number | null;
  readonly endLine: number | null;
  /** The explanation that was added, else the lines that stand there now, else why nothing is known. */
  readonly evidence: string;
}

/**
 * Follows marks from one version into another, each to exactly one answer, in order. A mark on lines that `from` does not
 * show has the fate `unknown`: it is reported, never guessed.
 */
export async function carryLines(
  marks: readonly LineMark[],
  from: Version,
  to: Version,
): Promise<readonly CarriedLines[]> {
  const carried: CarriedLines[] = [];
  const prose = proseBetween(from.series, to.series);
  const files = new Map<string, Promise<FilePair>>();
  const moved = new Map<Side, Promise<MovedLines>>();
  for (const mark of marks) {
    const key = `${mark.side} ${mark.path}`;
    const pair = files.get(key) ?? filePair(mark.path, mark.side, from, to);
    files.set(key, pair);
    const lines = moved.get(mark.side) ?? newLinesOf(from, to, mark.side);
    moved.set(mark.side, lines);
    carried.push(carryMark(mark, await pair, await lines, prose));
  }
  return carried;
}

interface FilePair {
  readonly alignment: Alignment;
  readonly known: boolean;
}

async function filePair(path: string, side: Side, from: Version, to: Version): Promise<FilePair> {
  const before = await textOf(from, path, side);
  const after = await successor(before, path, side, from, to);
  return { alignment: alignTexts(before, after), known: before.lines.length > 0 };
}

function carryMark(
  mark: LineMark,
  { alignment, known }: FilePair,
  moved: MovedLines,
  prose: Prose,
): CarriedLines {
  const range = carryRange(alignment, moved, mark.line, mark.endLine);
  if (!range) {
    const evidence = known
      ? 'The earlier version does not show these lines.'
      : 'The earlier version does not show this file.';
    return {
      id: mark.id,
      fate: 'unknown',
      documented: false,
      path: null,
      line: null,
      endLine: null,
      evidence,
    };
  }
  const explanation = explanationFor(range, alignment, prose, null);
  return {
    id: mark.id,
    fate: range.fate,
    documented: explanation !== null,
    path: range.path,
    line: range.line,
    endLine: range.endLine,
    evidence: explanation ?? range.after.join('\n'),
  };
}
