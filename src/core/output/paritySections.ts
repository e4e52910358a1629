import type { ParityRow, ParityVerdict } from '../counterpart/parity/parityTable.ts';

/** What is said of a fact that both sides, or one of them, state. */
export const VERDICT_WORDS: Record<ParityVerdict, string> = {
  same: 'same',
  differs: 'differs',
  'only-c': 'only in C',
  'only-rust': 'only in Rust',
  'not-resolvable': 'cannot be told',
};

/** A part of the table, under a title. */
export interface ParitySection {
  readonly id: 'break' | 'check' | 'note' | 'untold' | 'same';
  readonly title: string;
  readonly rows: readonly ParityRow[];
}

const TITLES: Readonly<Record<ParitySection['id'], string>> = {
  break: 'Breaks migration, command lines or the guest',
  check: 'To be checked',
  note: 'To be noted',
  untold: 'Cannot be told from these files',
  same: 'The same',
};

/** The table in its parts, what breaks first; parts without rows are left out. */
export function paritySections(rows: readonly ParityRow[]): readonly ParitySection[] {
  return (['break', 'check', 'note', 'untold', 'same'] as const).flatMap((id) => {
    const own = rows.filter((row) => sectionOf(row) === id);
    return own.length === 0 ? [] : [{ id, title: TITLES[id], rows: own }];
  });
}

function sectionOf({ verdict, weight }: ParityRow): ParitySection['id'] {
  if (verdict === 'same') return 'same';
  return verdict === 'not-resolvable' ? 'untold' : weight;
}

/** How many rows there are of each verdict. */
export function paritySummary(rows: readonly ParityRow[]): string {
  const of = (verdict: ParityVerdict): number => rows.filter((row) => row.verdict === verdict).length;
  const facts = rows.length === 1 ? '1 fact' : `${rows.length} facts`;
  return `${facts}: ${of('same')} the same, ${of('differs')} differ, ${of('only-c')} only in C, ${of('only-rust')} only in Rust, ${of('not-resolvable')} cannot be told.`;
}
