import type { Message } from '../../patch/series.ts';

const REASON = /\b(safe|unsafe|safety|sound|soundness|invariants?|because|guarantee[sd]?|outlives?|valid)\b/i;
const SHORTEST_NAME = 4;

/**
 * The paragraph of a commit message that gives a reason for one of `names` (whole words of four letters or more), or
 * undefined. Trailers and change logs are not looked at.
 */
export function messageExplanation(message: Message, names: readonly string[]): string | undefined {
  const paragraphs = reasonsIn(message);
  if (paragraphs.length === 0) return undefined;
  const words = names.filter((name) => /^\w+$/.test(name) && name.length >= SHORTEST_NAME);
  if (words.length === 0) return undefined;
  const named = new RegExp(`\\b(?:${words.join('|')})\\b`);
  return paragraphs.find((paragraph) => named.test(paragraph));
}

const known = new WeakMap<Message, readonly string[]>();

/** The paragraphs that reason at all. */
function reasonsIn(message: Message): readonly string[] {
  const paragraphs =
    known.get(message) ??
    message.body
      .join('\n')
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
      .filter((paragraph) => REASON.test(paragraph));
  known.set(message, paragraphs);
  return paragraphs;
}
