import type { Mark } from '../../../../src/core/review/review.ts';
import { file, hunk, lines, mark, patch, series } from '../../review/sample.ts';

export const SERIES = series([patch(1, [file('fan.rs', [hunk(1, ['+a'])])])]);

/** The mark that a process makes as its `number`th; each on a line of its own. */
export function markNumber(name: string, number: number): Mark {
  const line = Number(name) * 100_000 + number + 1;
  return mark(lines('fan.rs', line), 'Why?', { id: `${name}-${number}` });
}
