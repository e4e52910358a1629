import type { Coverage } from '../review/review.ts';

/** `12 crossings: 9 understood, 3 need explanation, 0 not looked at.` */
export function coverageLine({ total, understood, needsExplanation, notLookedAt }: Coverage): string {
  const crossings = total === 1 ? '1 crossing' : `${total} crossings`;
  const need = needsExplanation === 1 ? '1 needs explanation' : `${needsExplanation} need explanation`;
  return `${crossings}: ${understood} understood, ${need}, ${notLookedAt} not looked at.`;
}
