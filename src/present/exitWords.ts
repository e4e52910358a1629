import type { Exit } from '../core/review/review.ts';

/** How a question ended, in plain words: `documented · in v2 · the reason`. */
export function exitWords({ kind, reason, version }: Exit): string {
  return [kind, `in v${version}`, reason].filter((part) => part !== '').join(' · ');
}
