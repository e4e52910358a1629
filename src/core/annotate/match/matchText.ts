import type { Side } from '../../patch/series.ts';
import type { Fragment } from '../../syntax/fragment.ts';
import type { Match } from './match.ts';
import type { QueryMatches } from './matchQuery.ts';
import type { PatternForms } from './patternForms.ts';

/**
 * The fallback where no tree can be trusted: runs the expressions of some patterns over lines of code whose comments and
 * literals are blanked. `code` gives such a line by its number.
 */
export function matchText(
  patterns: readonly PatternForms[],
  fragment: Fragment,
  lines: Iterable<number>,
  code: (line: number) => string | undefined,
  side: Side,
): QueryMatches {
  const matches: Match[] = [];
  let cut = false;
  for (const line of lines) {
    const text = code(line);
    if (text === undefined) continue;
    for (const { pattern, expression } of patterns) {
      const found = expression?.(text);
      if (found?.complete === false) cut = true;
      for (const { start, end, symbol } of found?.places ?? [])
        matches.push({
          pattern,
          side,
          line,
          column: start + 1,
          endLine: line,
          endColumn: end + 1,
          symbol,
          context: { first: line, last: line },
          how: 'text',
          node: undefined,
          fragment,
          question: null,
        });
    }
  }
  return { matches, cut };
}
