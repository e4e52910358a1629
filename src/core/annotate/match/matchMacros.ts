import type { Side } from '../../patch/series.ts';
import type { LineRange } from '../lineRange.ts';
import { matchQuery, type QueryMatches } from './matchQuery.ts';
import { asWritten } from './macroCode.ts';
import { matchText } from './matchText.ts';
import type { PatternForms } from './patternForms.ts';
import type { Macros } from './readMacros.ts';

/**
 * What patterns find on some lines in macros: queries in what could be read as code, expressions in the rest. The
 * fragment of what is found tells the macro.
 */
export function matchMacros(
  { codes, unread }: Macros,
  patterns: readonly PatternForms[],
  range: LineRange,
  side: Side,
  code: (line: number) => string | undefined,
): QueryMatches {
  const queried = codes.map(({ fragment, partAt }) => {
    const found = matchQuery(patterns, fragment, range, side);
    const matches = found.matches.flatMap((match) => {
      const part = match.node && partAt(match.node);
      return part ? { ...match, symbol: asWritten(match.symbol, part), fragment: part } : [];
    });
    return { matches, cut: found.cut };
  });
  const searched = unread.map(({ fragment, lines, holds }) => {
    const shown = lines.filter((line) => range.first <= line && line <= range.last);
    const { matches, cut } = matchText(patterns, fragment, shown, code, side);
    return { matches: matches.filter(({ line, column }) => holds(line, column)), cut };
  });
  const found = [...queried, ...searched];
  return { matches: found.flatMap(({ matches }) => matches), cut: found.some(({ cut }) => cut) };
}
