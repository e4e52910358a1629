import { randomFrom, shuffled } from './random.ts';

/** What of an occurrence the draw looks at. */
export interface Drawable {
  readonly source: string;
  readonly pattern: string;
}

/**
 * `count` occurrences, the same for the same seed: one of each pattern, then a second of each, and so on, and within a pattern
 * one of each source in turn. So rare patterns and small sources are read as closely as common ones.
 */
export function drawByPattern<T extends Drawable>(
  items: readonly T[],
  count: number,
  seed: number,
): readonly T[] {
  const random = randomFrom(seed);
  const queues = grouped(items, ({ pattern }) => pattern).map((same) => {
    const bySource = grouped(same, ({ source }) => source).map((list) => shuffled(list, random));
    return inTurn(shuffled(bySource, random));
  });
  return inTurn(queues).slice(0, count);
}

/** The items by key, in the order of the keys. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item)) ?? [];
    groups.set(keyOf(item), group);
    group.push(item);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/** The first of each list, then the second of each, and so on. */
function inTurn<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}
