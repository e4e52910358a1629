/** How alike two lines are, 0 to 1: the share of their words and signs that both have, in any order. */
export function lineSimilarity(a: string, b: string): number {
  return overlap(words(a), words(b));
}

/** The same for two runs of lines. */
export function textSimilarity(a: readonly string[], b: readonly string[]): number {
  return overlap(words(a.join('\n')), words(b.join('\n')));
}

/** Without white space: reformatted lines are the same code. */
export function squeezed(line: string): string {
  return line.replace(/\s+/g, '');
}

/** True for a line that says too little to be found again by itself: a brace, a blank, a lone keyword. */
export function isThin(line: string): boolean {
  return (line.match(/[A-Za-z0-9_]/g) ?? []).length < THIN_BELOW;
}

const THIN_BELOW = 6;

/** Names and numbers weigh more than signs, of which every line has some. */
const WORD_WEIGHT = 3;

interface Bag {
  readonly counts: ReadonlyMap<string, number>;
  readonly weight: number;
}

function words(text: string): Bag {
  const counts = new Map<string, number>();
  let weight = 0;
  for (const [word] of text.matchAll(/\w+|[^\w\s]/g)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    weight += weightOf(word);
  }
  return { counts, weight };
}

function weightOf(word: string): number {
  return /\w/.test(word) ? WORD_WEIGHT : 1;
}

function overlap(a: Bag, b: Bag): number {
  if (a.weight + b.weight === 0) return 1;
  let both = 0;
  for (const [word, count] of a.counts) both += Math.min(count, b.counts.get(word) ?? 0) * weightOf(word);
  return (2 * both) / (a.weight + b.weight);
}
