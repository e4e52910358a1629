import type { Mark } from '../review.ts';
import type { CarriedRange } from './carryRange.ts';

/** What seems to have ended an open question. The reviewer confirms it, or does not. */
export interface Proposal {
  readonly kind: 'documented' | 'rewritten';
  /** The comment, section or paragraph that was added, and the code that stands there now if it is other code. */
  readonly evidence: string;
}

/** What to propose for a mark whose lines came to `range` with `explanation` added; null if it is no open question. */
export function proposalOf(
  mark: Mark,
  { fate, after }: CarriedRange,
  explanation: string | null,
): Proposal | null {
  if (mark.state !== 'needs-explanation' || mark.exit !== null) return null;
  const changed = fate === 'edited' || fate === 'gone';
  if (!changed) return explanation === null ? null : { kind: 'documented', evidence: explanation };
  const evidence = [...(explanation === null ? [] : [explanation]), ...after];
  return { kind: 'rewritten', evidence: evidence.join('\n') };
}
