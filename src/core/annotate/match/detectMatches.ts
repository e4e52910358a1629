import type { Pattern } from '../../catalog/pattern.ts';
import type { Detection, DetectorContext } from '../computed/detector.ts';
import { asWritten } from './macroCode.ts';
import type { Match } from './match.ts';
import type { PatternSet } from './patternSet.ts';

/** What the detectors of computed patterns say about one file change, on either side. */
export function detectMatches(set: PatternSet, context: DetectorContext): readonly Match[] {
  const { kind } = context;
  // What the old side shows beside its removed lines the new side shows too.
  const wanted = new Set<Pattern>([
    ...context.new.lines.hunks.flatMap((hunk) => [...set.patternsIn(kind, hunk)]),
    ...context.old.lines.hunks.flatMap((hunk) => [...set.changedPatternsIn(kind, hunk)]),
  ]);
  const matches: Match[] = [];
  for (const pattern of wanted)
    for (const detection of set.detector(pattern)?.(context) ?? []) matches.push(matchOf(pattern, detection));
  return matches;
}

function matchOf(
  pattern: Pattern,
  { line, column, endLine, endColumn, side, symbol, question, context, node, fragment }: Detection,
): Match {
  return {
    pattern,
    side: side ?? 'new',
    line,
    column,
    endLine,
    endColumn,
    symbol: fragment && symbol !== undefined ? asWritten(symbol, fragment) : (symbol ?? null),
    context: context ?? { first: line, last: endLine },
    how: 'code',
    node,
    fragment,
    question: question ?? null,
  };
}
