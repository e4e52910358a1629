import type { Pattern } from '../../catalog/pattern.ts';
import type { Detection, DetectorContext } from '../computed/detector.ts';
import type { Match } from './match.ts';
import type { PatternSet } from './patternSet.ts';

/** What the detectors of computed patterns say about one file change, on either side. */
export function detectMatches(set: PatternSet, context: DetectorContext): readonly Match[] {
  const wanted = new Set<Pattern>();
  for (const { lines } of [context.new, context.old])
    for (const hunk of lines.hunks)
      for (const pattern of set.patternsIn(context.kind, hunk)) wanted.add(pattern);
  const matches: Match[] = [];
  for (const pattern of wanted)
    for (const detection of set.detector(pattern)?.(context) ?? []) matches.push(matchOf(pattern, detection));
  return matches;
}

function matchOf(pattern: Pattern, detection: Detection): Match {
  const { side = 'new', symbol = null, question = null, context, node, fragment, ...place } = detection;
  return {
    ...place,
    pattern,
    side,
    symbol,
    question,
    context: context ?? { first: place.line, last: place.endLine },
    how: 'code',
    node,
    fragment,
    macro: undefined,
  };
}
