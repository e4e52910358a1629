import { explain, type Explanation, NOTHING_OWED } from '../explain/explain.ts';
import type { Match } from '../match/match.ts';
import type { FileFacts } from './fileFacts.ts';

/** The explanation that a match owes, as its file shows it. What the patch takes away owes none. */
export function explanationOf(match: Match, { language, side }: FileFacts): Explanation {
  const { pattern, node, line } = match;
  const fragment =
    match.fragment ??
    (pattern.owes === 'nothing'
      ? undefined
      : side.fragments.find(({ firstLine, lastLine }) => firstLine <= line && line <= lastLine));
  if (language === undefined || !fragment || match.side === 'old') return NOTHING_OWED;
  return explain({ owes: pattern.owes, language, fragment, node, line });
}
