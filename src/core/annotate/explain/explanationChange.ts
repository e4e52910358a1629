import type { SideLines } from '../diffLines.ts';
import type { Explanation } from './explain.ts';

/** What the patch does to an explanation, apart from the code it is about. */
export type ExplanationChange = 'none' | 'changed' | 'removed';

const EXPLANATION = /SAFETY:|#+ (implementation )?safety\b/i;

/** Looks at the comment's lines, and at what the patch takes away where one would stand. */
export function explanationChange(explanation: Explanation, lines: SideLines): ExplanationChange {
  const { lines: comment, above } = explanation;
  if (comment) {
    for (let at = comment.first; at <= comment.last; at++)
      if (lines.changed.has(at) || lines.before.has(at)) return 'changed';
    return 'none';
  }
  const gone = above.flatMap((line) => lines.before.get(line) ?? []);
  return gone.some((line) => EXPLANATION.test(line)) ? 'removed' : 'none';
}
