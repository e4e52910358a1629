import type { Message } from '../../patch/series.ts';

const REASON = /\b(safe|unsafe|safety|sound|soundness|invariants?|because|guarantee[sd]?|outlives?|valid)\b/i;
const SHORTEST_NAME = 4;

/**
 * The paragraph of a commit message that gives a reason for one of `names` (whole words of four letters or more), or
 * undefined. Trailers and change logs are not looked at.
 */
export function messageExplanation(message: Message, names: readonly string[]): string | undefined {
  const words = names.filter((name) => /^\w+$/.test(name) && name.length >= SHORTEST_NAME);
  if (words.length === 0) return undefined;
  const named = new RegExp(`\\b(?:${words.join('|')})\\b`);
  return message.body
    .join('\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .find((paragraph) => named.test(paragraph) && REASON.test(paragraph));
}
