import type { Facets } from '../annotation.ts';
import type { ExplanationChange } from '../explain/explanationChange.ts';
import type { Match } from '../match/match.ts';

/** The question to ask at a place: one that its facets call for, else the detector's, else the pattern's first. */
export function questionAt(match: Match, facets: Facets, change: ExplanationChange): string {
  const first = match.question ?? match.pattern.questions[0] ?? match.pattern.title;
  if (match.side === 'old')
    return 'This is taken away here: what takes its place, and who still relies on it?';
  if (change === 'removed') return 'Its explanation is taken away here: why is none needed any more?';
  if (areConditionsChanged(facets, change))
    return 'What it asks of its callers is changed here: do those that the series does not touch still do it?';
  if (facets.generated && match.question === null)
    return 'A program wrote this file: what was changed in what it is made from?';
  switch (facets.explainedBy) {
    case 'stale':
      return 'The code changed and its explanation did not: does it still hold, word for word?';
    case 'placeholder':
      return 'The comment holds the place of a reason: what is the reason?';
    default:
      return first;
  }
}

/** The `# Safety` section of a function that was there before says something else now. */
export function areConditionsChanged({ explainedBy, origin }: Facets, change: ExplanationChange): boolean {
  return (
    change === 'changed' &&
    explainedBy === 'safety-doc' &&
    (origin === 'pre-existing' || origin === 'changed')
  );
}
