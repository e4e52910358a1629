import type { FactPlace } from './facts.ts';

export const PARITY_GROUPS = [
  'stream',
  'type',
  'property',
  'region',
  'register',
  'reset',
  'line',
  'trace',
  'log',
] as const;
export type ParityGroup = (typeof PARITY_GROUPS)[number];

/** `not-resolvable`: what one side says cannot be told from the files given. */
export type ParityVerdict = 'same' | 'differs' | 'only-c' | 'only-rust' | 'not-resolvable';

/** What a difference costs: `break` migration, command lines or the guest; `check` behaviour; `note` the rest. */
export type ParityWeight = 'break' | 'check' | 'note';

/** What one side says, with its place. */
export interface ParityCell extends FactPlace {
  readonly text: string;
}

/** One fact of a device on both sides. */
export interface ParityRow {
  readonly group: ParityGroup;
  readonly item: string;
  readonly c: ParityCell | null;
  readonly rust: ParityCell | null;
  readonly verdict: ParityVerdict;
  readonly weight: ParityWeight;
}

/** Breaks first, then what is to be checked, then what cannot be told, then what is the same; groups in their order. */
export function inOrder(rows: readonly ParityRow[]): readonly ParityRow[] {
  const rank = ({ verdict, weight }: ParityRow): number => {
    if (verdict === 'same') return 5;
    if (verdict === 'not-resolvable') return 4;
    return ['break', 'check', 'note'].indexOf(weight);
  };
  const group = (row: ParityRow): number => PARITY_GROUPS.indexOf(row.group);
  return [...rows].sort((a, b) => rank(a) - rank(b) || group(a) - group(b));
}
