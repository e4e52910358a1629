import type { Anchor } from '../review.ts';
import { alignTexts, carryRange, type Alignment, type CarriedRange } from './carryRange.ts';
import type { KnownText } from './knownText.ts';
import type { MovedLines } from './movedLines.ts';
import { isThin, squeezed } from './similarity.ts';

/** An anchor found in a text: where, and how the text around it compares with what the anchor remembers. */
export interface FoundAnchor {
  readonly range: CarriedRange;
  /** From the text as it would have been with the anchor's lines in place, to the text as it is. */
  readonly alignment: Alignment;
}

/** Insertions and removals around the lines shift their neighbours by no more than this. */
const SLACK = 12;

/**
 * Finds the lines that an anchor remembers, in a text of which no earlier version is at hand: by their content, the lines
 * around them and, among equal places, their ordinal. Undefined if the text has nothing of them.
 */
export function findAnchor(anchor: Anchor, to: KnownText, moved: MovedLines): FoundAnchor | undefined {
  const remembered = [...anchor.before, ...anchor.text, ...anchor.after];
  const window = bestWindow(anchor, remembered, to);
  if (!window) return undefined;
  // The remembered lines take the window's place; the rest of the text is taken to be as it was.
  const lines = [...to.lines.slice(0, window.first), ...remembered, ...to.lines.slice(window.last + 1)];
  const from: KnownText = {
    path: to.path,
    lines: lines.map((line, index) => ({
      line: index + 1,
      text: typeof line === 'string' ? line : line.text,
    })),
  };
  const alignment = alignTexts(from, to);
  const line = window.first + anchor.before.length + 1;
  const range = carryRange(alignment, moved, line, line + anchor.text.length - 1);
  return range && { range, alignment };
}

interface Window {
  readonly first: number;
  readonly last: number;
}

/** The lines of the text that stand where the remembered ones stood, as indices. */
function bestWindow(anchor: Anchor, remembered: readonly string[], to: KnownText): Window | undefined {
  const places = placesOf(to);
  const votes = new Map<number, number>();
  const hits: { readonly index: number; readonly at: number }[] = [];
  for (const [index, line] of remembered.entries()) {
    const own = index >= anchor.before.length && index < remembered.length - anchor.after.length;
    const weight = (isThin(line) ? 0.25 : 1) * (own ? 2 : 1);
    for (const at of places.get(squeezed(line)) ?? []) {
      votes.set(at - index, (votes.get(at - index) ?? 0) + weight);
      hits.push({ index, at });
    }
  }
  const offset = bestOffset(votes, anchor.ordinal);
  if (offset === undefined) return undefined;
  const near = new Map<number, number>();
  for (const { index, at } of hits) {
    const known = near.get(index);
    const distance = Math.abs(at - index - offset);
    if (distance > SLACK || (known !== undefined && Math.abs(known - index - offset) <= distance)) continue;
    near.set(index, at);
  }
  return { first: Math.min(...near.values()), last: Math.max(...near.values()) };
}

function placesOf(text: KnownText): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [index, line] of text.lines.entries()) {
    const key = squeezed(line.text);
    if (key === '') continue;
    const known = places.get(key);
    if (known) known.push(index);
    else places.set(key, [index]);
  }
  return places;
}

/** Thin lines alone do not find a place. */
const LEAST_VOTE = 1;

function bestOffset(votes: ReadonlyMap<number, number>, ordinal: number): number | undefined {
  const offsets = [...votes.keys()].sort((a, b) => a - b);
  let best = LEAST_VOTE;
  for (const offset of offsets) best = Math.max(best, votes.get(offset) ?? 0);
  const equal = offsets.filter((offset) => votes.get(offset) === best);
  return equal[Math.min(ordinal, equal.length - 1)];
}
