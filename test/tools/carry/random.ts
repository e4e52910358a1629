/** Whole numbers below a bound and draws from lists, the same for the same seed (a linear congruential generator). */
export interface Random {
  below(bound: number): number;
  /** Up to `count` of the items, in their order. */
  draw<T>(items: readonly T[], count: number): readonly T[];
}

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const below = (bound: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
  return {
    below,
    draw: (items, count) => {
      const left = items.map((_, index) => index);
      const drawn: number[] = [];
      while (drawn.length < count && left.length > 0) drawn.push(...left.splice(below(left.length), 1));
      const chosen = new Set(drawn);
      return items.filter((_, index) => chosen.has(index));
    },
  };
}
