import type { Pattern } from '../../catalog/pattern.ts';
import type { Language } from '../../patch/language.ts';
import type { Problem } from '../../problem.ts';
import type { Fragment } from '../../syntax/fragment.ts';
import type { LineRange } from '../lineRange.ts';
import type { CueIndex } from './cueIndex.ts';
import type { FileSide } from './fileSide.ts';
import type { Match } from './match.ts';
import { matchMacros } from './matchMacros.ts';
import { matchQuery } from './matchQuery.ts';
import { matchText } from './matchText.ts';
import type { PatternSet } from './patternSet.ts';

export interface Matches {
  readonly matches: readonly Match[];
  readonly problems: readonly Problem[];
}

/**
 * Finds what the patterns' queries say about the shown lines of one side, changed or not, in no order: of all patterns, or
 * of those whose removal is worth a note. Parses only the hunks with a cue of one.
 */
export function findMatches(
  set: PatternSet,
  language: Language,
  side: FileSide,
  what: 'all' | 'removed',
  at: string,
): Matches {
  const [patternsIn, compile] =
    what === 'all' ? [set.searchedIn, set.compiled] : [set.removedIn, set.compiledRemovals];
  const needed = new Set<Pattern>();
  const ranges: LineRange[] = [];
  for (const hunk of side.lines.hunks) {
    const patterns = patternsIn(language, hunk);
    if (patterns.size > 0) ranges.push(hunk);
    for (const pattern of patterns) needed.add(pattern);
  }
  if (ranges.length === 0) return { matches: [], problems: [] };
  const compiled = compile(language, needed);
  const problems: Problem[] = [];
  const matches: Match[] = [];
  let cut = false;
  for (const fragment of side.fragmentsIn(ranges)) {
    const found = matchQuery(compiled, fragment, ranges, side.side);
    matches.push(...found.matches);
    cut ||= found.cut;
    if (found.macros.length > 0) {
      const { lines, code, keep } = side;
      const search = { set, compiled, ranges, lines, code, side: side.side, keep };
      const inside = matchMacros(search, fragment, found.macros);
      matches.push(...inside.matches);
      cut ||= inside.cut;
    }
    const unread = shownErrors(fragment, ranges);
    matches.push(...matchText(compiled, fragment, unread, side.code, side.side));
    problems.push(...blindSpots(set.cues(language), side, unread, matches, at));
  }
  if (cut)
    problems.push({
      code: 'query-limit',
      message: 'The patterns match too often here to follow all of it; some places may be missing.',
      at,
    });
  return { matches, problems };
}

function shownErrors(fragment: Fragment, ranges: readonly LineRange[]): readonly number[] {
  return [...fragment.errorLines]
    .filter((line) => ranges.some(({ first, last }) => first <= line && line <= last))
    .sort((a, b) => a - b);
}

/** Changed lines that could not be parsed, hold a cue, and in which nothing was found: something may be missing there. */
function blindSpots(
  cues: CueIndex,
  side: FileSide,
  unread: readonly number[],
  matches: readonly Match[],
  at: string,
): readonly Problem[] {
  const found = new Set(matches.map(({ line }) => line));
  const blind = unread.filter(
    (line) => side.lines.changed.has(line) && !found.has(line) && cues(side.code(line) ?? '').size > 0,
  );
  const [first] = blind;
  if (first === undefined) return [];
  const count = blind.length === 1 ? 'A changed line' : `${blind.length} changed lines`;
  return [
    {
      code: 'parse-error',
      message: `${count} from line ${first} on could not be parsed; something may be missing there.`,
      at: `${at}:${first}`,
    },
  ];
}
