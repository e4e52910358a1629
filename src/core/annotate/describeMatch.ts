import { changesIn } from './diffLines.ts';
import type { Draft } from './draft.ts';
import { type Callee, calleesOf, safetySections } from './explain/callees.ts';
import { explanationChange } from './explain/explanationChange.ts';
import { explanationOf } from './facets/explanationOf.ts';
import { facetsOf } from './facets/facetsOf.ts';
import type { FileFacts } from './facets/fileFacts.ts';
import { areConditionsChanged, questionAt } from './facets/question.ts';
import { squeeze } from './facets/squeeze.ts';
import { type Surroundings, surroundings } from './facets/surroundings.ts';
import type { Match } from './match/match.ts';
import type { Node } from '../syntax/engine.ts';

/** The draft of a match, or undefined if the patch changes neither the place nor its explanation. */
export function describeMatch(match: Match, file: FileFacts): Draft | undefined {
  const { lines, text } = file.side;
  const touched = changesIn(lines, match.line, match.context);
  if (!touched && match.pattern.owes === 'nothing') return undefined;
  if (file.generated && match.pattern.byHand) return undefined;
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
    callees: side === 'new' ? calleesAt(match, file) : [],
    conditionsChanged: areConditionsChanged(facets, change),
    text: squeeze(text(line) ?? ''),
  };
}

function calleesAt({ pattern, node }: Match, { path, side }: FileFacts): readonly Callee[] {
  const block = pattern.id === 'unsafe-block' && node ? unsafeBlock(node) : undefined;
  if (!block) return [];
  return calleesOf(block, (name) => {
    const defined = new RegExp(`\\bunsafe\\s[^(]*\\bfn\\s+${name}\\b`);
    const lines = side.fragments.flatMap(({ firstLine, source }) =>
      source.flatMap((text, at) => (defined.test(text) ? [firstLine + at] : [])),
    );
    return safetySections(lines, side.text, path).get(name);
  });
}

function unsafeBlock(node: Node): Node | undefined {
  return [node, node.parent].find((at) => at?.type === 'unsafe_block') ?? undefined;
}

/** A build file, an extern block, a function or other item, a macro outside of items; else the line by itself. */
function groupOf({ item, listLine }: Surroundings, { language }: FileFacts, line: number): string {
  if (!language) return 'the file';
  return listLine === null ? (item ?? `line ${line}`) : `from line ${listLine}`;
}
