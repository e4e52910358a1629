import { commonLines } from './commonLines.ts';

/**
 * Which line of `after` each line of `before` has become: an index into `after`, or -1 where it was taken away or changed.
 * Lines are equal if their texts are. Where a run of changed lines could stand in several places, because the lines at its
 * ends repeat, it is put where a reader would: between whole items and paragraphs, not across them.
 */
export function alignLines(
  before: readonly string[],
  after: readonly string[],
  keyOf: (line: string) => string = (line) => line,
): Int32Array {
  const numbers = new Map<string, number>();
  const a = numbered(before.map(keyOf), numbers);
  const b = numbered(after.map(keyOf), numbers);
  const kept = commonLines(a, b);
  const changes: Changes = { gone: flags(kept.length), added: flags(b.length).fill(1) };
  for (const [index, to] of kept.entries())
    if (to < 0) changes.gone[index] = 1;
    else changes.added[to] = 0;
  slideRuns(before, a, changes.gone, changes.added);
  slideRuns(after, b, changes.added, changes.gone);
  return matched(changes);
}

/** One byte a line: 1 if the line has no partner. Lines without a mark are partners in order. */
interface Changes {
  readonly gone: Uint8Array;
  readonly added: Uint8Array;
}

function flags(length: number): Uint8Array {
  return new Uint8Array(length);
}

function numbered(lines: readonly string[], numbers: Map<string, number>): Int32Array {
  return Int32Array.from(lines, (line) => {
    const known = numbers.get(line);
    if (known !== undefined) return known;
    numbers.set(line, numbers.size);
    return numbers.size - 1;
  });
}

function matched({ gone, added }: Changes): Int32Array {
  const result = new Int32Array(gone.length).fill(-1);
  let to = 0;
  for (let from = 0; from < gone.length; from++) {
    if (gone[from] === 1) continue;
    while (added[to] === 1) to++;
    result[from] = to++;
  }
  return result;
}

/**
 * Moves each run of changed lines to the best of the places that mean the same. A run that can meet a run of the other
 * side is put there: then it is a change rather than an insertion and a removal apart.
 */
function slideRuns(lines: readonly string[], ids: Int32Array, changed: Uint8Array, other: Uint8Array): void {
  const partners = placesOfRuns(other);
  let unchanged = 0;
  for (let start = 0; start < ids.length;) {
    if (changed[start] !== 1) {
      unchanged++;
      start++;
      continue;
    }
    let end = start;
    while (changed[end] === 1) end++;
    [end, unchanged] = slide(lines, ids, changed, partners, start, end, unchanged);
    start = end;
  }
}

/** For each number of unchanged lines above it: whether the other side has a run of changed lines there. */
function placesOfRuns(other: Uint8Array): ReadonlySet<number> {
  const places = new Set<number>();
  let unchanged = 0;
  for (const flag of other) {
    if (flag === 1) places.add(unchanged);
    else unchanged++;
  }
  return places;
}

/** Slides the run from `from` to `to` that has `above` unchanged lines above it; returns its new end and that count. */
function slide(
  lines: readonly string[],
  ids: Int32Array,
  changed: Uint8Array,
  partners: ReadonlySet<number>,
  from: number,
  to: number,
  above: number,
): readonly [number, number] {
  let [start, end, unchanged] = [from, to, above];
  const up = (): void => {
    changed[--start] = 1;
    changed[--end] = 0;
    unchanged--;
  };
  const down = (): void => {
    changed[start++] = 0;
    changed[end++] = 1;
    unchanged++;
  };
  const canUp = (): boolean => start > 0 && changed[start - 1] !== 1 && ids[start - 1] === ids[end - 1];
  const canDown = (): boolean => end < ids.length && changed[end] !== 1 && ids[start] === ids[end];
  while (canUp()) up();
  const highest = start;
  let meeting = partners.has(unchanged) ? start : -1;
  let [best, bestScore] = [start, splitScore(lines, start, end)];
  while (canDown()) {
    down();
    if (partners.has(unchanged)) meeting = start;
    const score = splitScore(lines, start, end);
    if (score <= bestScore) [best, bestScore] = [start, score];
  }
  const goal = meeting >= highest ? meeting : best;
  while (start > goal) up();
  // Sliding may have joined a run that follows.
  while (changed[end] === 1) end++;
  return [end, unchanged];
}

/** How badly a run reads when it stands at `start` to `end`: lower is better. Its two edges count alike. */
function splitScore(lines: readonly string[], start: number, end: number): number {
  return edgeScore(lines, start) + edgeScore(lines, end);
}

const INDENT_WEIGHT = 6;
const BLANK_ABOVE = -9;
const INDENTED_MORE = 4;
const END_OF_FILE = 2;

/** The edge above line `at`: good where little is indented, after a blank line, and not where a block goes on deeper. */
function edgeScore(lines: readonly string[], at: number): number {
  if (at >= lines.length) return END_OF_FILE;
  if (at === 0) return 0;
  const indent = indentOf(lines, at, 1);
  const before = indentOf(lines, at - 1, -1);
  let score = INDENT_WEIGHT * indent;
  if ((lines[at - 1] ?? '').trim() === '') score += BLANK_ABOVE;
  if ((lines[at] ?? '').trim() === '') score += 1;
  if (indent > before) score += INDENTED_MORE;
  else if (indent < before) score += closes(lines[at] ?? '') ? INDENTED_MORE * 4 : INDENTED_MORE;
  return score;
}

function closes(line: string): boolean {
  return /^\s*[}\])]/.test(line);
}

const FAR_INDENT = 200;
const TAB = 8;

/** Columns before the first line with text at or beyond `at`. */
function indentOf(lines: readonly string[], at: number, step: 1 | -1): number {
  for (let index = at; index >= 0 && index < lines.length; index += step) {
    const line = lines[index] ?? '';
    let columns = 0;
    for (const char of line) {
      if (char === ' ') columns++;
      else if (char === '\t') columns += TAB - (columns % TAB);
      else return Math.min(columns, FAR_INDENT);
    }
  }
  return 0;
}
