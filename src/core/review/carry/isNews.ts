/** So many words that were not there before say something, however much of a text was. */
const ENOUGH_WORDS = 3;
const ENOUGH_SHARE = 0.5;

/**
 * Whether `text` says something that none of the `earlier` texts says by itself. A text that was only moved, wrapped
 * differently or corrected in its spelling is no news.
 */
export function isNews(text: string, earlier: readonly string[]): boolean {
  const said = wordsOf(text);
  return earlier.every((known) => {
    const left = countOf(wordsOf(known));
    let added = 0;
    for (const word of said) {
      const count = left.get(word) ?? 0;
      if (count === 0) added++;
      else left.set(word, count - 1);
    }
    return added >= ENOUGH_WORDS || added / Math.max(1, said.length) >= ENOUGH_SHARE;
  });
}

function wordsOf(text: string): readonly string[] {
  return (text.toLowerCase().match(/\w{2,}/g) ?? []).map((word) => word.replace(/s$/, ''));
}

function countOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
