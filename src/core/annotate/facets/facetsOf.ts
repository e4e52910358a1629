import type { Confidence, Facets } from '../annotation.ts';
import type { Explanation } from '../explain/explain.ts';
import { messageExplanation } from '../explain/messageExplanation.ts';
import { isStale } from '../explain/staleness.ts';
import type { Match } from '../match/match.ts';
import type { FileFacts } from './fileFacts.ts';
import { originOf } from './origin.ts';
import { ownText } from './ownText.ts';
import type { Surroundings } from './surroundings.ts';

/** The facets of a place as far as its own patch tells them. */
export function facetsOf(
  match: Match,
  file: FileFacts,
  place: Surroundings,
  explanation: Explanation,
): Facets {
  const { lines, text } = file.side;
  const { phase, reason } = file.phaseOf(place.functionName, place.trait, place.visibility === 'public');
  const origin = match.side === 'old' ? 'pre-existing' : originOf(match, lines, file.other, text);
  return {
    layer: place.inTest ? 'tests' : file.layer,
    phase,
    phaseReason: reason,
    visibility: place.visibility,
    ...explainedBy(match, file, place, explanation, origin === 'moved'),
    origin,
    confidence: confidenceOf(match, file, explanation),
    inMacro: place.inMacro,
    generated: file.generated,
  };
}

function explainedBy(
  match: Match,
  file: FileFacts,
  { functionName, item }: Surroundings,
  explanation: Explanation,
  moved: boolean,
): Pick<Facets, 'explainedBy' | 'explanation'> {
  const { explainedBy, text, lines } = explanation;
  if (explainedBy === 'none') {
    const names = [functionName, match.symbol, ...(item ?? '').split('::')].filter((name) => name !== null);
    const said = messageExplanation(file.message, names);
    return { explainedBy: said === undefined ? 'none' : 'commit-message', explanation: said ?? null };
  }
  const { side } = file;
  const code = { ...match.context, line: match.line, text: ownText(match, side.text) };
  // What a comment argues has to follow the code; what documentation tells its readers often need not.
  const argues = explainedBy !== 'c-doc';
  const stale = argues && lines !== null && !moved && isStale(side.lines, lines, code, side.text);
  return { explainedBy: stale && explainedBy !== 'placeholder' ? 'stale' : explainedBy, explanation: text };
}

function confidenceOf(match: Match, { side }: FileFacts, { cutOff }: Explanation): Confidence {
  if (match.how === 'text' && !match.fragment?.macro) return 'unresolved';
  if (side.image.kind === 'whole') return 'whole';
  return match.pattern.needs === 'file' || cutOff ? 'unresolved' : 'hunk';
}
