import { t } from '../../base/translate.ts';
import type { ParityRow, ParityVerdict } from '../counterpart/parity/parityTable.ts';

/** What is said of a fact that both sides, or one of them, state. */
export const VERDICT_WORDS: Record<ParityVerdict, string> = {
  same: t('same'),
  differs: t('differs'),
  'only-c': t('only in C'),
  'only-rust': t('only in Rust'),
  'not-resolvable': t('cannot be told'),
};

/** A part of the table, under a title. */
export interface ParitySection {
  readonly id: 'break' | 'check' | 'note' | 'untold' | 'same';
  readonly title: string;
  readonly rows: readonly ParityRow[];
}

const TITLES: Readonly<Record<ParitySection['id'], string>> = {
  break: t('Breaks migration, command lines or the guest'),
  check: t('To be checked'),
  note: t('To be noted'),
  untold: t('Cannot be told from these files'),
  same: t('The same'),
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
  const facts = rows.length === 1 ? t('1 fact') : t('{0} facts', rows.length);
  return t(
    '{0}: {1} the same, {2} differ, {3} only in C, {4} only in Rust, {5} cannot be told.',
    ...[facts, of('same'), of('differs'), of('only-c'), of('only-rust'), of('not-resolvable')],
  );
}
