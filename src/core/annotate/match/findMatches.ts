import type { Language } from '../../patch/language.ts';
import type { Problem } from '../../problem.ts';
import type { Fragment } from '../../syntax/fragment.ts';
import type { LineRange } from '../lineRange.ts';
import type { CueIndex } from './cueIndex.ts';
import type { FileSide } from './fileSide.ts';
import { isInLiteral } from './isInLiteral.ts';
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
  const patternsIn = what === 'all' ? set.searchedIn : set.removedIn;
  const matches: Match[] = [];
  const unread: number[] = [];
  let cut = false;
  for (const hunk of side.lines.hunks) {
    const patterns = patternsIn(language, hunk);
    if (patterns.length === 0) continue;
    for (const fragment of side.fragmentsIn([hunk])) {
      const found = [matchQuery(patterns, fragment, hunk, side.side)];
      if (language === 'rust')
        found.push(matchMacros(side.macros(fragment), patterns, hunk, side.side, side.code));
      const errors = errorLines(fragment, hunk);
      found.push(matchText(patterns, fragment, errors, side.code, side.side));
      matches.push(...found.flatMap((part) => part.matches));
      cut ||= found.some((part) => part.cut);
      unread.push(...errors);
    }
  }
  const problems = blindSpots(set.cues(language), side, unread, matches, at);
  const inCode = matches.filter(({ line }) => !isInLiteral(side.text(line), side.code(line)));
  return { matches: inCode, problems: cut ? [...problems, tooMany(at)] : problems };
}

function errorLines(fragment: Fragment, { first, last }: LineRange): readonly number[] {
  return [...fragment.errorLines].filter((line) => first <= line && line <= last).sort((a, b) => a - b);
}

function tooMany(at: string): Problem {
  return {
    code: 'query-limit',
    message: 'The patterns match too often here to follow all of it; some places may be missing.',
    at,
  };
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
