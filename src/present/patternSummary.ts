import type { Pattern } from '../core/catalog/pattern.ts';

/** What a pattern is, in its first two sentences, without markup. */
export function patternSummary(pattern: Pattern): string {
  const plain = pattern.what
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/`([^`]*)`/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  return plain
    .split(/(?<=[.?!])\s+(?=[\p{Lu}"*#])/u)
    .slice(0, 2)
    .join(' ');
}
