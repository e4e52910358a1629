import type { SideLines } from '../diffLines.ts';
import type { Explanation } from './explain.ts';

/** What the patch does to an explanation, apart from the code it is about. */
export type ExplanationChange = 'none' | 'changed' | 'removed';

const EXPLANATION = /SAFETY:|#+ (implementation )?safety\b/i;

/**
 * Looks at the comment's lines, and at what the patch takes away where one would stand, as far as the hunk that shows `line`
 * of the code shows them too.
 */
export function explanationChange(
  explanation: Explanation,
  lines: SideLines,
  line: number,
): ExplanationChange {
  const hunk = lines.hunks.find(({ first, last }) => first <= line && line <= last);
  if (!hunk) return 'none';
  const { lines: comment, above } = explanation;
  if (comment) {
    for (let at = Math.max(comment.first, hunk.first); at <= comment.last; at++)
      if (lines.changed.has(at) || lines.before.has(at)) return 'changed';
    return 'none';
  }
  const gone = above.flatMap((at) => (at >= hunk.first ? (lines.before.get(at) ?? []) : []));
  return gone.some((text) => EXPLANATION.test(text)) ? 'removed' : 'none';
}
