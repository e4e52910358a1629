import { alignLines } from './alignLines.ts';
import type { KnownText } from './knownText.ts';
import type { MovedLines } from './movedLines.ts';
import { pairBlock } from './pairBlock.ts';
import { isThin, lineSimilarity, squeezed, textSimilarity } from './similarity.ts';

/** What became of marked lines: untouched, somewhere else, changed in place, or nowhere. */
export type Fate = 'exact' | 'moved' | 'edited' | 'gone';

/** Where marked lines are in another version. Lines 1-based; path and lines are null when the lines are gone. */
export interface CarriedRange {
  readonly fate: Fate;
  readonly path: string | null;
  readonly line: number | null;
  readonly endLine: number | null;
  /** The marked lines as they were, and what stands at their place now (for `gone`: what took their place, if anything). */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** True if none of the lines was followed by itself: other lines stand in their place. */
  readonly isReplaced?: boolean;
}

/** Two versions of one text, aligned once for all marks on it. */
export interface Alignment {
  readonly from: KnownText;
  readonly to: KnownText;
  /** For each index of `from.lines` the index of `to.lines`, or -1. */
  readonly kept: Int32Array;
}

/**
 * Aligns two texts by equal lines. Where most of what changed is white space, lines are equal without it: else braces and other
 * short lines of code that was indented anew would find each other across it.
 */
export function alignTexts(from: KnownText, to: KnownText): Alignment {
  const texts = ({ lines }: KnownText): readonly string[] => lines.map(({ text }) => text);
  const [before, after] = [texts(from), texts(to)];
  const kept = alignLines(before, after);
  const lost = countLost(before, kept);
  if (lost === 0) return { from, to, kept };
  const respaced = alignLines(before, after, squeezed);
  return { from, to, kept: 2 * countLost(before, respaced) < lost ? respaced : kept };
}

/** How many lines that say something have no partner. */
function countLost(lines: readonly string[], kept: Int32Array): number {
  return lines.filter((line, index) => (kept[index] ?? -1) < 0 && !isThin(line)).length;
}

/**
 * Follows the lines `line` to `endLine` of `alignment.from`. `moved` knows the lines that are new in the other version,
 * in all its texts. Undefined if `from` shows none of the lines.
 */
export function carryRange(
  alignment: Alignment,
  moved: MovedLines,
  line: number,
  endLine: number,
): CarriedRange | undefined {
  const { from } = alignment;
  const first = from.lines.findIndex((candidate) => candidate.line >= line && candidate.line <= endLine);
  if (first < 0) return undefined;
  let last = first;
  while ((from.lines[last + 1]?.line ?? Infinity) <= endLine) last++;
  return carryIndices(alignment, moved, first, last);
}

function carryIndices(alignment: Alignment, moved: MovedLines, first: number, last: number): CarriedRange {
  const { from, to, kept } = alignment;
  const before = from.lines.slice(first, last + 1).map(({ text }) => text);
  const place = (fate: Fate, low: number, high: number): CarriedRange => ({
    fate,
    path: to.path,
    line: to.lines[low]?.line ?? null,
    endLine: to.lines[high]?.line ?? null,
    before,
    after: to.lines.slice(low, high + 1).map(({ text }) => text),
  });
  const targets = before.map((_, index) => kept[first + index] ?? -1);
  if (isRun(targets)) {
    const isSame = targets.every((target, index) => to.lines[target]?.text === before[index]);
    const fate = from.path === to.path && isSame ? 'exact' : 'moved';
    return place(fate, targets[0] ?? 0, targets.at(-1) ?? 0);
  }

  const followed = before.map((_, index) => follow(alignment, first + index));
  const onlyThinKept = targets.every((target, index) => target < 0 || isThin(before[index] ?? ''));
  if (onlyThinKept && !isClearEdit(alignment, first, followed)) {
    const found = moved.find(from, first, last);
    if (found) return { fate: 'moved', ...found, before };
  }
  const hit = followed.filter((target) => target >= 0);
  if (hit.length > 0) {
    const [low, high] = [Math.min(...hit), Math.max(...hit)];
    const same =
      isRun(followed) &&
      followed.every(
        (target, index) => squeezed(to.lines[target]?.text ?? '') === squeezed(before[index] ?? ''),
      );
    return place(same ? 'moved' : 'edited', low, high);
  }
  const block = replacedBlock(alignment, first, last);
  if (isRewrite(alignment, block))
    return { ...place('edited', block.toFirst, block.toLast), isReplaced: true };
  const after = to.lines.slice(block.toFirst, block.toLast + 1).map(({ text }) => text);
  return { fate: 'gone', path: null, line: null, endLine: null, before, after };
}

/** So much alike and next to a line that was kept, lines were edited where they stood, whatever is equal to them elsewhere. */
const CLEARLY_ALIKE = 0.75;

function isClearEdit({ from, to, kept }: Alignment, first: number, followed: readonly number[]): boolean {
  const text = (lines: KnownText['lines'], index: number): string => lines[index]?.text ?? '';
  const isAlike = followed.every(
    (target, index) =>
      target >= 0 && lineSimilarity(text(from.lines, first + index), text(to.lines, target)) >= CLEARLY_ALIKE,
  );
  if (!isRun(followed) || !isAlike) return false;
  const last = first + followed.length - 1;
  const isHeld = (index: number, target: number): boolean =>
    target >= 0 && kept[index] === target && !isThin(text(from.lines, index));
  return isHeld(first - 1, (followed[0] ?? 0) - 1) || isHeld(last + 1, (followed.at(-1) ?? 0) + 1);
}

function isRun(targets: readonly number[]): boolean {
  const [start = -1] = targets;
  return start >= 0 && targets.every((target, index) => target === start + index);
}

/** Runs of lines around a change, as indices: `first > last` if a run is empty. */
interface Block {
  readonly fromFirst: number;
  readonly fromLast: number;
  readonly toFirst: number;
  readonly toLast: number;
}

/** The lines between the nearest kept lines above `first` and below `last`, in both versions. */
function replacedBlock({ from, to, kept }: Alignment, first: number, last: number): Block {
  let above = first - 1;
  while (above >= 0 && (kept[above] ?? -1) < 0) above--;
  let below = last + 1;
  while (below < from.lines.length && (kept[below] ?? -1) < 0) below++;
  return {
    fromFirst: above + 1,
    fromLast: below - 1,
    toFirst: above < 0 ? 0 : (kept[above] ?? 0) + 1,
    toLast: below < from.lines.length ? (kept[below] ?? 0) - 1 : to.lines.length - 1,
  };
}

/** The line that line `index` was kept as or edited into, or -1. */
function follow(alignment: Alignment, index: number): number {
  const { from, to, kept } = alignment;
  const target = kept[index] ?? -1;
  if (target >= 0) return target;
  const { fromFirst, fromLast, toFirst, toLast } = replacedBlock(alignment, index, index);
  const isSure = !hasGap(from.lines, fromFirst, fromLast) && !hasGap(to.lines, toFirst, toLast);
  const pairs = pairBlock(
    from.lines.slice(fromFirst, fromLast + 1).map(({ text }) => text),
    to.lines.slice(toFirst, toLast + 1).map(({ text }) => text),
  );
  const paired = pairs[index - fromFirst] ?? -1;
  if (paired < 0) return -1;
  // Across lines that are not shown, likeness has to tell that it is the same place.
  const text = to.lines[toFirst + paired]?.text ?? '';
  return isSure || lineSimilarity(from.lines[index]?.text ?? '', text) >= CLEARLY_ALIKE
    ? toFirst + paired
    : -1;
}

/** Below this, lines of which it is not known that they stand in the place of others have nothing to do with them. */
const RELATED = 0.12;

/** Whether other lines took the place of the block. Across lines that are not shown, that is told by likeness. */
function isRewrite({ from, to }: Alignment, { fromFirst, fromLast, toFirst, toLast }: Block): boolean {
  const said = (lines: KnownText['lines']): readonly string[] =>
    lines.map(({ text }) => text).filter((text) => text.trim() !== '');
  const [before, after] = [from.lines.slice(fromFirst, fromLast + 1), to.lines.slice(toFirst, toLast + 1)];
  const [saidBefore, saidAfter] = [said(before), said(after)];
  if (saidAfter.length === 0) return false;
  if (!hasGap(from.lines, fromFirst, fromLast) && !hasGap(to.lines, toFirst, toLast)) return true;
  return textSimilarity(saidBefore, saidAfter) >= RELATED;
}

/** Whether lines may be missing between the one above `first` and the one below `last`. */
function hasGap(lines: KnownText['lines'], first: number, last: number): boolean {
  const beginsLate = (lines[0]?.line ?? 1) > 1;
  if (beginsLate && (first === 0 || last === lines.length - 1)) return true;
  const shown = lines.slice(Math.max(0, first - 1), last + 2);
  return shown.some(({ line }, index) => index > 0 && line !== (shown[index - 1]?.line ?? 0) + 1);
}
