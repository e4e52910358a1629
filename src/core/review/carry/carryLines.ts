import type { Series, Side } from '../../patch/series.ts';
import { pathOn } from '../targetText.ts';
import { alignTexts, carryRange, type Alignment, type CarriedRange, type Fate } from './carryRange.ts';
import { seriesText, type KnownText } from './knownText.ts';
import { movedLines, type MovedLines, type NewLines } from './movedLines.ts';
import { explainingParagraph, newExplanation } from './newExplanation.ts';
import { squeezed } from './similarity.ts';

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

/** One version of a series, with whole files where they can be had. */
export interface Version {
  readonly series: Series;
  /** The whole file after (before) the series; undefined if only what the patches show is known. */
  readonly whole: (path: string, side: Side) => Promise<KnownText | undefined>;
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
  const files = new Map<string, Promise<FilePair>>();
  const moved = new Map<Side, Promise<MovedLines>>();
  for (const mark of marks) {
    const key = `${mark.side} ${mark.path}`;
    const pair = files.get(key) ?? filePair(mark.path, mark.side, from, to);
    files.set(key, pair);
    const lines = moved.get(mark.side) ?? newLines(mark.side, to);
    moved.set(mark.side, lines);
    carried.push(carryMark(mark, await pair, await lines, from.series, to.series));
  }
  return carried;
}

interface FilePair {
  readonly alignment: Alignment;
  readonly known: boolean;
}

async function filePair(path: string, side: Side, from: Version, to: Version): Promise<FilePair> {
  const before = await textOf(from, path, side);
  const after = await successor(before, path, side, to);
  return { alignment: alignTexts(before, after), known: before.lines.length > 0 };
}

async function textOf({ series, whole }: Version, path: string, side: Side): Promise<KnownText> {
  return (await whole(path, side)) ?? seriesText(series, path, side);
}

/** The file in the later version: of the same path, else of the path it was renamed to, else the most alike new file. */
async function successor(before: KnownText, path: string, side: Side, to: Version): Promise<KnownText> {
  const same = await textOf(to, path, side);
  if (same.lines.length > 0) return same;
  const files = to.series.patches.flatMap((patch) => patch.files);
  const renamed = files.find((file) => file.kind === 'renamed' && file.oldPath === path)?.newPath ?? null;
  if (renamed !== null) return textOf(to, renamed, side);
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

/** Every line that the later version adds (removes), with the files around them. */
async function newLines(side: Side, to: Version): Promise<MovedLines> {
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
    // With several patches on a file the numbers shift; the texts of its changed lines then tell.
    const single =
      patches.filter(({ files }) => files.some((file) => pathOn(file, side) === path)).length === 1;
    sources.push({
      text,
      isNew: (index) => !single || lines.has(text.lines[index]?.line ?? 0),
    });
  }
  return movedLines(sources);
}

function carryMark(
  mark: LineMark,
  { alignment, known }: FilePair,
  moved: MovedLines,
  from: Series,
  to: Series,
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
  const explanation = explanationFor(range, alignment, from, to);
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

function explanationFor(range: CarriedRange, alignment: Alignment, from: Series, to: Series): string | null {
  const { line, endLine, path } = range;
  if (line !== null && endLine !== null && path === alignment.to.path) {
    const comment = newExplanation(alignment, line, endLine);
    if (comment !== null) return comment;
  }
  const body = (series: Series): readonly string[] =>
    series.patches.flatMap(({ message }) => ['', ...message.body]);
  return explainingParagraph(body(from), body(to), range.before);
}
