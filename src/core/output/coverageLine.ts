import type { Coverage } from '../review/review.ts';

/**
 * `12 crossings: 9 understood, 3 need explanation, 0 not looked at.` Deferred ones are named only if there are any;
 * where there are no crossings it says no more than that.
 */
export function coverageLine({
  total,
  understood,
  needsExplanation,
  deferred,
  notLookedAt,
}: Coverage): string {
  if (total === 0) return 'No crossings to look at.';
  const crossings = total === 1 ? '1 crossing' : `${total} crossings`;
  const need = needsExplanation === 1 ? '1 needs explanation' : `${needsExplanation} need explanation`;
  const left = deferred > 0 ? `, ${deferred} left to others` : '';
  return `${crossings}: ${understood} understood, ${need}${left}, ${notLookedAt} not looked at.`;
}
