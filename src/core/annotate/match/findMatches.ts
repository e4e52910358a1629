import type { Pattern } from '../../catalog/pattern.ts';
import type { Problem } from '../../problem.ts';
import type { Language } from '../../patch/language.ts';
import type { Fragment } from '../../syntax/fragment.ts';
import type { CompiledPatterns } from './compiledPatterns.ts';
import type { Detection, Detector, DetectorContext, DetectorSide } from '../computed/detector.ts';
import type { FileSide } from './fileSide.ts';
import type { LineRange } from '../lineRange.ts';
import type { Match } from './match.ts';
import { matchMacros } from './matchMacros.ts';
import { matchQuery } from './matchQuery.ts';
import { matchText } from './matchText.ts';
import type { PatternSet } from './patternSet.ts';

export interface Matches {
  /** In order of place; one per pattern and place. */
  readonly matches: readonly Match[];
  readonly problems: readonly Problem[];
}

/** Finds what the patterns' queries say about the shown lines of one side, changed or not. Parses only where a cue stands. */
export function findMatches(set: PatternSet, language: Language, side: FileSide, at: string): Matches {
  const compiled = set.compiled(language);
  const ranges = side.lines.hunks.filter((range) => hasCue(compiled.cues, side, range));
  if (ranges.length === 0) return { matches: [], problems: [] };
  const problems: Problem[] = [];
  const matches: Match[] = [];
  let cut = false;
  for (const fragment of side.fragmentsIn(ranges)) {
    const found = matchQuery(compiled, fragment, ranges, side.side);
    matches.push(...found.matches);
    cut ||= found.cut;
    if (language === 'rust') {
      const inside = matchMacros(
        { set, compiled, ranges, code: side.code, side: side.side, keep: side.keep },
        fragment,
      );
      matches.push(...inside.matches);
      cut ||= inside.cut;
    }
    const unread = shownErrors(fragment, ranges);
    matches.push(...matchText(compiled, fragment, unread, side.code, side.side));
    problems.push(...blindSpots(compiled, side, unread, matches, at));
  }
  if (cut)
    problems.push({
      code: 'query-limit',
      message: 'The patterns match too often here to follow all of it; some places may be missing.',
      at,
    });
  return { matches: inOrder(matches), problems };
}

/** What the detectors of computed patterns say about one file change. */
export function detectMatches(
  detectors: readonly { readonly pattern: Pattern; readonly detect: Detector }[],
  context: DetectorContext,
): readonly Match[] {
  const matches: Match[] = [];
  for (const { pattern, detect } of detectors) {
    const sides = [context.new, context.old];
    if (!sides.some((side) => side.lines.hunks.some((range) => mentions(pattern.cues, side, range))))
      continue;
    for (const detection of detect(context)) matches.push(matchOf(pattern, detection));
  }
  return matches;
}

/** Sorts by place and keeps the first find of each pattern at each place: queries before expressions before detectors. */
export function inOrder(matches: readonly Match[]): readonly Match[] {
  const found = new Map<string, Match>();
  for (const match of matches) {
    const key = `${match.side} ${match.pattern.id} ${match.line} ${match.column}`;
    if (!found.has(key)) found.set(key, match);
  }
  return [...found.values()].sort((a, b) => a.line - b.line || a.column - b.column);
}

function hasCue(cues: RegExp, side: DetectorSide, range: LineRange): boolean {
  for (let line = range.first; line <= range.last; line++) if (cues.test(side.text(line) ?? '')) return true;
  return false;
}

function mentions(cues: readonly string[], side: DetectorSide, range: LineRange): boolean {
  if (cues.length === 0) return true;
  for (let line = range.first; line <= range.last; line++)
    if (cues.some((cue) => side.text(line)?.includes(cue))) return true;
  return false;
}

function shownErrors(fragment: Fragment, ranges: readonly LineRange[]): readonly number[] {
  return [...fragment.errorLines]
    .filter((line) => ranges.some(({ first, last }) => first <= line && line <= last))
    .sort((a, b) => a - b);
}

/** Changed lines that could not be parsed, hold a cue, and in which nothing was found: something may be missing there. */
function blindSpots(
  compiled: CompiledPatterns,
  side: FileSide,
  unread: readonly number[],
  matches: readonly Match[],
  at: string,
): readonly Problem[] {
  const found = new Set(matches.map(({ line }) => line));
  const blind = unread.filter(
    (line) => side.lines.changed.has(line) && !found.has(line) && compiled.cues.test(side.code(line) ?? ''),
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
