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
      if (lines.changed.has(at) || (at > comment.first ? lines.before.has(at) : isTakenFromTop(at, lines)))
        return 'changed';
    return 'none';
  }
  const gone = above.flatMap((at) => (at >= hunk.first ? (lines.before.get(at) ?? []) : []));
  return gone.some((text) => EXPLANATION.test(text)) ? 'removed' : 'none';
}

/** Of what is gone above a comment's first line, the last was part of it: code or a blank line ends another's. */
function isTakenFromTop(first: number, lines: SideLines): boolean {
  return COMMENT.test(lines.before.get(first)?.at(-1) ?? '');
}

const COMMENT = /^\s*(\/\/|\/?\*)/;
