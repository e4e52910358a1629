/**
 * The longest common subsequence of two sequences, as Myers finds it in linear space: for each index of `a` the index of
 * `b` it is kept as, or -1. Elements are equal if their numbers are. Runs of hopeless length are cut off by a cost
 * limit, as in every practical diff; the result is then still a common subsequence, only perhaps not the longest.
 */
export function commonLines(a: Int32Array, b: Int32Array): Int32Array {
  const kept = new Int32Array(a.length).fill(-1);
  const reach = a.length + b.length + 3;
  const search: Search = {
    a,
    b,
    kept,
    forward: new Int32Array(2 * reach),
    backward: new Int32Array(2 * reach),
    reach,
  };
  compare(search, 0, a.length, 0, b.length);
  return kept;
}

interface Search {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly kept: Int32Array;
  /** Furthest index of `a` on each diagonal, from the beginning and from the end; offset by `reach`. */
  readonly forward: Int32Array;
  readonly backward: Int32Array;
  readonly reach: number;
}

function compare(search: Search, aFrom: number, aTo: number, bFrom: number, bTo: number): void {
  const { a, b, kept } = search;
  let [aLow, aHigh, bLow, bHigh] = [aFrom, aTo, bFrom, bTo];
  while (aLow < aHigh && bLow < bHigh && a[aLow] === b[bLow]) kept[aLow++] = bLow++;
  while (aLow < aHigh && bLow < bHigh && a[aHigh - 1] === b[bHigh - 1]) kept[--aHigh] = --bHigh;
  if (aLow === aHigh || bLow === bHigh) return;
  const [aSplit, bSplit] = middle(search, aLow, aHigh, bLow, bHigh);
  compare(search, aLow, aSplit, bLow, bSplit);
  compare(search, aSplit, aHigh, bSplit, bHigh);
}

const LEAST_COST_LIMIT = 1000;
const FAR = 0x7fffffff;

/** A point that a shortest edit script passes through; neither corner, as both ends differ. */
function middle(
  { a, b, forward, backward, reach }: Search,
  aLow: number,
  aHigh: number,
  bLow: number,
  bHigh: number,
): readonly [number, number] {
  const at = (diagonals: Int32Array, diagonal: number): number => diagonals[diagonal + reach] ?? 0;
  const lowest = aLow - bHigh;
  const highest = aHigh - bLow;
  const start = aLow - bLow;
  const end = aHigh - bHigh;
  const odd = ((start - end) & 1) !== 0;
  let [forwardLow, forwardHigh, backwardLow, backwardHigh] = [start, start, end, end];
  forward[start + reach] = aLow;
  backward[end + reach] = aHigh;
  const limit = Math.max(LEAST_COST_LIMIT, Math.ceil(Math.sqrt(aHigh - aLow + bHigh - bLow)));
  for (let cost = 1; ; cost++) {
    if (forwardLow > lowest) forward[--forwardLow - 1 + reach] = -1;
    else forwardLow++;
    if (forwardHigh < highest) forward[++forwardHigh + 1 + reach] = -1;
    else forwardHigh--;
    for (let d = forwardHigh; d >= forwardLow; d -= 2) {
      const below = at(forward, d - 1);
      let x = below >= at(forward, d + 1) ? below + 1 : at(forward, d + 1);
      while (x < aHigh && x - d < bHigh && a[x] === b[x - d]) x++;
      forward[d + reach] = x;
      if (odd && backwardLow <= d && d <= backwardHigh && at(backward, d) <= x) return [x, x - d];
    }
    if (backwardLow > lowest) backward[--backwardLow - 1 + reach] = FAR;
    else backwardLow++;
    if (backwardHigh < highest) backward[++backwardHigh + 1 + reach] = FAR;
    else backwardHigh--;
    for (let d = backwardHigh; d >= backwardLow; d -= 2) {
      const above = at(backward, d + 1);
      let x = at(backward, d - 1) < above ? at(backward, d - 1) : above - 1;
      while (x > aLow && x - d > bLow && a[x - 1] === b[x - d - 1]) x--;
      backward[d + reach] = x;
      if (!odd && forwardLow <= d && d <= forwardHigh && x <= at(forward, d)) return [x, x - d];
    }
    if (cost >= limit) return furthest(forward, reach, forwardLow, forwardHigh, aHigh, bHigh);
  }
}

/** Gives up the search: the point that got furthest. */
function furthest(
  forward: Int32Array,
  reach: number,
  low: number,
  high: number,
  aHigh: number,
  bHigh: number,
): readonly [number, number] {
  let best: readonly [number, number] = [0, 0];
  let least = FAR;
  for (let d = high; d >= low; d -= 2) {
    const x = Math.min(forward[d + reach] ?? 0, aHigh);
    const y = Math.min(x - d, bHigh);
    const left = aHigh - (y + d) + (bHigh - y);
    if (left < least) [best, least] = [[y + d, y], left];
  }
  return best;
}
