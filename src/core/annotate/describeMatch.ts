import { changesIn } from './diffLines.ts';
import type { Draft } from './draft.ts';
import { explanationChange } from './explain/explanationChange.ts';
import { explanationOf } from './facets/explanationOf.ts';
import { facetsOf } from './facets/facetsOf.ts';
import type { FileFacts } from './facets/fileFacts.ts';
import { questionAt } from './facets/question.ts';
import { squeeze } from './facets/squeeze.ts';
import { type Surroundings, surroundings } from './facets/surroundings.ts';
import type { Match } from './match/match.ts';

/** The draft of a match, or undefined if the patch changes neither the place nor its explanation. */
export function describeMatch(match: Match, file: FileFacts): Draft | undefined {
  const { lines, text } = file.side;
  const touched = changesIn(lines, match.line, match.context);
  if (!touched && match.pattern.owes === 'nothing') return undefined;
  const explanation = explanationOf(match, file);
  const change = explanationChange(explanation, lines, match.line);
  if (!touched && change === 'none') return undefined;

  const place = surroundings(match, file);
  const facets = facetsOf(match, file, place, explanation);
  const { pattern, side, line, endLine, column, symbol } = match;
  return {
    annotation: {
      pattern: pattern.id,
      category: pattern.category,
      side,
      line,
      endLine,
      column,
      title: pattern.title,
      question: questionAt(match, facets, change),
      item: place.item,
      symbol,
      facets,
    },
    pattern,
    quiet: file.profile.quiet.some((entry) => entry.pattern === pattern.id && entry.layer === facets.layer),
    group: groupOf(place, file, line),
    text: squeeze(text(line) ?? ''),
  };
}

/** A build file, an extern block, a function or other item, a macro outside of items; else the line by itself. */
function groupOf({ item, listLine }: Surroundings, { language }: FileFacts, line: number): string {
  if (!language) return 'the file';
  return listLine === null ? (item ?? `line ${line}`) : `from line ${listLine}`;
}
